import { expect, test } from 'vitest';
import { NOON, useContent } from '../kit/content.ts';
import { addAuthors, addNotes } from '../kit/content-rows.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const ENGAGEMENT = `query($id: ID!, $range: DateRange) { note(id: $id) { engagement(range: $range) {
  impressions reads likes saves comments shares follows interactions clickRate engagementRate
  freshness { asOf watermark finality } } } }`;

/** An hour's counters, each a different number, so that none is taken for another. */
const hour = (note: string, instant: string, times: number) => ({
  note_id: note,
  hour: new Date(instant),
  impressions: 1000 * times,
  reads: 100 * times,
  likes: times,
  saves: 2 * times,
  comments: 3 * times,
  shares: 4 * times,
  follows: 5 * times,
  screenshots: 6 * times,
});

describeOnDatabases('engagement', (fresh) => {
  const content = useContent(fresh, async ({ db }) => {
    await addAuthors(db, { id: 'author_1' });
    await addNotes(
      db,
      {
        id: 'note_1',
        impression_count: 3000,
        read_count: 7,
        like_count: 1,
        follow_count: 2,
        counted_at: new Date('2025-05-07T03:00:00Z'),
      },
      { id: 'note_2' },
    );
    await db
      .insertInto('note_hours')
      .values([
        hour('note_1', '2025-05-05T15:00:00Z', 1),
        // Midnight in Shanghai: the first hour of 6 May.
        hour('note_1', '2025-05-05T16:00:00Z', 10),
        hour('note_1', '2025-05-06T15:00:00Z', 100),
        hour('note_1', '2025-05-06T16:00:00Z', 1000),
        hour('note_2', '2025-05-07T02:00:00Z', 1),
      ])
      .execute();
  });

  const engagement = async (id: string, range: object | null) => {
    const { data, errors } = await content().ask(ENGAGEMENT, { id, range });
    expect(errors).toEqual([]);
    return data.note.engagement;
  };

  test('within a range sums the hours of its days in Shanghai, both ends included', async () => {
    expect(await engagement('note_1', { from: '2025-05-06', to: '2025-05-06' })).toMatchObject({
      impressions: 110_000,
      reads: 11_000,
      likes: 110,
      saves: 220,
      comments: 330,
      shares: 440,
      follows: 550,
      interactions: 1650,
      clickRate: '0.1000',
      engagementRate: '0.1500',
    });
    expect(await engagement('note_1', { from: '2025-05-05', to: '2025-05-07' })).toMatchObject({ likes: 1111 });
  });

  test('without a range is over all time', async () => {
    expect(await engagement('note_1', null)).toMatchObject({
      impressions: 3000,
      reads: 7,
      interactions: 3,
      clickRate: '0.0023',
      engagementRate: '0.4286',
      freshness: { asOf: '2025-05-07T03:00:00.000Z', watermark: '2025-05-07T03:00:00.000Z', finality: 'LIVE' },
    });
  });

  test('of nothing is zeros, no rates, and as of the newest hour of any note', async () => {
    expect(await engagement('note_2', { from: '2024-01-01', to: '2024-12-31' })).toEqual({
      impressions: 0,
      reads: 0,
      likes: 0,
      saves: 0,
      comments: 0,
      shares: 0,
      follows: 0,
      interactions: 0,
      clickRate: null,
      engagementRate: null,
      freshness: { asOf: '2025-05-07T02:00:00.000Z', watermark: '2025-05-07T03:00:00.000Z', finality: 'FINAL' },
    });
  });

  test('is LIVE until the range ends in Shanghai, PROVISIONAL for 72 hours, FINAL then', async () => {
    const range = { from: '2025-05-07', to: '2025-05-07' };
    const end = Date.parse('2025-05-07T16:00:00Z');
    for (const [now, finality] of [
      [NOON.getTime(), 'LIVE'],
      [end - 1, 'LIVE'],
      [end, 'PROVISIONAL'],
      [end + 72 * 3_600_000 - 1, 'PROVISIONAL'],
      [end + 72 * 3_600_000, 'FINAL'],
    ] as const) {
      content().now = new Date(now);
      expect((await engagement('note_1', range)).freshness).toMatchObject({
        asOf: '2025-05-06T16:00:00.000Z',
        finality,
      });
    }
  });
});
