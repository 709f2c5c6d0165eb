import { expect, test } from 'vitest';
import { readFeedFilter } from '../../subgraphs/commerce/feed/feed-filter.ts';
import { readFeedPage } from '../../subgraphs/commerce/feed/feed-page.ts';
import { pruneFeed } from '../../subgraphs/commerce/store/feed/prune-feed.ts';
import { visitSent } from '../kit/commerce/events.ts';
import { FeedReader } from '../kit/commerce/feed-reader.ts';
import { useCommerce } from '../kit/commerce.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const DAY = 24 * 3_600_000;

describeOnDatabases('the groups of the feed', (fresh) => {
  const commerce = useCommerce(fresh);
  const db = () => commerce().database.db;
  const numbers = async () =>
    (await db().selectFrom('feed_groups').select('number').orderBy('number').execute()).map(({ number }) => number);

  test('go when they are old and nothing is in them; each cursor goes on as before, and so does changedSince', async () => {
    const start = commerce().now.getTime();
    const readers: FeedReader[] = [];
    const read = async () => {
      const reader = new FeedReader();
      await reader.read(db(), 500);
      readers.push(reader);
    };
    for (const eventId of ['1', '2', '3', '4']) {
      await commerce().record(visitSent({ eventId }));
      await read();
    }
    commerce().now = new Date(start + DAY);
    for (const of of ['1', '2', '4']) await commerce().record(visitSent({ eventId: `fix-${of}`, correctsEventId: of }));
    await read();
    await pruneFeed(db(), start + 90 * DAY);
    expect(await numbers()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    await pruneFeed(db(), start + 90 * DAY + 1);
    expect(await numbers()).toEqual([3, 5, 6, 7]);
    await commerce().record(visitSent({ eventId: '5' }));
    const whole = new FeedReader();
    await whole.read(db(), 500);
    for (const reader of readers) {
      await reader.read(db(), 1);
      expect(reader.state()).toEqual(whole.state());
    }
    const since = async (at: number) => {
      const filter = readFeedFilter({ changedSince: new Date(at).toISOString() });
      const { entries } = await readFeedPage(db(), { filter, first: 10, after: null });
      return entries.map(({ entry }) => entry.conversion.eventId);
    };
    expect(await since(start + 1)).toEqual(['1', '2', '4', '5']);
    expect(await since(start)).toEqual(['3', '1', '2', '4', '5']);
    // Who moves out later is found the next time round.
    await commerce().record(visitSent({ eventId: 'fix-3', correctsEventId: '3' }));
    await pruneFeed(db(), start + 92 * DAY);
    await pruneFeed(db(), start + 92 * DAY);
    expect(await numbers()).not.toContain(3);
  });
});
