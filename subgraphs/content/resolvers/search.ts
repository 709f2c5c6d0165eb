import { addDays, dayOf, lengthInDays } from '../../kit/calendar.ts';
import { checkFirst, toConnection } from '../../kit/connection.ts';
import { ratio } from '../../kit/decimal.ts';
import { found } from '../../kit/found.ts';
import { normaliseText, textFingerprint } from '../../kit/search-id.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { rememberNotes } from '../loaders.ts';
import { logSearch } from '../store/search-log.ts';
import { trendingTexts } from '../store/trending.ts';
import { checkSearchText, rangeOf } from './arguments.ts';
import { pageOf } from './places.ts';

/** The days that are trending where the client names none. */
const TRENDING_DAYS = 7;

export const searchResolvers: Resolvers = {
  Query: {
    search: async (_query, { text, origin }, { db, person, now, loaders }) => {
      const search = await logSearch(db, { text: checkSearchText(text), origin, person, searchedAt: now });
      loaders.search.prime(search.id, search);
      return search;
    },
    trendingSearches: async (_query, { first, range: input }, { db, settings, now }) => {
      checkFirst(first);
      const today = dayOf(now);
      const range = rangeOf(input) ?? { from: addDays(today, 1 - TRENDING_DAYS), to: today };
      const days = lengthInDays(range);
      const before = { from: addDays(range.from, -days), to: addDays(range.to, -days) };
      const trends = await trendingTexts(db, range, before, settings.trendingLeastPeople, first);
      return trends.map(({ text, searches, searchesBefore }) => ({
        text: normaliseText(text),
        searches,
        change: ratio(searches - searchesBefore, searchesBefore),
      }));
    },
  },
  Search: {
    __resolveReference: async ({ id }, { loaders }) => found(await loaders.search.load(id), 'search', id),
    notes: async (search, { first, after }, { loaders }) => {
      // By its text, so that a page goes on also for who can't be told from others, whose every request is a search of its own.
      const list = `search:${textFingerprint(search.text)}`;
      const notes =
        (await loaders.notesOfSearch(pageOf({ first, after }, list, [0, 0, ''] as const)).load(search)) ?? [];
      return toConnection(rememberNotes(loaders, notes), {
        first,
        after,
        list,
        keysOf: (note) => [note.score, note.popularity, note.id],
      });
    },
    authors: async (search, { first }, { loaders }) =>
      (await loaders.authorsOfSearch(checkFirst(first)).load(search)) ?? [],
  },
};
