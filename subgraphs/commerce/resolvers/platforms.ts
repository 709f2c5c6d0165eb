import { checkFirst, toConnection } from '../../kit/connection.ts';
import { decodeCursor } from '../../kit/cursor.ts';
import { found } from '../../kit/found.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { countPlatforms, platformsPage } from '../store/catalogue/platforms.ts';
import { partnerships, reportedFigures } from '../store/catalogue/published.ts';

/** The connected platforms, their agreements, and what others published about them. */
export const platformResolvers: Resolvers = {
  Query: {
    platforms: async (_query, { first, after, category = null }, { db }) => {
      const list = `platforms:${category}`;
      checkFirst(first);
      const [from] = after ? decodeCursor(list, after, ['']) : [];
      const rows = await platformsPage(db, category, { limit: first + 1, after: from });
      const page = toConnection(rows, { first, after, list, keysOf: (row) => [row.id] });
      return { ...page, totalCount: await countPlatforms(db, category) };
    },
    partnerships: (_query, { kind = null }, { db }) => partnerships(db, kind),
    reportedFigures: (_query, { subject = null }, { db }) => reportedFigures(db, subject),
  },
  Platform: {
    __resolveReference: async ({ id }, { catalogue }) => found(await catalogue.platform.load(id), 'platform', id),
  },
  Partnership: {
    parties: async (partnership, _args, { catalogue }) => {
      const parties = await catalogue.platform.loadMany(partnership.parties);
      return parties.map((party) => {
        if (!party || party instanceof Error)
          throw party ?? new Error('A partnership names a platform that is not there');
        return party;
      });
    },
  },
};
