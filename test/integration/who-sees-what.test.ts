import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestClients, testClients } from '../kit/clients.ts';
import { type SoldProduct, showOnClip } from '../kit/commerce/show-on-clip.ts';
import { fieldsOf, guardedFields } from '../kit/guarded-fields.ts';
import { see } from '../kit/see.ts';
import { startSystem, type TestSystem } from '../kit/test-system.ts';
import { type TestIssuer, testIssuer } from '../kit/viewers.ts';
import { CALLERS, type CallerName, readTable, wordFor } from '../kit/who-sees-what.ts';

/** docs/who-sees-what.md, cell by cell, over the sample world. */

const SCOPES = [
  'shop:read',
  'shop:write',
  'order:read',
  'conversion:read',
  'conversion:feed',
  'campaign:read',
  'commission:read',
  'uplift:read',
  'search:read',
  'demand:read',
];

/** What the lines speak of, by the names that they use. */
interface Subjects {
  readonly shopA: string;
  readonly shopB: string;
  readonly noteA: string;
  readonly authorA: string;
  readonly linkA: string;
  readonly productA: string;
  readonly orderA: string;
  readonly soldA: string;
  readonly campaignA: string;
}

const MARKETPLACES = ['platform_taobao', 'platform_tmall'];
const TEXT = '防晒霜';
const RANGE = '{ from: "2025-04-08", to: "2025-05-07" }';

const lines = await readTable();
let issuer: TestIssuer;
let keys: TestClients;
let system: TestSystem;
let subjects: Subjects;
const shown = new Map<CallerName, Record<string, string>>();

beforeAll(async () => {
  [issuer, keys] = await Promise.all([testIssuer(), testClients()]);
  const company = (platforms: string) => `own_shop=*,own_author=*,own_platform=${platforms}`;
  await addKey('content company', company('platform_xiaohongshu'));
  await addKey('marketplace', company(MARKETPLACES.join('+')));
  const clips = { scopes: 'event:write', rows: 'own_platform=platform_bilibili,own_source=clip' };
  const { key } = await keys.add('video', clips);
  system = await startSystem({
    ...issuer.settings,
    GATEWAY_KEYS: keys.file,
    GATEWAY_VIEWER_LEVEL: 'open',
    GATEWAY_ANONYMOUS_LEVEL: 'open',
    COMMERCE_MIN_PEOPLE: '1',
    CONTENT_MIN_PEOPLE: '1',
    CONTENT_TRENDING_MIN_PEOPLE: '1',
  });
  subjects = await choose();
  const { shopA, shopB, authorA } = subjects;
  await showOnClip(system.urls.gateway, key, [await soldIn(shopA), await soldIn(shopB)]);
  await addKey('partner A', `joint_shop=${shopA}`);
  await addKey('partner B', `joint_shop=${shopB}`);
  // A gateway hears of a new key within half a second.
  while ((await seenBy('partner B', '{ seen: __typename }')).why !== undefined) await sleep(50);
  const viewer = (name: CallerName, rows: object) =>
    shown.set(name, issuer.headers({ sub: name, scope: SCOPES.join(' '), redcat_rows: rows }));
  viewer('merchant A', { own_shop: [shopA] });
  viewer('merchant B', { own_shop: [shopB] });
  viewer('author', { own_author: [authorA] });
  shown.set('anonymous', {});
  await openAccount(shopA, 'merchant A');
  await openAccount(shopB, 'merchant B');
});

/** Has all three parties grant, so that the account is ACTIVE. */
async function openAccount(shop: string, merchant: CallerName): Promise<void> {
  for (const party of ['content company', 'marketplace', merchant] as const) {
    const { why } = await seenBy(
      party,
      `mutation { seen: jointAccountGrant(input: { shopId: "${shop}" }) { userErrors { code } } }`,
    );
    expect(why).toBeUndefined();
  }
}

async function addKey(caller: CallerName, rows: string): Promise<void> {
  const { key } = await keys.add(caller.toLowerCase().replace(' ', '-'), { scopes: SCOPES.join(), rows });
  shown.set(caller, { 'x-api-key': key });
}

afterAll(async () => {
  await system[Symbol.asyncDispose]();
  await Promise.all([issuer[Symbol.asyncDispose](), keys[Symbol.asyncDispose]()]);
});

const BOTH = `{ notes(first: 50, orderBy: MOST_READ, filter: { linked: true }) { nodes { id author { id }
  productLinks { nodes { id conversion { linkClicks } product { id shop { id platform { id } orders(first: 1) { nodes { id } } } } } } } } }`;

interface LinkedShop {
  readonly id: string;
  readonly platform: { readonly id: string };
  readonly orders: { readonly nodes: readonly { readonly id: string }[] };
}

