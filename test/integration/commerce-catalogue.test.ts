import { beforeAll, expect, test } from 'vitest';
import { indexProducts } from '../../subgraphs/commerce/store/catalogue/product-search.ts';
import { paidSent } from '../kit/commerce/events.ts';
import { personOf, searchIdOf } from '../kit/commerce/market.ts';
import { useCommerce } from '../kit/commerce.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const PRODUCT = `id platformId platformProductId title imageUrl industry price { amount currencyCode }
  compareAtPrice { amount } availableForSale salesTrack soldAtLeast shop { id name kind paymentMethods platform { name }
  logistics { provider legs features } }`;

describeOnDatabases('the catalogue', (fresh) => {
  const commerce = useCommerce(fresh);

  beforeAll(async () => {
    const { db } = commerce().database;
    const products = await db
      .selectFrom('products')
      .select(['id', 'title', 'brand_name as brandName', 'category'])
      .execute();
    await indexProducts(db, products);
    await db
      .insertInto('reported_figures')
      .values([
        reported('小红书', 'monthly users who search', '0.70'),
        reported('淘天集团', 'revenue, quarter to 2024-12', '136091000000'),
      ])
      .execute();
  });

  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asks for
  async function answer(query: string, variables = {}): Promise<any> {
    const { data, errors } = await commerce().ask(query, variables);
    expect(errors).toEqual([]);
    return data;
  }

  async function entities(...of: readonly object[]) {
    const query = `query($of: [_Any!]!) { _entities(representations: $of) { __typename
      ... on Product { title } ... on Shop { name } ... on Platform { name } ... on Order { platformOrderId } } }`;
    return commerce().ask(query, { of });
  }

  test('tells of a product, by its id, by its marketplace’s, and by either key to the gateway', async () => {
    const { product, productByPlatformId } = await answer(`{
      product(id: "product_11") { ${PRODUCT} }
      productByPlatformId(platformId: "platform_taobao", platformProductId: "tb11") { ${PRODUCT} } }`);
    expect(product).toEqual({
      id: 'product_11',
      platformId: 'platform_taobao',
      platformProductId: 'tb11',
      title: '晴川轻薄防晒霜SPF50',
      imageUrl: null,
      industry: 'BEAUTY',
      price: { amount: '129.00', currencyCode: 'CNY' },
      compareAtPrice: null,
      availableForSale: true,
      salesTrack: 'MARKETPLACE',
      soldAtLeast: null,
      shop: {
        id: 'shop_1',
        name: '晴川旗舰店',
        kind: 'TMALL_FLAGSHIP',
        paymentMethods: ['ALIPAY'],
        platform: { name: '淘宝' },
        logistics: [{ provider: 'CAINIAO', legs: ['EXPRESS'], features: [] }],
      },
    });
    expect(productByPlatformId).toEqual(product);
    const keys = [{ id: 'product_11' }, { platformId: 'platform_taobao', platformProductId: 'tb11' }];
    const { data } = await entities(...keys.map((key) => ({ __typename: 'Product', ...key })));
    expect(data._entities).toEqual(keys.map(() => ({ __typename: 'Product', title: product.title })));
  });

  test('is null where there is none, and says so of an id that is none', async () => {
    expect(
      await answer('{ product(id: "product_99") { id } shop(id: "shop_99") { id } order(id: "order_99") { id } }'),
    ).toEqual({
      product: null,
      shop: null,
      order: null,
    });
    for (const query of [
      '{ product(id: "11") { id } }',
      '{ shop(id: "product_11") { id } }',
      '{ order(id: "") { id } }',
    ]) {
      expect((await commerce().ask(query)).errors).toMatchObject([{ extensions: { code: 'ID_INVALID' } }]);
    }
  });

  test('pages through products, filtered, each once', async () => {
    const page = (filter: string, first: number, after: string | null) =>
      answer(
        `query($after: String) { products(first: ${first}, after: $after, filter: ${filter}) {
        nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`,
        { after },
      );
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const { products } = await page('{ industry: BEAUTY }', 2, after);
      seen.push(...products.nodes.map(({ id }: { id: string }) => id));
      if (!products.pageInfo.hasNextPage) break;
      after = products.pageInfo.endCursor;
    }
    expect(seen).toEqual(['product_11', 'product_12', 'product_21', 'product_22', 'product_31']);
    const { products } = await page('{ shopId: "shop_2", salesTrack: MARKETPLACE }', 10, null);
    expect(products.nodes).toEqual([{ id: 'product_21' }, { id: 'product_22' }]);
    expect((await page('{ salesTrack: NATIVE }', 10, null)).products.nodes).toEqual([]);
  });

  test.each([
    ['products(first: 1000000) { nodes { id } }', 'PAGE_SIZE_INVALID'],
    ['products(first: 0) { nodes { id } }', 'PAGE_SIZE_INVALID'],
    ['platforms(first: -1) { nodes { id } }', 'PAGE_SIZE_INVALID'],
    ['products(after: "zzz") { nodes { id } }', 'CURSOR_INVALID'],
    ['products(filter: { shopId: "note_1" }) { nodes { id } }', 'ID_INVALID'],
  ])('refuses %s', async (field, code) => {
    expect((await commerce().ask(`{ ${field} }`)).errors).toMatchObject([{ extensions: { code } }]);
  });

  test('takes a made-up cursor for what it is', async () => {
    const made = (cursor: string, keys: unknown[]) => {
      const [tag] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
      return Buffer.from(JSON.stringify([tag, ...keys])).toString('base64url');
    };
    await commerce().record(paidSent({ eventId: 'paid' }));
    const orders = '{ shop(id: "shop_1") { orders { pageInfo { endCursor } } } }';
    const { endCursor } = (await answer(orders)).shop.orders.pageInfo;
    for (const instant of [2 ** 53 - 1, 1 - 2 ** 53, 8_640_000_000_000_001]) {
      const { errors } = await commerce().ask(
        'query($after: String) { shop(id: "shop_1") { orders(after: $after) { nodes { id } } } }',
        { after: made(endCursor, [instant, '\ud800']) },
      );
      expect(errors).toMatchObject([{ extensions: { code: 'CURSOR_INVALID' } }]);
    }
  });

  test('refuses the cursor of another list', async () => {
    const { products } = await answer('{ products(first: 1) { pageInfo { endCursor } } }');
    const after = products.pageInfo.endCursor;
    for (const field of [
      'products(after: $a, filter: { shopId: "shop_1" }) { nodes { id } }',
      'platforms(after: $a) { nodes { id } }',
    ]) {
      const { errors } = await commerce().ask(`query($a: String) { ${field} }`, { a: after });
      expect(errors).toMatchObject([
        { extensions: { code: 'CURSOR_INVALID' }, message: expect.stringContaining('another list') },
      ]);
    }
  });

  test.each([
    ['防晒', ['product_11']],
    ['冲锋衣 夜爬泰山', ['product_22']],
    ['running shoe', ['product_21']],
    ['跑步鞋', ['product_21']],
    ['晴川', ['product_11', 'product_12']],
    ['防曬霜', ['product_11']],
    ['量子力学', []],
    ["'; drop table products; --", []],
    ['   ', []],
  ])('finds products for %s', async (text, ids) => {
    const { data, errors } = await commerce().ask(
      `query($of: [_Any!]!) { _entities(representations: $of) { ... on Search { products { nodes { id } } } } }`,
      { of: [{ __typename: 'Search', id: searchIdOf(text), text }] },
    );
    expect(errors).toEqual([]);
    expect(data._entities[0].products.nodes.map(({ id }: { id: string }) => id)).toEqual(ids);
  });

  test('pages through what a search found, best first, each once', async () => {
    const text = 'Trail Peak 晴川 霜';
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const { _entities } = await answer(
        `query($of: [_Any!]!, $after: String) { _entities(representations: $of) { ... on Search {
          products(first: 1, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } } } }`,
        { of: [{ __typename: 'Search', id: searchIdOf(text), text }], after },
      );
      const { nodes, pageInfo } = _entities[0].products;
      seen.push(...nodes.map(({ id }: { id: string }) => id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(seen.toSorted()).toEqual(['product_11', 'product_12', 'product_21', 'product_22']);
  });

  test('tells how well a product sells by steps, refunded units included', async () => {
    const soldAtLeast = async () => (await answer('{ product(id: "product_11") { soldAtLeast } }')).product.soldAtLeast;
    const sell = (eventId: string, quantity: number) => paidSent({ eventId }, { quantity });
    await commerce().record(sell('1', 9));
    expect(await soldAtLeast()).toBeNull();
    await commerce().record(
      sell('2', 1),
      paidSent({ eventId: '3', stage: 'REFUND' }, { platformOrderId: 'T-1', amount: '1.00' }),
    );
    expect(await soldAtLeast()).toBe(10);
    await commerce().record(sell('4', 40));
    expect(await soldAtLeast()).toBe(50);
    await commerce().record(sell('5', 4_949));
    expect(await soldAtLeast()).toBe(1_000);
    await commerce().record(sell('6', 1));
    expect(await soldAtLeast()).toBe(5_000);
  });

  test('tells of an order with its lines and refunds, from what was told of it in any order', async () => {
    const line = (eventId: string, stage: string, minute: string, platformLineId: string, more = {}) =>
      paidSent(
        {
          eventId,
          stage,
          link: platformLineId === '1' ? 'link_11' : 'link_12',
          occurredAt: `2025-05-07T10:${minute}:00+08:00`,
        },
        { platformOrderId: 'T1', platformLineId, paymentMethod: 'WECHAT_PAY', ...more },
      );
    await commerce().record(
      line('back', 'REFUND', '50', '1', { amount: '9.00' }),
      line('received', 'ORDER_RECEIVED', '40', '1', { logisticsProvider: 'CAINIAO' }),
      line('paid-2', 'ORDER_PAID', '11', '2', { amount: '50.00', quantity: 2 }),
      line('paid-1', 'ORDER_PAID', '10', '1'),
      line('placed', 'ORDER_PLACED', '00', '1'),
    );
    const query = `query($status: OrderStatus) { shop(id: "shop_1") { orders(status: $status) { nodes { id platformOrderId status
      paymentMethod placedAt paidAt receivedAt total { amount } shop { id } logistics { provider legs }
      lines { id product { id } quantity paid { amount } refunded { amount } } refunds { amount { amount } refundedAt } } } } }`;
    const [order] = (await answer(query)).shop.orders.nodes;
    expect(order).toEqual({
      id: expect.stringMatching(/^order_/),
      platformOrderId: 'T1',
      status: 'PAID',
      paymentMethod: 'WECHAT_PAY',
      placedAt: '2025-05-07T02:00:00.000Z',
      paidAt: '2025-05-07T02:10:00.000Z',
      receivedAt: null,
      total: { amount: '179.00' },
      shop: { id: 'shop_1' },
      logistics: { provider: 'CAINIAO', legs: ['EXPRESS'] },
      lines: [
        {
          id: expect.any(String),
          product: { id: 'product_11' },
          quantity: 1,
          paid: { amount: '129.00' },
          refunded: { amount: '9.00' },
        },
        {
          id: expect.any(String),
          product: { id: 'product_12' },
          quantity: 2,
          paid: { amount: '50.00' },
          refunded: { amount: '0.00' },
        },
      ],
      refunds: [{ amount: { amount: '9.00' }, refundedAt: '2025-05-07T02:50:00.000Z' }],
    });
    expect((await answer(`{ order(id: "${order.id}") { platformOrderId } }`)).order).toEqual({ platformOrderId: 'T1' });
    expect((await answer(query, { status: 'REFUNDED' })).shop.orders.nodes).toEqual([]);
    expect((await answer(query, { status: 'PAID' })).shop.orders.nodes).toHaveLength(1);
  });

  test('pages through a shop’s orders, the newest first, each once', async () => {
    const minutes = Array.from({ length: 7 }, (_, index) => index);
    await commerce().record(
      ...minutes.map((index) =>
        // Two at each instant: the id decides between them.
        paidSent({
          eventId: `${index}`,
          personKey: personOf(index),
          occurredAt: `2025-05-07T10:0${index >> 1}:00+08:00`,
        }),
      ),
    );
    const seen: string[] = [];
    const times: string[] = [];
    for (let after: string | null = null; ; ) {
      const { shop } = await answer(
        `query($after: String) { shop(id: "shop_1") { orders(first: 3, after: $after) {
          nodes { platformOrderId placedAt } pageInfo { hasNextPage endCursor } } } }`,
        { after },
      );
      seen.push(...shop.orders.nodes.map(({ platformOrderId }: { platformOrderId: string }) => platformOrderId));
      times.push(...shop.orders.nodes.map(({ placedAt }: { placedAt: string }) => placedAt));
      if (!shop.orders.pageInfo.hasNextPage) break;
      after = shop.orders.pageInfo.endCursor;
    }
    expect(seen.toSorted()).toEqual(minutes.map((index) => `T-${index}`));
    expect(times).toEqual(times.toSorted().reverse());
  });

  test('an order of which only a refund is known is not told of yet', async () => {
    await commerce().record(paidSent({ eventId: 'back', stage: 'REFUND' }));
    expect((await answer('{ shop(id: "shop_1") { orders { nodes { id } } } }')).shop.orders.nodes).toEqual([]);
  });

  test('lists platforms with their number, by category, and the agreements between them', async () => {
    const { platforms, partnerships } = await answer(`{
      platforms(first: 1, category: MARKETPLACE) { totalCount nodes { id name category capabilities } pageInfo { hasNextPage } }
      partnerships(kind: SOCIAL_LINKING) { name effectiveOn parties { name englishName } } }`);
    expect(platforms).toEqual({
      totalCount: 2,
      nodes: [{ id: 'platform_silent', name: '静集', category: 'MARKETPLACE', capabilities: ['DEEP_LINK'] }],
      pageInfo: { hasNextPage: true },
    });
    expect(partnerships).toEqual([
      {
        name: '微信内打开淘宝',
        effectiveOn: '2024-10-10',
        parties: [
          { name: '微信', englishName: 'WeChat' },
          { name: '淘宝', englishName: 'Taobao' },
        ],
      },
    ]);
    expect((await answer('{ partnerships(kind: LOGISTICS) { name } }')).partnerships).toEqual([]);
  });

  test('keeps figures that others published apart, with their source', async () => {
    const fields = 'subject metric value claim source';
    const { all, one } = await answer(
      `{ all: reportedFigures { ${fields} } one: reportedFigures(subject: "小红书") { ${fields} } }`,
    );
    expect(all).toHaveLength(2);
    expect(one).toEqual([
      { subject: '小红书', metric: 'monthly users who search', value: '0.70', claim: 'SURVEY', source: 'a report' },
    ]);
  });

  test('fails only the entities that are not there', async () => {
    const { data } = await entities(
      { __typename: 'Shop', id: 'shop_1' },
      { __typename: 'Shop', id: 'shop_99' },
      { __typename: 'Platform', id: 'platform_wechat' },
      { __typename: 'Product', platformId: 'platform_taobao', platformProductId: 'tb99' },
    );
    expect(data._entities).toEqual([
      { __typename: 'Shop', name: '晴川旗舰店' },
      null,
      { __typename: 'Platform', name: '微信' },
      null,
    ]);
  });

  test('costs the same statements for many products, shops and orders as for one', async () => {
    const query = `query($first: Int!) { products(first: $first) { nodes { ${PRODUCT}
      shop { products(first: $first) { nodes { id } } orders(first: $first) { nodes { id
        lines { product { id } } refunds { id } logistics { provider } shop { name } } } } } } }`;
    const orders = [11, 12, 21, 22].flatMap((link) =>
      [1, 2, 3].map((turn) => paidSent({ eventId: `${link}-${turn}`, link: `link_${link}` })),
    );
    await commerce().record(...orders);
    const statementsOf = async (first: number) => {
      commerce().statements.length = 0;
      await answer(query, { first });
      return commerce().statements.length;
    };
    const one = await statementsOf(1);
    expect(await statementsOf(5)).toBeLessThanOrEqual(one);
  });
});

function reported(subject: string, metric: string, value: string) {
  return {
    subject,
    metric,
    value,
    unit: 'ratio',
    comparator: 'EXACTLY' as const,
    period: null,
    year_over_year: null,
    claim: 'SURVEY' as const,
    speaker: null,
    source: 'a report',
    published_on: null,
  };
}
