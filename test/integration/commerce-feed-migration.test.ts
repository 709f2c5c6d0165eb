import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { feedMigration } from '../../subgraphs/commerce/migrations/011-feed.ts';
import { feedPruningMigration } from '../../subgraphs/commerce/migrations/015-feed-pruning.ts';
import { openCommerceDatabase } from '../../subgraphs/commerce/store/open.ts';
import { paidSent, tapSent, visitSent } from '../kit/commerce/events.ts';
import { FeedReader } from '../kit/commerce/feed-reader.ts';
import { openMarket } from '../kit/commerce/market.ts';
import { recorderInto } from '../kit/commerce/recording.ts';
import { describeOnDatabases } from '../kit/databases.ts';

describeOnDatabases('the migration of the feed', (fresh) => {
  test('tells of the events from before it as if it had been there', async () => {
    const database = await openCommerceDatabase(await fresh());
    const { db } = database;
    await openMarket(db);
    const sent = [
      tapSent({ eventId: 'tap', occurredAt: '2025-05-06T12:00:00+08:00' }),
      visitSent({ eventId: 'visit' }),
      visitSent({ eventId: 'denied', consent: 'DENIED' }),
      { ...visitSent({ eventId: 'read', stage: 'READ' }), sourceId: 'note_1' },
      paidSent({ eventId: 'paid' }),
      paidSent({ eventId: 'back', stage: 'REFUND' }, { platformOrderId: 'T-paid', amount: '9.00' }),
    ];
    const receivedAt = Date.parse('2025-05-07T05:00:00Z');
    await recorderInto(db).record(sent.map((event) => ({ platformId: 'platform_taobao', receivedAt, sent: event })));
    const told = async () => {
      const reader = new FeedReader();
      await reader.read(db, 2);
      return [...reader.held.values()];
    };
    const before = await told();
    await sql`drop table conversions, feed_groups, feed`.execute(db);
    await feedMigration.up(db);
    await feedPruningMigration.up(db);
    expect(before).toHaveLength(5);
    expect(await told()).toEqual(before);
    await database.close();
  });
});
