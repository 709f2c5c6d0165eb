import { beforeEach, expect, test } from 'vitest';
import { searchPeopleKey } from '../../subgraphs/content/reports/search-people.ts';
import { addSearches, rebuildSearchDays } from '../../subgraphs/content/store/add-searches.ts';
import { forgetSearches } from '../../subgraphs/content/store/forget-searches.ts';
import { forgetWithdrawn } from '../../subgraphs/content/store/forget-withdrawn.ts';
import { closeReports } from '../../subgraphs/content/store/reports/close-reports.ts';
import { readDecided } from '../../subgraphs/kit/people/decided-cells.ts';
import { fingerprintOfSearch, newSearchId, textFingerprint } from '../../subgraphs/kit/search-id.ts';
import { NOON, useContent } from '../kit/content.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const SEARCH =
  'query($text: String!, $origin: SearchOrigin! = USER) { search(text: $text, origin: $origin) { id text searchedAt origin } }';

describeOnDatabases('the log of searches', (fresh) => {
  const content = useContent(fresh);

  beforeEach(async () => {
    for (const table of ['searches', 'current_searches', 'search_days', 'active_days', 'active_persons'] as const) {
      await content().db.deleteFrom(table).execute();
    }
  });

  const search = async (text: string, viewer?: string, minutes = 0, origin = 'USER') => {
    content().now = new Date(NOON.getTime() + minutes * 60_000);
    const { data, errors } = await content().ask(SEARCH, { text, origin }, viewer);
    expect(errors).toEqual([]);
    return data.search;
  };
  const rows = () => content().db.selectFrom('searches').selectAll().execute();
  const days = () =>
    content().db.selectFrom('search_days').select(['day', 'searches', 'persons']).orderBy('day').execute();

  test('the same person asking for the same text goes on with the same search, counted once', async () => {
    const first = await search('冲锋衣', 'viewer-1');
    expect(await search('冲锋衣', 'viewer-1', 1)).toEqual(first);
    expect(await search(' 冲锋衣 ', 'viewer-1', 29, 'SUGGESTED')).toEqual(first);
    expect(await search('冲锋衣', 'viewer-1', 30)).toEqual(first);
    expect(await rows()).toHaveLength(1);
    expect(await days()).toEqual([{ day: '2025-05-07', searches: 1, persons: 1 }]);
  });

  test('after 30 minutes, for another text, or by another person it is another search', async () => {
    const ids = [
      await search('Shoes', 'viewer-1'),
      await search('shoes', 'viewer-1', 31),
      await search('boots', 'viewer-1', 31),
      await search('shoes', 'viewer-2', 31),
    ].map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
    expect(await rows()).toHaveLength(4);
  });

  test('without a person each request is a search of its own', async () => {
    const first = await search('冲锋衣');
    expect((await search('冲锋衣')).id).not.toBe(first.id);
    expect(await days()).toEqual([{ day: '2025-05-07', searches: 2, persons: 0 }]);
  });

  test('requests of one person at the same time are one search', async () => {
    const searches = await Promise.all(Array.from({ length: 20 }, () => search('冲锋衣', 'viewer-1')));
    expect(new Set(searches.map(({ id }) => id)).size).toBe(1);
    expect(new Set(searches.map(({ searchedAt }) => searchedAt)).size).toBe(1);
    expect(await rows()).toHaveLength(1);
    expect(await days()).toEqual([{ day: '2025-05-07', searches: 1, persons: 1 }]);
  });

  test('an id carries the fingerprint of its text, and cannot be guessed', async () => {
    const { id } = await search('ＳＨＯＥＳ  red', 'viewer-1');
    expect(fingerprintOfSearch(id)).toBe(textFingerprint('shoes red'));
    expect(id).toMatch(/^search_[\w-]{16}_[\w-]{22}$/);
  });

  test('a person is counted once a day of Shanghai, whatever the searches', async () => {
    // Noon, 16:00 and, past midnight, 00:00 and 01:00.
    for (const minutes of [0, 240, 720, 780]) await search('冲锋衣', 'viewer-1', minutes);
    await search('冲锋衣', 'viewer-2', 780);
    expect(await days()).toEqual([
      { day: '2025-05-07', searches: 2, persons: 1 },
      { day: '2025-05-08', searches: 3, persons: 2 },
    ]);
  });

  test('keeps a hash of the person, never the name that the gateway passed', async () => {
    await search('冲锋衣', 'phone:13800000000');
    const [row] = await rows();
    expect(row?.person).toHaveLength(32);
    expect(Buffer.from(row?.person ?? []).toString()).not.toContain('138');
  });

  test('forgets whose a search was once nobody can go on with it, and counts as if it had not', async () => {
    const current = () => content().db.selectFrom('current_searches').select('searched_at').execute();
    await search('冲锋衣', 'viewer-1');
    await search('冲锋衣', 'viewer-2', 1_440);
    await forgetSearches(content().db, NOON.getTime() + 2 * 86_400_000 + 1);
    expect(await current()).toEqual([{ searched_at: new Date(NOON.getTime() + 86_400_000) }]);
    await search('冲锋衣', 'viewer-1', 2_881);
    expect(await rows()).toHaveLength(3);
    expect((await days()).map(({ persons }) => persons)).toEqual([1, 1, 1]);
  });

  test('logging costs one statement, whatever is found', async () => {
    content().statements.length = 0;
    await search('冲锋衣', 'viewer-1');
    const writes = content().statements.filter((statement) => /insert into/.test(statement));
    expect(writes).toHaveLength(1);
    expect(content().statements).toHaveLength(2);
  });

  test('what was loaded is counted by its days, and gone on with by its persons', async () => {
    const person = (n: number) => new Uint8Array(32).fill(n);
    const loaded = [
      [1, -1440],
      [1, -5],
      [2, -10],
      [2, -12],
      [null, -3],
    ] as const;
    await addSearches(
      content().db,
      loaded.map(([n, minutes]) => ({
        id: newSearchId('露营'),
        text: '露营',
        origin: 'USER' as const,
        person: n === null ? null : person(n),
        searchedAt: new Date(NOON.getTime() + minutes * 60_000),
      })),
    );
    await rebuildSearchDays(content().db);
    expect(await days()).toEqual([
      { day: '2025-05-06', searches: 1, persons: 1 },
      { day: '2025-05-07', searches: 4, persons: 2 },
    ]);
    const current = await content()
      .db.selectFrom('current_searches')
      .select('searched_at')
      .orderBy('searched_at')
      .execute();
    expect(current.map((row) => row.searched_at)).toEqual([
      new Date(NOON.getTime() - 10 * 60_000),
      new Date(NOON.getTime() - 5 * 60_000),
    ]);
  });

  test('keeps nothing of whom a search was that withdrew attribution, and reports count nothing of theirs', async () => {
    const { db } = content();
    for (const viewer of ['ann', 'bob', 'cy']) await search('露营', viewer);
    const say = 'mutation { consentUpdate(input: { purpose: ATTRIBUTION, granted: false }) { userErrors { code } } }';
    expect((await content().ask(say, {}, 'cy')).data.consentUpdate.userErrors).toEqual([]);
    await closeReports(db, new Date('2025-05-20T00:00:00.000Z'), 8);
    const key = searchPeopleKey('DAY', '2025-05-07');
    expect((await readDecided(db, [key])).get(key)).toMatchObject({ active: 2, searchers: 2, searches: 2, fresh: 2 });
    await forgetWithdrawn(db);
    await search('露营', 'cy', 60);
    expect((await rows()).map(({ person }) => person).filter((person) => person === null)).toHaveLength(2);
    for (const table of ['active_days', 'active_persons'] as const)
      expect(await db.selectFrom(table).selectAll().execute()).toHaveLength(2);
    expect(await days()).toEqual([{ day: '2025-05-07', searches: 4, persons: 3 }]);
  });
});
