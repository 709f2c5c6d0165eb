import { dayOf } from '../../kit/calendar.ts';
import { present } from '../../kit/present.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { jumpUrl, opensInPlace } from '../links/destinations.ts';

/** Where a product link leads; null unless it is ACTIVE and its product is for commerce to sell. */
export const destinationResolvers: Resolvers = {
  ProductLink: {
    destination: async ({ id }, { client }, { links, now, settings }) => {
      const link = await links.target.load(id);
      if (link?.status !== 'ACTIVE') return null;
      const target = await links.destination.load(link.productId);
      if (!target) return null;
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
