import { found } from '../../kit/found.ts';
import { checkId } from '../../kit/ids.ts';
import type { Context } from '../context.ts';
import type {
  SubscriptionnoteConversionUpdatedArgs as NoteArgs,
  Resolvers,
  SubscriptionshopConversionUpdatedArgs as ShopArgs,
  SubscriptionsourceConversionUpdatedArgs as SourceArgs,
} from '../generated/resolvers.ts';
import { checkOwnShop } from '../own-shop.ts';
import { checkSourceId } from '../own-source.ts';
import { subjectName } from '../store/figures/changes.ts';

/** Figures as they change. An event says only that they did: what they are is read for each message. */
export const liveResolvers: Resolvers = {
  Subscription: {
    noteConversionUpdated: {
      subscribe: (_root, { noteId }, { changes }) =>
        changes.watch(subjectName({ kind: 'NOTE', id: checkId(noteId, 'note') })),
      resolve: (_event: unknown, { noteId }: NoteArgs) => ({ id: noteId }),
    },
    sourceConversionUpdated: {
      subscribe: (_root, { sourceId }, { changes }) =>
        changes.watch(subjectName({ kind: 'NOTE', id: checkSourceId(sourceId) })),
      resolve: (_event: unknown, { sourceId }: SourceArgs) => ({ id: sourceId }),
    },
    shopConversionUpdated: {
      subscribe: async (_root, { shopId }, { changes, catalogue, claims }) => {
        const { id } = found(await catalogue.shop.load(checkId(shopId, 'shop')), 'shop', shopId);
        checkOwnShop(claims, id);
        return changes.watch(subjectName({ kind: 'SHOP', id }));
      },
      resolve: async (_event: unknown, { shopId }: ShopArgs, { catalogue }: Context) =>
        (await catalogue.shop.load(shopId)) ?? null,
    },
  },
};
