import { expect, test } from 'vitest';
import { paidSent } from '../kit/commerce/events.ts';
import { readFigures } from '../kit/commerce/figures.ts';
import { jumpCodeOf, searchIdOf } from '../kit/commerce/market.ts';
import { APP_AGENTS, DESKTOP, PHONE, PREVIEW } from '../kit/commerce/taps.ts';
import { useCommerce } from '../kit/commerce.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const OPEN = `mutation($input: ProductLinkOpenInput!) { productLinkOpen(input: $input) {
  click { id deepLink fallbackUrl opensInPlace } userErrors { field code message } } }`;

const DESTINATION = `query($of: [_Any!]!, $client: ClientApp!) { _entities(representations: $of) { ... on ProductLink {
  destination(client: $client) { jumpUrl opensInPlace platform { id } } } } }`;

const PUBLIC = 'https://redcat.example';
const CLICK_ID = /^click_[A-Za-z0-9_-]{22}$/;

describeOnDatabases('taps on product links', (fresh) => {
  const commerce = useCommerce(fresh, { COMMERCE_PUBLIC_URL: PUBLIC });

  const open = async (input: object) => {
    const { data, errors } = await commerce().ask(OPEN, { input: { client: 'CONTENT_APP', ...input } });
    expect(errors).toEqual([]);
    return data.productLinkOpen;
  };
  const clicks = async () => (await readFigures(commerce().database.db))['LINK link_11 2025-05-07 clicks'] ?? 0;
  const jump = (
    code: string,
    { client, headers, ...init }: RequestInit & { client?: string; headers?: Record<string, string> } = {},
  ) => {
    const url = `${commerce().url}/l/${code}${client ? `?client=${client}` : ''}`;
    return fetch(url, { redirect: 'manual', ...init, headers: { ...PHONE, ...headers } });
  };
  /** Taps are counted soon after they land. */
  const counted = (count: number) => expect.poll(clicks).toBe(count);

  test('productLinkOpen counts the tap and leads to the product, with the click’s id', async () => {
    const { click, userErrors } = await open({ productLinkId: 'link_11' });
    expect(userErrors).toEqual([]);
    expect(click).toEqual({
      id: expect.stringMatching(CLICK_ID),
      deepLink: `taobao://item.taobao.com/item.htm?id=tb11&click=${click.id}`,
      fallbackUrl: `https://taobao.example/item?id=tb11&click=${click.id}`,
      opensInPlace: false,
    });
    expect(await clicks()).toBe(1);
  });

  test('an order that names the tap is credited to it', async () => {
    const { click } = await open({ productLinkId: 'link_11', searchId: searchIdOf('防晒') });
    await commerce().record(paidSent({ eventId: 'paid', clickId: click.id, personKey: null }));
    const figures = await readFigures(commerce().database.db);
    expect(figures).toMatchObject({ 'NOTE note_1 2025-05-07 orders_24h': 1 });
    expect(Object.keys(figures).some((key) => key.startsWith('SEARCH') && key.endsWith('orders_24h'))).toBe(true);
  });

  test('a retry with the same idempotency key returns the same click and counts nothing, for 24 hours', async () => {
    const input = { productLinkId: 'link_11', idempotencyKey: 'tap-1' };
    const first = await open(input);
    const retries = await Promise.all([open(input), open(input), open(input)]);
    for (const retry of retries) expect(retry).toEqual(first);
    expect(await clicks()).toBe(1);
    commerce().now = new Date('2025-05-08T03:59:59.999Z');
    expect(await open(input)).toEqual(first);
    commerce().now = new Date('2025-05-08T04:00:00.000Z');
    expect((await open(input)).click.id).not.toBe(first.click.id);
  });

  test('taps at once under one new key are one tap', async () => {
    const input = { productLinkId: 'link_11', idempotencyKey: 'tap-2' };
    const all = await Promise.all(Array.from({ length: 8 }, () => open(input)));
    expect(new Set(all.map(({ click }) => click.id)).size).toBe(1);
    expect(await clicks()).toBe(1);
  });

  test('tells what is wrong with a tap, and counts nothing', async () => {
    const { db } = commerce().database;
    await db.updateTable('link_targets').set({ status: 'REMOVED' }).where('link_id', '=', 'link_12').execute();
    await open({ productLinkId: 'link_11', idempotencyKey: 'tap-3' });
    const wrong: readonly [object, string, string][] = [
      [{ productLinkId: 'note_1' }, 'productLinkId', 'ID_INVALID'],
      [{ productLinkId: 'link_99' }, 'productLinkId', 'LINK_UNKNOWN'],
      [{ productLinkId: 'link_12' }, 'productLinkId', 'LINK_INACTIVE'],
      [{ productLinkId: 'link_11', searchId: 'search_1' }, 'searchId', 'SEARCH_ID_INVALID'],
      [{ productLinkId: 'link_11', idempotencyKey: '钥匙' }, 'idempotencyKey', 'IDEMPOTENCY_KEY_INVALID'],
      [{ productLinkId: 'link_22', idempotencyKey: 'tap-3' }, 'idempotencyKey', 'IDEMPOTENCY_KEY_REUSED'],
    ];
    for (const [input, field, code] of wrong) {
      expect(await open(input)).toEqual({
        click: null,
        userErrors: [{ field: [field], code, message: expect.any(String) }],
      });
    }
    expect(await clicks()).toBe(1);
    await db.updateTable('link_targets').set({ status: 'ACTIVE' }).where('link_id', '=', 'link_12').execute();
  });

  test('asking for a destination counts nothing; its jump URL names the link and the client', async () => {
    const of = [{ __typename: 'ProductLink', id: 'link_11' }];
    const { data } = await commerce().ask(DESTINATION, { of, client: 'WECHAT' });
    expect(data._entities[0].destination).toEqual({
      jumpUrl: `${PUBLIC}/l/${jumpCodeOf('link_11')}?client=WECHAT`,
      // WeChat opens Taobao in place, by the agreement of 2024-10-10.
      opensInPlace: true,
      platform: { id: 'platform_taobao' },
    });
    expect(await clicks()).toBe(0);
  });

  test('the agreement to open in place counts from its day on', async () => {
    const of = [{ __typename: 'ProductLink', id: 'link_11' }];
    const opensAt = async (now: string) => {
      commerce().now = new Date(now);
      return (await commerce().ask(DESTINATION, { of, client: 'WECHAT' })).data._entities[0].destination.opensInPlace;
    };
    expect(await opensAt('2024-10-09T15:59:59.999Z')).toBe(false);
    expect(await opensAt('2024-10-09T16:00:00.000Z')).toBe(true);
  });

  test('a link that is not known leads nowhere, and the rest still stands', async () => {
    const of = [
      { __typename: 'ProductLink', id: 'link_99' },
      { __typename: 'ProductLink', id: 'link_11' },
    ];
    const { data, errors } = await commerce().ask(DESTINATION, { of, client: 'WEB' });
    expect(errors).toEqual([]);
    expect(data._entities.map(({ destination }: { destination: object | null }) => destination === null)).toEqual([
      true,
      false,
    ]);
  });

  test('a jump URL counts the tap and redirects to the app or the site of the marketplace, never cached', async () => {
    const web = await jump(jumpCodeOf('link_11'));
    expect(web.status).toBe(302);
    expect(web.headers.get('location')).toMatch(/^https:\/\/taobao\.example\/item\?id=tb11&click=click_/);
    expect(web.headers.get('cache-control')).toBe('no-store');
    const app = await jump(jumpCodeOf('link_11'), { client: 'CONTENT_APP' });
    expect(app.headers.get('location')).toMatch(/^taobao:\/\/item\.taobao\.com\/item\.htm\?id=tb11&click=click_/);
    expect((await jump(jumpCodeOf('link_11'), { client: 'NOKIA' })).headers.get('location')).toMatch(/^https:/);
    await counted(3);
  });

  test('leads nowhere but to its own product, whatever the address adds', async () => {
    const added = '&url=https://evil.example&id=tb22&redirect=//evil.example';
    const response = await jump(jumpCodeOf('link_11'), { client: `WEB${added}` });
    expect(response.headers.get('location')).toMatch(/^https:\/\/taobao\.example\/item\?id=tb11&click=click_[\w-]+$/);
    await counted(1);
  });

  test.each(['CONTENT_APP', 'MARKETPLACE_APP', 'WECHAT'] as const)(
    'knows the browser of %s by its name',
    async (app) => {
      const response = await jump(jumpCodeOf('link_11'), { headers: { 'user-agent': APP_AGENTS[app] } });
      expect(response.headers.get('location')).toMatch(/^taobao:/);
      await counted(1);
    },
  );

  test('where no app opens, a page shows the product with its price, and leads to the marketplace’s site', async () => {
    const response = await jump(jumpCodeOf('link_11'), {
      headers: { ...DESKTOP, 'accept-language': 'en-GB,en;q=0.9' },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    const page = await response.text();
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('晴川轻薄防晒霜SPF50');
    expect(page).toContain('¥129.00');
    expect(page).toMatch(/href="https:\/\/taobao\.example\/item\?id=tb11&#38;click=click_[\w-]{22}"/);
    const chinese = await jump(jumpCodeOf('link_11'), { client: 'CONTENT_APP', headers: DESKTOP });
    expect(await chinese.text()).toContain('去淘宝看看');
    await counted(2);
  });

  test('HEAD and programs that make previews see where it leads without a click’s id, and are no taps', async () => {
    const head = await jump(jumpCodeOf('link_11'), { method: 'HEAD' });
    expect([head.status, head.headers.get('location')]).toEqual([302, 'https://taobao.example/item?id=tb11&click=']);
    const preview = await jump(jumpCodeOf('link_11'), { client: 'CONTENT_APP', headers: PREVIEW });
    expect(preview.status).toBe(200);
    const page = await preview.text();
    expect(page).toContain('<meta property="og:title" content="晴川轻薄防晒霜SPF50">');
    expect(page).not.toContain('click_');
    await jump(jumpCodeOf('link_11'));
    await counted(1);
  });

  test('what a browser fetches ahead is no tap: it gets nothing, so that it asks again when the person taps', async () => {
    const ahead = [{ 'sec-purpose': 'prefetch;prerender' }, { purpose: 'prefetch' }, { 'x-moz': 'prefetch' }];
    for (const headers of ahead as unknown as Record<string, string>[]) {
      const response = await jump(jumpCodeOf('link_11'), { headers });
      expect([response.status, response.headers.get('cache-control')]).toEqual([204, 'no-store']);
    }
    await jump(jumpCodeOf('link_11'));
    await counted(1);
  });

  test.each(['x'.repeat(22), 'x', '..%2F..%2Fetc', `${'x'.repeat(22)}%00`])(
    'there is nothing under /l/%s',
    async (code) => {
      const response = await jump(code);
      expect(response.status).toBe(404);
      expect(response.headers.get('location')).toBeNull();
    },
  );

  test.each([
    ['en-GB', 'This link leads nowhere'],
    ['zh-CN,zh;q=0.9', '这个链接打不开了'],
  ])('a person whose link is dead is told so by a page, in %s', async (language, title) => {
    const response = await jump('nonsense', { headers: { 'accept-language': language } });
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await response.text()).toContain(`<h1>${title}</h1>`);
  });

  test('a program whose link is dead is told so as Problem Details', async () => {
    const response = await jump('nonsense', {
      headers: { accept: 'application/json', 'x-request-id': 'tap-of-nothing' },
    });
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    const problem = { status: 404, code: 'LINK_NOT_FOUND', requestId: 'tap-of-nothing' };
    expect(await response.json()).toMatchObject(problem);
  });

  test('a link that was removed leads nowhere', async () => {
    const { db } = commerce().database;
    await db.updateTable('link_targets').set({ status: 'REMOVED' }).where('link_id', '=', 'link_12').execute();
    expect((await jump(jumpCodeOf('link_12'))).status).toBe(404);
    await db.updateTable('link_targets').set({ status: 'ACTIVE' }).where('link_id', '=', 'link_12').execute();
  });
});
