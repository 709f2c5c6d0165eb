import { beforeEach, expect, test } from 'vitest';
import type { SentEvent } from '../../subgraphs/commerce/conversions/event.ts';
import { changeFeedEpoch } from '../../subgraphs/commerce/store/feed/feed-groups.ts';
import { paidSent, tapSent, visitSent } from '../kit/commerce/events.ts';
import { personOf } from '../kit/commerce/market.ts';
import { type TestCommerce, useCommerce } from '../kit/commerce.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const FEED = `query($first: Int! = 200, $after: String, $filter: ConversionFilter) {
  conversions(first: $first, after: $after, filter: $filter) {
    nodes { id eventId stage state version sourceId note { id } productLink { id } product { id platformId platformProductId }
      shop { id } platformOrderId platformLineId quantity value { amount currencyCode } occurredAt receivedAt changedAt }
    edges { cursor node { eventId } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    freshness { asOf watermark finality } } }`;

interface Asked {
  readonly first?: number;
  readonly after?: string | null;
  readonly filter?: object;
}

describeOnDatabases('the feed of conversions', (fresh) => {
  const commerce = useCommerce(fresh, { COMMERCE_LATENESS_MINUTES: '60' });
  let resultOf: Record<string, string | null | undefined>;
  beforeEach(() => {
    resultOf = {};
  });

  async function record(...events: SentEvent[]) {
    const { results } = await commerce().record(...events);
    for (const { eventId, conversionId, error } of results) {
      expect(error).toBeNull();
      resultOf[eventId ?? ''] = conversionId;
    }
  }

  async function read(asked: Asked = {}) {
    const { data, errors } = await commerce().ask(FEED, asked);
    expect(errors).toEqual([]);
    return data.conversions;
  }

  const told = async (asked: Asked = {}) =>
    (await read(asked)).nodes.map(({ eventId, version }: { eventId: string; version: number }) => [eventId, version]);

  async function codeOf(asked: Asked) {
    const { errors } = await commerce().ask(FEED, asked);
    return errors[0]?.extensions.code;
  }

  test('tells each conversion whole: what it was, of what, and whose click led there', async () => {
    await record(
      tapSent({ eventId: 'tap', occurredAt: '2025-05-07T11:00:00+08:00' }),
      paidSent({ eventId: 'paid', sourceId: 'note_7' }, { amount: '258.00', quantity: 2, platformLineId: 'L1' }),
    );
    const { nodes } = await read();
    const both = { state: 'REPORTED', version: 1, shop: { id: 'shop_1' }, note: { id: 'note_1' } };
    const alike = { ...both, productLink: { id: 'link_11' }, receivedAt: '2025-05-07T04:00:00.000Z' };
    const product = { id: 'product_11', platformId: 'platform_taobao', platformProductId: 'tb11' };
    expect(nodes).toEqual([
      {
        ...alike,
        id: resultOf.tap,
        eventId: 'tap',
        stage: 'LINK_CLICK',
        sourceId: null,
        product,
        platformOrderId: null,
        platformLineId: null,
        quantity: null,
        value: null,
        occurredAt: '2025-05-07T03:00:00.000Z',
        changedAt: '2025-05-07T04:00:00.000Z',
      },
      {
        ...alike,
        id: resultOf.paid,
        eventId: 'paid',
        stage: 'ORDER_PAID',
        sourceId: 'note_7',
        product,
        platformOrderId: 'T-paid',
        platformLineId: 'L1',
        quantity: 2,
        value: { amount: '258.00', currencyCode: 'CNY' },
        occurredAt: '2025-05-07T04:00:00.000Z',
        changedAt: '2025-05-07T04:00:00.000Z',
      },
    ]);
  });

  test('begins with the click: reads and searches are none of it', async () => {
    const source = { personKey: personOf(1), occurredAt: '2025-05-07T12:00:00+08:00', sourceId: 'note_1' };
    await record(
      { eventId: 'read', stage: 'READ', ...source },
      { eventId: 'search', stage: 'SEARCH', ...source },
      visitSent({ eventId: 'visit' }),
    );
    expect(await told()).toEqual([['visit', 1]]);
    expect(await codeOf({ filter: { stages: ['READ'] } })).toBe('ARGUMENT_INVALID');
  });

  test('goes on from any cursor, page by page, and from its end once there is more', async () => {
    await record(...['a', 'b', 'c', 'd', 'e'].map((eventId) => visitSent({ eventId })));
    const page = await read({ first: 2 });
    expect(page.nodes.map((node: { eventId: string }) => node.eventId)).toEqual(['a', 'b']);
    expect(page.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: page.edges[0].cursor,
      endCursor: page.edges[1].cursor,
    });
    const rest = await read({ after: page.pageInfo.endCursor });
    expect(rest.nodes.map((node: { eventId: string }) => node.eventId)).toEqual(['c', 'd', 'e']);
    expect(rest.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const end = rest.pageInfo.endCursor;
    expect((await read({ after: end })).pageInfo).toMatchObject({ hasNextPage: false, endCursor: end });
    await record(visitSent({ eventId: 'f' }));
    expect(await told({ after: end })).toEqual([['f', 1]]);
  });

  test('has a cursor for its beginning while it is empty', async () => {
    const { pageInfo, freshness } = await read();
    expect(pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: expect.any(String),
    });
    expect(freshness).toEqual({
      asOf: '2025-05-07T03:00:00.000Z',
      watermark: '2025-05-07T03:00:00.000Z',
      finality: 'LIVE',
    });
    await record(visitSent({ eventId: 'first' }));
    expect(await told({ after: pageInfo.endCursor })).toEqual([['first', 1]]);
    expect((await read()).freshness).toMatchObject({ asOf: '2025-05-07T04:00:00.000Z' });
  });

  test('moves a conversion behind all others, with a higher version, when another click is credited', async () => {
    await record(
      tapSent({ eventId: 'old', productLinkId: 'link_12', occurredAt: '2025-05-01T12:00:00+08:00' }),
      paidSent({ eventId: 'paid' }),
      paidSent({ eventId: 'back', stage: 'REFUND' }, { platformOrderId: 'T-paid', amount: '9.00' }),
      visitSent({ eventId: 'other', personKey: personOf(2) }),
    );
    const { pageInfo } = await read();
    await record(tapSent({ eventId: 'late', occurredAt: '2025-05-06T12:00:00+08:00' }));
    const after = await read({ after: pageInfo.endCursor });
    expect(after.nodes).toMatchObject([
      { eventId: 'late', version: 1 },
      { eventId: 'paid', version: 2, note: { id: 'note_1' }, productLink: { id: 'link_11' }, id: resultOf.paid },
      { eventId: 'back', version: 2, note: { id: 'note_1' } },
    ]);
    expect((await told()).sort()).toEqual([
      ['back', 2],
      ['late', 1],
      ['old', 1],
      ['other', 1],
      ['paid', 2],
    ]);
  });

  test('credits a click for 15 days, and nothing to who denied consent, nor to an order before its payment', async () => {
    await record(
      tapSent({ eventId: 'tap', occurredAt: '2025-04-01T12:00:00+08:00' }),
      visitSent({ eventId: 'at the end'.replaceAll(' ', '-'), occurredAt: '2025-04-16T12:00:00+08:00' }),
      visitSent({ eventId: 'beyond', occurredAt: '2025-04-16T12:00:00.001+08:00' }),
      tapSent({ eventId: 'denied', consent: 'DENIED' }),
      paidSent({ eventId: 'placed', stage: 'ORDER_PLACED', occurredAt: '2025-04-02T12:00:00+08:00' }),
    );
    const { nodes } = await read();
    const notes = nodes.map((node: { eventId: string; note: { id: string } | null }) => [node.eventId, node.note?.id]);
    expect(Object.fromEntries(notes)).toEqual({
      tap: 'note_1',
      'at-the-end': 'note_1',
      beyond: undefined,
      denied: undefined,
      placed: undefined,
    });
    await record(
      paidSent({ eventId: 'paid', occurredAt: '2025-04-03T12:00:00+08:00' }, { platformOrderId: 'T-placed' }),
    );
    expect((await read()).nodes.slice(-2)).toMatchObject([
      { eventId: 'paid', note: { id: 'note_1' }, version: 1 },
      { eventId: 'placed', note: { id: 'note_1' }, version: 2 },
    ]);
  });

  test('lets through the stages and shops that are asked for; a cursor is bound to them, however they are written', async () => {
    await record(
      visitSent({ eventId: 'visit-1' }),
      visitSent({ eventId: 'visit-2', shopId: 'shop_2' }),
      paidSent({ eventId: 'paid-1' }),
      paidSent({ eventId: 'paid-2', link: 'link_21' }),
    );
    const stages = ['ORDER_PAID', 'REFUND'];
    expect(await told({ filter: { stages } })).toEqual([
      ['paid-1', 1],
      ['paid-2', 1],
    ]);
    expect(await told({ filter: { shopIds: ['shop_2'] } })).toEqual([
      ['visit-2', 1],
      ['paid-2', 1],
    ]);
    const { pageInfo } = await read({ first: 1, filter: { stages } });
    const after = pageInfo.endCursor;
    expect(await told({ after, filter: { stages: stages.toReversed() } })).toEqual([['paid-2', 1]]);
    expect(await codeOf({ after })).toBe('CURSOR_INVALID');
    expect(await codeOf({ after, filter: { stages, shopIds: ['shop_2'] } })).toBe('CURSOR_INVALID');
  });

  test.each([
    [{ first: 0 }, 'PAGE_SIZE_INVALID'],
    [{ first: 501 }, 'PAGE_SIZE_INVALID'],
    [{ filter: { stages: [] } }, 'ARGUMENT_INVALID'],
    [{ filter: { shopIds: ['note_1'] } }, 'ID_INVALID'],
    [{ filter: { shopIds: Array.from({ length: 101 }, (_, index) => `shop_${index}`) } }, 'ARGUMENT_INVALID'],
    [{ after: 'x' }, 'CURSOR_INVALID'],
  ])('refuses %j', async (asked, code) => {
    expect(await codeOf(asked)).toBe(code);
  });

  test('begins at an instant without a cursor: nothing that changed since then is left out', async () => {
    await record(visitSent({ eventId: 'before' }));
    commerce().now = new Date('2025-05-07T05:00:00.000Z');
    await record(visitSent({ eventId: 'at' }));
    commerce().now = new Date('2025-05-07T06:00:00.000Z');
    await record(visitSent({ eventId: 'after' }));
    const since = (changedSince: string) => told({ filter: { changedSince } });
    expect(await since('2025-05-07T13:00:00+08:00')).toEqual([
      ['at', 1],
      ['after', 1],
    ]);
    expect(await since('2025-05-07T05:00:00.001Z')).toEqual([['after', 1]]);
    expect(await since('2025-01-01T00:00:00Z')).toHaveLength(3);
    const { nodes, pageInfo } = await read({ filter: { changedSince: '2025-05-07T06:00:00.001Z' } });
    expect(nodes).toEqual([]);
    await record(visitSent({ eventId: 'more' }));
    expect(await told({ after: pageInfo.endCursor })).toEqual([['more', 1]]);
  });

  test('refuses the cursors of an earlier epoch, and says how to begin again', async () => {
    await record(visitSent({ eventId: 'visit' }));
    const { pageInfo } = await read();
    await changeFeedEpoch(commerce().database.db);
    const { errors } = await commerce().ask(FEED, { after: pageInfo.endCursor });
    expect(errors).toMatchObject([
      { message: expect.stringContaining('Begin again without a cursor'), extensions: { code: 'FEED_EPOCH_CHANGED' } },
    ]);
    expect(await told()).toEqual([['visit', 1]]);
  });

  test('of a database taken back to an earlier state, refuses the cursors of what is lost, and those alone', async () => {
    await record(visitSent({ eventId: 'kept' }));
    const kept = (await read()).pageInfo.endCursor;
    await record(visitSent({ eventId: 'lost' }));
    const lost = (await read()).pageInfo.endCursor;
    await takeBack(commerce());
    expect(await codeOf({ after: lost })).toBe('FEED_CURSOR_AHEAD');
    await record(visitSent({ eventId: 'instead' }));
    expect(await told({ after: kept })).toEqual([['instead', 1]]);
    expect(await codeOf({ after: lost })).toBe('FEED_EPOCH_CHANGED');
  });

  test('answers for a conversion that another subgraph knows by its id', async () => {
    await record(visitSent({ eventId: 'visit' }));
    const query =
      'query($of: [_Any!]!) { _entities(representations: $of) { ... on Conversion { eventId changedAt } } }';
    const of = [resultOf.visit, 'conversion_AAAAAAAAAAAAAAAAAAAAAA', 'conversion_?'];
    const { data, errors } = await commerce().ask(query, { of: of.map((id) => ({ __typename: 'Conversion', id })) });
    expect(data._entities).toEqual([{ eventId: 'visit', changedAt: '2025-05-07T04:00:00.000Z' }, null, null]);
    expect(errors.map((error) => error.extensions.code)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  });
});

/** Leaves of the feed what it was before its last group, as a restored backup does. */
async function takeBack({ database: { db } }: TestCommerce): Promise<void> {
  const { last_number } = await db.selectFrom('feed').select('last_number').executeTakeFirstOrThrow();
  const last = await db
    .deleteFrom('feed_groups')
    .where('number', '=', last_number)
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.deleteFrom('conversions').where('group_id', '=', last.id).execute();
  await db
    .updateTable('feed')
    .set({ last_number: last_number - 1 })
    .execute();
}
