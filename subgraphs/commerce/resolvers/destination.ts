import { dayOf } from '../../kit/calendar.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { jumpUrl, opensInPlace } from '../links/destinations.ts';
import { present } from '../loaders/present.ts';

/** Where a product link leads; null where its product is not for commerce to sell. */
export const destinationResolvers: Resolvers = {
  ProductLink: {
    destination: async ({ id }, { client }, { links, now, settings }) => {
      const link = await links.target.load(id);
      const target = link && (await links.destination.load(link.productId));
      if (!link || !target) return null;
      return {
        jumpUrl: jumpUrl(settings.publicUrl, link.jumpCode, client),
        platformId: target.platformId,
        opensInPlace: opensInPlace(client, target, (await links.agreements.load(dayOf(now))) ?? []),
      };
    },
  },
  LinkDestination: {
    platform: async ({ platformId }, _args, { catalogue }) =>
      present(await catalogue.platform.load(platformId), 'platform'),
  },
};
