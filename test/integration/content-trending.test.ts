import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addSearches, rebuildSearchDays } from '../../subgraphs/content/store/add-searches.ts';
import { addDays, dayOf, startOfDay } from '../../subgraphs/kit/calendar.ts';
import { newSearchId } from '../../subgraphs/kit/search-id.ts';
import { useContent } from '../kit/content.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const TRENDING =
  'query($first: Int! = 20, $range: DateRange) { trendingSearches(first: $first, range: $range) { text searches change } }';
const LEAST = 3;

/** A search: which text, by whom (null: nobody known), how many days before today, at which minute of the day. */
type Made = readonly [text: string, person: number | null, daysAgo: number, minute: number];

const TODAY = '2025-05-07';

describeOnDatabases('trending searches', (fresh) => {
  const content = useContent(fresh, undefined, { CONTENT_TRENDING_MIN_PEOPLE: String(LEAST) });

  async function fill(searches: readonly Made[]): Promise<void> {
    await content().db.deleteFrom('searches').execute();
    const rows = searches.map(([text, person, daysAgo, minute]) => ({
      id: newSearchId(text),
      text,
      origin: 'USER' as const,
      person: person === null ? null : new Uint8Array(32).fill(person),
      searchedAt: new Date(startOfDay(addDays(TODAY, -daysAgo)).getTime() + minute * 60_000),
    }));
    if (rows.length > 0) await addSearches(content().db, rows);
    await rebuildSearchDays(content().db);
  }

  const trending = async (variables: object = {}) => {
    const { data, errors } = await content().ask(TRENDING, variables);
    expect(errors).toEqual([]);
    return data.trendingSearches;
  };

  test('are what most searches of the last seven days were for, with their change', async () => {
    await fill([
      ...[1, 2, 3, 4].map((person) => ['防晒', person, 0, 600] as Made),
      ...[1, 2, 3].map((person) => ['冲锋衣', person, 6, 0] as Made),
      ['冲锋衣', 1, 3, 5],
      ['冲锋衣', 2, 3, 5],
      ['冲锋衣', null, 2, 5],
      ...[1, 2, 3, 4, 5, 6].map((person) => ['冲锋衣', person, 7, 1439] as Made),
      // The eighth day back is none of the seven.
      ...[1, 2, 3].map((person) => ['帐篷', person, 7, 0] as Made),
    ]);
    // Of three days 3, 2 and 1, each rounded to 3.
    expect(await trending()).toEqual([
      { text: '冲锋衣', searches: 6, change: '0.0000' },
      { text: '防晒', searches: 3, change: null },
    ]);
    expect(await trending({ first: 1 })).toHaveLength(1);
    expect(await trending({ range: { from: '2025-04-30', to: '2025-04-30' } })).toMatchObject([
      { text: '冲锋衣', searches: 6 },
      { text: '帐篷', searches: 3 },
    ]);
  });

  test('tell by no two ranges what few searched for on the day by which they differ', async () => {
    const week = [1, 2, 3, 4, 5].map((daysAgo) =>
      [1, 2, 3, 4, 5, 6].map((person) => ['防晒', person, daysAgo, 600] as Made),
    );
    const told = async (from: number, to: number) =>
      (await trending({ range: { from: addDays(TODAY, -from), to: addDays(TODAY, -to) } }))[0].searches;
    for (const few of [0, 1]) {
      await fill([...week.flat(), ...(few ? [['防晒', 9, 0, 600] as Made] : [])]);
      expect([await told(5, 1), await told(5, 0), await told(4, 0)]).toEqual([30, 30, 24]);
    }
  });

  test('one person who searches every day is one person, also of the range before', async () => {
    await fill([
      ...[0, 1, 2, 3, 4, 5].flatMap((daysAgo) => [60, 120].map((minute) => ['密语', 1, daysAgo, minute] as Made)),
      ...[0, 1, 2].map((daysAgo) => ['密语', 2, daysAgo, 60] as Made),
      ...[0, 1, 2, 3].flatMap((daysAgo) => [60, 120].map((minute) => ['大家', daysAgo + 1, daysAgo, minute] as Made)),
      ...[7, 8, 9].flatMap((daysAgo) => [60, 120].map((minute) => ['大家', 1, daysAgo, minute] as Made)),
    ]);
    expect(await trending()).toEqual([{ text: '大家', searches: 12, change: null }]);
  });

  test('a text is told as everyone typed it: in lower case, with single spaces', async () => {
    await fill([
      ['Running  SHOES', 1, 0, 1],
      ['running shoes', 2, 0, 2],
      ['ＲＵＮＮＩＮＧ shoes ', 3, 0, 3],
    ]);
    expect(await trending()).toMatchObject([{ text: 'running shoes', searches: 3 }]);
  });

  test('what is searched for now is counted at once', async () => {
    await fill([]);
    for (const viewer of ['a', 'b', 'c', 'c']) await content().ask('{ search(text: "早八") { id } }', {}, viewer);
    expect(await trending()).toEqual([{ text: '早八', searches: 3, change: null }]);
  });

  test('agree with a count of the whole log', async () => {
    const made = fc.array(
      fc.tuple(
        fc.constantFrom('a', 'b', 'c', 'd'),
        fc.option(fc.integer({ min: 1, max: 5 })),
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 0, max: 1439 }),
      ),
      { maxLength: 60 },
    );
    const range = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 5 }));
    await fc.assert(
      fc.asyncProperty(made, range, async (searches, [lastDaysAgo, length]) => {
        await fill(searches);
        const to = addDays(TODAY, -lastDaysAgo);
        const from = addDays(to, 1 - length);
        const within = (first: string, last: string) =>
          searches.filter(([, , daysAgo, minute]) => {
            const day = dayOf(new Date(startOfDay(addDays(TODAY, -daysAgo)).getTime() + minute * 60_000));
            return first <= day && day <= last;
          });
        const now = within(from, to);
        const before = within(addDays(from, -length), addDays(to, -length));
        const personsOf = (made: typeof searches, text: string) =>
          new Set(made.flatMap(([typed, person]) => (typed === text && person !== null ? [person] : []))).size;
        // Each day's searches are rounded by themselves.
        const searchesOf = (made: typeof searches, text: string) =>
          [...Map.groupBy(made, ([, , daysAgo]) => daysAgo).values()]
            .map((day) => day.filter(([typed]) => typed === text).length)
            .reduce((sum, count) => sum + Math.floor(count / LEAST + 0.5) * LEAST, 0);
        const expected = ['a', 'b', 'c', 'd']
          .filter((text) => personsOf(now, text) >= LEAST && searchesOf(now, text) > 0)
          .map((text) => {
            const count = searchesOf(now, text);
            // Of a text that too few persons searched for before, nothing is told of before.
            const earlier = personsOf(before, text) < LEAST ? 0 : searchesOf(before, text);
            return { text, searches: count, change: earlier === 0 ? null : ((count - earlier) / earlier).toFixed(4) };
          });
        const told = await trending({ range: { from, to } });
        expect(told.map((trend: { searches: number }) => trend.searches)).toEqual(
          expected.map((trend) => trend.searches).sort((a, b) => b - a),
        );
        expect(told).toEqual(expect.arrayContaining(expected));
      }),
      { numRuns: 40 },
    );
  });
});
