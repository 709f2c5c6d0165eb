import { checkRange, instantsOf } from '../../kit/calendar.ts';
import { toConnection } from '../../kit/connection.ts';
import { fixed } from '../../kit/decimal.ts';
import { InputError } from '../../kit/errors.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { rememberNotes } from '../loaders.ts';
import { unmetDemand } from '../store/link-demand.ts';
import { topTerms } from '../text/top-terms.ts';
import { instantsWithin } from './arguments.ts';
import { freshness } from './freshness.ts';
import { pageOf } from './places.ts';

export const linkDemandResolvers: Resolvers = {
  Query: {
    unmetLinkDemand: async (_query, { first, after, range: input, minRequests, industry }, { db, loaders }) => {
      const range = checkRange({ from: input.from, to: input.to });
      if (minRequests < 1) {
        throw new InputError('ARGUMENT_INVALID', `minRequests must be at least 1; it was ${minRequests}.`);
      }
      const list = `unmetLinkDemand:${range.from}:${range.to}:${minRequests}:${industry ?? ''}`;
      const filter = { range: instantsOf(range), leastRequests: minRequests, industry: industry ?? undefined };
      const rows = await unmetDemand(db, filter, pageOf({ first, after }, list, [0, ''] as const));
      const { edges, ...connection } = toConnection(rememberNotes(loaders, rows), {
        first,
        after,
        list,
        keysOf: (row) => [row.twentieths, row.id],
      });
      return { ...connection, edges: edges.map((edge) => ({ ...edge, demand: { ...edge.node, range } })) };
    },
  },
  LinkDemand: {
    score: ({ linkRequests, screenshots }) => fixed(BigInt(100 * linkRequests + 5 * screenshots), 2),
    topTerms: async ({ noteId, range }, _args, { loaders }) => {
      const requests = (await loaders.requests(instantsWithin(range)).load(noteId)) ?? [];
      return topTerms(requests.map((request) => request.body));
    },
    freshness: ({ newest, range }, _args, context) => freshness(newest, range, context),
  },
};