interface Linked {
  readonly id: string;
  readonly author: { readonly id: string };
  readonly productLinks: {
    readonly nodes: readonly {
      readonly id: string;
      readonly conversion: { readonly linkClicks: number };
      readonly product: {
        readonly id: string;
        readonly shop: LinkedShop;
      };
    }[];
  };
}

/** Whether there is something to see of a shop, and it may have a joint account. */
const isShown = ({ orders, platform }: LinkedShop) => orders.nodes.length > 0 && MARKETPLACES.includes(platform.id);

/** A note that leads into such a shop, and into another one; and a third, elsewhere, that is such a shop, too. */
async function choose(): Promise<Subjects> {
  const { value } = await seenBy('content company', BOTH.replace('notes(', 'seen: notes('));
  const notes = (value as { nodes: Linked[] }).nodes;
  const shopsOf = ({ productLinks }: Linked) => productLinks.nodes.map(({ product }) => product.shop);
  for (const note of notes) {
    const link = note.productLinks.nodes.find(
      ({ conversion, product }) => conversion.linkClicks > 0 && isShown(product.shop),
    );
    const own = shopsOf(note).map(({ id }) => id);
    const other = notes.flatMap(shopsOf).find((shop) => !own.includes(shop.id) && isShown(shop));
    const order = link?.product.shop.orders.nodes[0];
    if (!link || !order || !other || new Set(own).size < 2) continue;
    return {
      shopA: link.product.shop.id,
      shopB: other.id,
      noteA: note.id,
      authorA: note.author.id,
      linkA: link.id,
      productA: link.product.id,
      orderA: order.id,
      soldA: await soldOrder(link.product.shop.id),
      campaignA: await campaignOf(link.product.shop.id),
    };
  }
  throw new Error('The world has no such note.');
}

/** An order for which a shop owes a commission. */
async function soldOrder(shop: string): Promise<string> {
  const asked = `{ shop(id: "${shop}") { commissions(first: 1) { nodes { seen: order { id } } } } }`;
  const { value } = await seenBy('content company', asked);
  return (value as { id: string }).id;
}

/** A campaign of a shop. */
async function campaignOf(shop: string): Promise<string> {
  const { value } = await seenBy(
    'content company',
    `{ shop(id: "${shop}") { seen: campaigns(first: 1) { nodes { id } } } }`,
  );
  const [campaign] = (value as { nodes: { id: string }[] }).nodes;
  if (!campaign) throw new Error(`${shop} has no campaign.`);
  return campaign.id;
}

/** A product of a shop. */
async function soldIn(shop: string): Promise<SoldProduct> {
  const { value } = await seenBy(
    'content company',
    `{ seen: shop(id: "${shop}") { products(first: 1) { nodes { platformId platformProductId } } } }`,
  );
  const [product] = (value as { products: { nodes: SoldProduct[] } }).products.nodes;
  if (!product) throw new Error(`${shop} sells nothing.`);
  return product;
}

function seenBy(caller: CallerName, asked: string) {
  return see(system.urls.gateway, shown.get(caller) ?? {}, asked);
}

/** Names are replaced as texts, so that an operation needs to declare none. */
function withSubjects(asked: string): string {
  const texts: Readonly<Record<string, string>> = { ...subjects, text: TEXT };
  return asked.replace(/\$(\w+)/g, (_all, name: string) => {
    if (name === 'range') return RANGE;
    const text = texts[name];
    if (text === undefined) throw new Error(`The table speaks of $${name}, which is nothing.`);
    return JSON.stringify(text);
  });
}

function ownOf(caller: CallerName): string | undefined {
  if (caller === 'author') return subjects.authorA;
  return caller.endsWith('A') ? subjects.shopA : caller.endsWith('B') ? subjects.shopB : undefined;
}

test('every field that asks something of its readers is in some line', async () => {
  const schema = buildSchema(await readFile('schema/supergraph.graphql', 'utf8'), { assumeValid: true });
  const asked = new Set(lines.flatMap((line) => (line.asked.startsWith('GET ') ? [] : fieldsOf(schema, line.asked))));
  // What writes is asked row by row by tests of its own.
  expect(guardedFields(schema).filter((field) => !asked.has(field) && !field.startsWith('Mutation.'))).toEqual([]);
});

test('what a shop’s merchant may ask, partners may who come by its joint account', async () => {
  const sdl = await readFile('schema/commerce.graphql', 'utf8');
  const alone = sdl.split('\n').filter((line) => line.includes('[["own_shop"]'));
  expect(alone.filter((line) => !line.includes('["joint_shop"]'))).toEqual([]);
});

describe('of', () => {
  for (const { field, cells, asked } of lines) {
    test(`${field} each caller sees what the table says`, async () => {
      const text = withSubjects(asked);
      const reference = await seenBy('content company', text);
      const words = await Promise.all(
        CALLERS.map(async (caller) => [caller, wordFor(await seenBy(caller, text), reference, ownOf(caller))]),
      );
      expect(Object.fromEntries(words)).toEqual(cells);
    });
  }
});
