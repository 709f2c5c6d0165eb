import { afterAll, beforeAll, expect, test } from 'vitest';
import { openContentDatabase } from '../../subgraphs/content/store/open.ts';
import type { ContentTables } from '../../subgraphs/content/store/tables.ts';
import type { Database } from '../../subgraphs/kit/database.ts';
import type { Counter } from '../../subgraphs/world/content/counters.ts';
import { addCounters } from '../../subgraphs/world/store/content-rows.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const hour = Date.parse('2025-04-08T04:00:00.000Z');
const none = { likes: 0, saves: 0, comments: 0, shares: 0, follows: 0, screenshots: 0 };

describeOnDatabases('counters that come in pieces', (fresh) => {
  let content: Database<ContentTables>;
  beforeAll(async () => {
    content = await openContentDatabase(await fresh());
  });
  afterAll(() => content?.close());

  test('add up by note and hour', async () => {
    const piece = (noteId: string, reads: number): Counter => ({
      noteId,
      hour,
      impressions: reads * 20,
      reads,
      ...none,
    });
    await addCounters(content.db, [piece('note_1', 1), piece('note_2', 2)]);
    await addCounters(content.db, [piece('note_2', 5)]);
    const rows = await content.db
      .selectFrom('note_hours')
      .select(['note_id', 'impressions', 'reads'])
      .orderBy('note_id')
      .execute();
    expect(rows).toEqual([
      { note_id: 'note_1', impressions: 20, reads: 1 },
      { note_id: 'note_2', impressions: 140, reads: 7 },
    ]);
  });
});
