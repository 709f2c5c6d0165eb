import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { tapSent } from '../kit/commerce/events.ts';
import { change, startFeed, type TestFeed } from '../kit/commerce/feed.ts';
import { startCommerce, type TestCommerce } from '../kit/commerce.ts';
import { describeOnDatabases } from '../kit/databases.ts';

describeOnDatabases('commerce following content’s product links', (fresh) => {
  /** Runs a test with a feed and a commerce that looks at it that often. */
  async function following(
    intervalMs: number,
    run: (commerce: TestCommerce, feed: TestFeed) => Promise<void>,
  ): Promise<void> {
    await using feed = await startFeed();
    const env = { COMMERCE_LINK_FEED_URL: feed.url, COMMERCE_LINK_FEED_INTERVAL_MS: String(intervalMs) };
    const commerce = await startCommerce(await fresh(), env);
    try {
      await run(commerce, feed);
    } finally {
      await commerce.close();
    }
  }

  const targetOf = ({ database: { db } }: TestCommerce, linkId: string) =>
    db.selectFrom('link_targets').selectAll().where('link_id', '=', linkId).executeTakeFirst();

  async function until(holds: () => Promise<boolean>): Promise<void> {
    while (!(await holds())) await sleep(20);
  }

  const HOUR = 3_600_000;
  const NOON = '2025-05-07T11:59:00+08:00';

  test('takes in each change in its turn; a link keeps the code that its first change got', async () => {
    await following(100, async (commerce, feed) => {
      feed.changes.push(change(101, 'link_new'));
      await until(async () => (await targetOf(commerce, 'link_new')) !== undefined);
      const first = await targetOf(commerce, 'link_new');
      expect(first).toMatchObject({
        note_id: 'note_9',
        product_id: 'product_11',
        status: 'ACTIVE',
        feed_position: 101,
      });
      expect(first?.jump_code).toMatch(/^[A-Za-z0-9_-]{22}$/);
      feed.changes.splice(0, 1, change(102, 'link_new', { status: 'REMOVED' }));
      await until(async () => (await targetOf(commerce, 'link_new'))?.status === 'REMOVED');
      expect(await targetOf(commerce, 'link_new')).toEqual({ ...first, status: 'REMOVED', feed_position: 102 });
    });
  });

  test('an event is held against its link as it is now, though another had named it a moment before', async () => {
    await following(100, async (commerce, feed) => {
      const shopsOf = async (eventId: string) => {
        await commerce.record({ eventId, stage: 'READ', occurredAt: NOON, sourceId: 'note_9' });
        const { db } = commerce.database;
        const row = await db
          .selectFrom('events')
          .select('read_shops')
          .where('event_id', '=', eventId)
          .executeTakeFirst();
        return row?.read_shops;
      };
      expect(await shopsOf('before')).toEqual([]);
      feed.changes.push(change(101, 'link_new'));
      await until(async () => (await targetOf(commerce, 'link_new')) !== undefined);
      expect(await shopsOf('led')).toEqual(['shop_1']);
      feed.changes.splice(0, 1, change(102, 'link_new', { status: 'REMOVED' }));
      await until(async () => (await targetOf(commerce, 'link_new'))?.status === 'REMOVED');
      expect(await shopsOf('removed')).toEqual([]);
    });
  });

  test('takes in a feed of many pages, and gives each link a code of 128 random bits', async () => {
    await following(100, async (commerce, feed) => {
      feed.changes.push(...Array.from({ length: 2_500 }, (_, index) => change(1_000 + index, `link_many_${index}`)));
      await until(async () => (await targetOf(commerce, 'link_many_2499')) !== undefined);
      const { db } = commerce.database;
      const { count } = await db
        .selectFrom('link_targets')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('link_id', 'like', 'link\\_many\\_%')
        .executeTakeFirstOrThrow();
      expect(count).toBe(2_500);
      const links = await db
        .selectFrom('link_targets')
        .select('jump_code')
        .where('link_id', 'like', 'link\\_many\\_%')
        .execute();
      const codes = links.map(({ jump_code }) => Buffer.from(jump_code, 'base64url'));
      expect(new Set(codes.map((code) => code.toString('hex'))).size).toBe(2_500);
      for (let bit = 0; bit < 128; bit++) {
        const set = codes.filter((code) => ((code[bit >> 3] ?? 0) >> (bit & 7)) & 1).length;
        // Ten standard deviations around the half.
        expect(Math.abs(set - 1_250)).toBeLessThan(250);
      }
    });
  });

  test('looks at once when it meets a link that it does not know: in an event, a tap, a destination', async () => {
    await following(HOUR, async (commerce, feed) => {
      feed.changes.push(change(101, 'link_a'));
      const recorded = await commerce.record(tapSent({ eventId: 'tap', productLinkId: 'link_a' }));
      expect(recorded.results).toMatchObject([{ outcome: 'ACCEPTED' }]);
      feed.changes.push(change(102, 'link_b'));
      const opened = await commerce.ask(
        'mutation { productLinkOpen(input: { productLinkId: "link_b", client: WEB }) { click { id } userErrors { code } } }',
      );
      expect(opened.data.productLinkOpen).toEqual({ click: { id: expect.any(String) }, userErrors: [] });
      feed.changes.push(change(103, 'link_c'));
      const led = await commerce.ask(
        'query($of: [_Any!]!) { _entities(representations: $of) { ... on ProductLink { destination { opensInPlace } } } }',
        { of: [{ __typename: 'ProductLink', id: 'link_c' }] },
      );
      expect(led.data._entities).toEqual([{ destination: { opensInPlace: false } }]);
    });
  });

  test('goes on while content fails: what it knows is served, what it does not is refused, and later taken in', async () => {
    await following(HOUR, async (commerce, feed) => {
      feed.broken = true;
      feed.changes.push(change(101, 'link_late'));
      const late = tapSent({ eventId: 'late', productLinkId: 'link_late' });
      const during = await commerce.record(tapSent({ eventId: 'known' }), late);
      expect(during.results).toMatchObject([
        { outcome: 'ACCEPTED' },
        { outcome: 'REJECTED', error: { code: 'EVENT_LINK_UNKNOWN', field: ['productLinkId'] } },
      ]);
      expect((await fetch(`${commerce.url}/readyz`)).status).toBe(200);
      feed.broken = false;
      expect((await commerce.record(late)).results).toMatchObject([{ outcome: 'ACCEPTED' }]);
    });
  });
});
