import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claimsKeyOf } from '../../gateway/clients/claims/claims-key.ts';
import { ClaimsMinter } from '../../gateway/clients/claims/claims-minter.ts';
import { ANONYMOUS, type Client, DEVELOPMENT, grantsOf } from '../../gateway/clients/client.ts';
import type { SentEvent } from '../../subgraphs/commerce/conversions/event.ts';
import { catchUpLedger } from '../../subgraphs/commerce/ledger/catch-up.ts';
import { payOut } from '../../subgraphs/commerce/ledger/pay-out.ts';
import { addTerms } from '../../subgraphs/commerce/store/ledger/terms.ts';
import { paidSent, tapSent } from '../kit/commerce/events.ts';
import { agreeTerms } from '../kit/commerce/ledger.ts';
import { personOf } from '../kit/commerce/market.ts';
import { startCommerce, type TestCommerce } from '../kit/commerce.ts';
import { createPGlite } from '../kit/pglite-template.ts';

const key = claimsKeyOf(generateKeyPairSync('ed25519').privateKey);
const minter = new ClaimsMinter(key);
const SCOPES = ['order:read', 'commission:read', 'event:write'];

function caller(name: string, rows: Readonly<Record<string, readonly string[]>>): Client {
  return { ...ANONYMOUS, kind: 'partner', name, subject: name, grants: grantsOf(SCOPES, rows), rows };
}

const ONE = caller('one', { own_shop: ['shop_1'] });
const TWO = caller('two', { own_shop: ['shop_2'] });
const AUTHOR = caller('author', { own_author: ['author_1'] });
const NOBODY = caller('nobody', {});

let commerce: TestCommerce;

// biome-ignore lint/suspicious/noExplicitAny: what a test asks for it knows the shape of
async function ask(client: Client, query: string, variables = {}): Promise<{ data: any; codes: unknown[] }> {
  const response = await fetch(`${commerce.url}/graphql`, {
    method: 'POST',
    headers: { 'x-redcat-claims': minter.claimsOf(client).tokenFor('commerce'), 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors = [] } = (await response.json()) as {
    data: unknown;
    errors?: { extensions: { code: string } }[];
  };
  return { data, codes: errors.map(({ extensions }) => extensions.code) };
}

const at = (day: string) => `${day}T12:00:00+08:00`;
const bought = (eventId: string, link: string): SentEvent[] => [
  tapSent({ eventId: `tap-${eventId}`, productLinkId: link, personKey: personOf(eventId.length) }),
  paidSent({ eventId, link, personKey: personOf(eventId.length) }, { amount: '129.00' }),
];

/** Two orders in shop 1, of which one is settled, paid out and half refunded; one in shop 2. All notes are by author 1. */
beforeAll(async () => {
  commerce = await startCommerce(
    { pglite: await createPGlite() },
    { COMMERCE_CLAIMS_KEYS: JSON.stringify({ keys: [key.publicJwk] }) },
  );
  const { db } = commerce.database;
  await agreeTerms(db);
  const of = { platformOrderId: 'T-first' };
  const record = async (...events: SentEvent[]) => {
    commerce.now = new Date(events.at(-1)?.occurredAt ?? '');
    const query = `mutation($events: [EventInput!]!) { eventsRecord(input: { events: $events }) { rejected } }`;
    expect((await ask(DEVELOPMENT, query, { events })).data).toEqual({ eventsRecord: { rejected: 0 } });
  };
  await record(...bought('first', 'link_11'), ...bought('second', 'link_12'), ...bought('elsewhere', 'link_21'));
  await record(paidSent({ eventId: 'received', stage: 'ORDER_RECEIVED', occurredAt: at('2025-05-08') }, of));
  await catchUpLedger(db, new Date(at('2025-05-16')));
  await payOut(
    db,
    { name: '2025-05-15', end: new Date('2025-05-16T00:00:00+08:00') },
    () => new Date(at('2025-05-16')),
  );
  const back = { ...of, amount: '64.50' };
  await record(paidSent({ eventId: 'back', stage: 'REFUND', occurredAt: at('2025-05-17') }, back));
  await catchUpLedger(db, new Date(at('2025-05-17')));
});

afterAll(() => commerce.close());

const LIST = `nodes { id payee author { id } shop { id } status amount { amount } order { id } }`;

async function listed(client: Client, args = ''): Promise<string[]> {
  const { data } = await ask(client, `{ commissions${args} { ${LIST} } }`);
  return data.commissions.nodes.map(
    ({
      payee,
      shop,
      status,
      amount,
    }: {
      payee: string;
      shop: { id: string };
      status: string;
      amount: { amount: string };
    }) => `${shop.id} ${payee} ${status} ${amount.amount}`,
  );
}

const OF_SHOP_1 = [
  'shop_1 CONTENT_PLATFORM ESTIMATED 3.87',
  'shop_1 AUTHOR ESTIMATED 9.03',
  'shop_1 CONTENT_PLATFORM PAID 1.93',
  'shop_1 AUTHOR PAID 4.52',
];
const OF_SHOP_2 = ['shop_2 CONTENT_PLATFORM ESTIMATED 2.80', 'shop_2 AUTHOR ESTIMATED 6.55'];

describe('commissions', () => {
  test('are told to those who owe them and those to whom they are owed, and to the two companies', async () => {
    expect((await listed(ONE)).sort()).toEqual([...OF_SHOP_1].sort());
    expect((await listed(TWO)).sort()).toEqual([...OF_SHOP_2].sort());
    expect((await listed(AUTHOR)).sort()).toEqual(
      [...OF_SHOP_1, ...OF_SHOP_2].filter((each) => each.includes('AUTHOR')).sort(),
    );
    expect((await listed(DEVELOPMENT)).sort()).toEqual([...OF_SHOP_1, ...OF_SHOP_2].sort());
    expect(await listed(NOBODY)).toEqual([]);
    expect((await listed(ONE, '(status: PAID)')).sort()).toEqual(
      OF_SHOP_1.filter((each) => each.includes('PAID')).sort(),
    );
  });

  test('stand in /metrics with how far posting is behind, and when was paid out last', async () => {
    const told = async () => {
      const text = await (await fetch(`${commerce.url}/metrics`)).text();
      return Object.fromEntries(
        [...text.matchAll(/^commerce_ledger_(\w+) (\S+)$/gm)].map(([, name = '', value]) => [name, Number(value)]),
      );
    };
    const paidAt = Date.parse(at('2025-05-16')) / 1_000;
    expect(await told()).toEqual({ waiting_groups: 0, lag_seconds: 0, last_payout_timestamp_seconds: paidAt });
    const query = `mutation($events: [EventInput!]!) { eventsRecord(input: { events: $events }) { rejected } }`;
    const events = [
      tapSent({ eventId: 'not-posted', productLinkId: 'link_31', personKey: null, occurredAt: at('2025-05-17') }),
    ];
    await ask(DEVELOPMENT, query, { events });
    const behind = await told();
    expect(behind.waiting_groups).toBe(1);
    expect(behind.lag_seconds).toBeGreaterThanOrEqual(0);
  });

  test('come page by page, each once', async () => {
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const query =
        'query($after: String) { commissions(first: 2, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }';
      const { nodes, pageInfo } = (await ask(DEVELOPMENT, query, { after })).data.commissions as {
        nodes: { id: string }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      seen.push(...nodes.map(({ id }) => id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(new Set(seen).size).toBe(6);
    expect(seen).toHaveLength(6);
    const elsewhere = await ask(DEVELOPMENT, '{ commissions(status: PAID, after: "W10") { nodes { id } } }');
    expect(elsewhere.codes).toEqual(['CURSOR_INVALID']);
  });

  test('show what was posted, and sum to what is owed', async () => {
    const query = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Author { commissions(status: PAID) { nodes {
      rate base { amount } amount { amount } paid { amount } heldUntil note { id } productLink { id }
      entries { kind amount { amount } postedAt } } }
      commissionTotals { estimated { amount } held { amount } payable { amount } paid { amount } } } } }`;
    const of = [{ __typename: 'Author', id: 'author_1' }];
    const { data } = await ask(AUTHOR, query, { of });
    const money = (amount: string) => ({ amount });
    expect(data._entities[0]).toEqual({
      commissions: {
        nodes: [
          {
            rate: '0.070000',
            base: money('64.50'),
            amount: money('4.52'),
            paid: money('9.03'),
            heldUntil: '2025-05-15T04:00:00.000Z',
            note: { id: 'note_1' },
            productLink: { id: 'link_11' },
            entries: [
              { kind: 'ACCRUAL', amount: money('9.03'), postedAt: '2025-05-16T04:00:00.000Z' },
              { kind: 'PAYOUT', amount: money('-9.03'), postedAt: '2025-05-16T04:00:00.000Z' },
              { kind: 'CLAWBACK', amount: money('-4.51'), postedAt: '2025-05-17T04:00:00.000Z' },
            ],
          },
        ],
      },
      commissionTotals: {
        estimated: money('15.58'),
        held: money('0.00'),
        payable: money('-4.51'),
        paid: money('9.03'),
      },
    });
    expect((await ask(ONE, query, { of })).codes).toEqual(['ROW_FORBIDDEN', 'ROW_FORBIDDEN']);
  });

  test('come to what a shop owes, for its merchant alone', async () => {
    const query =
      '{ shop(id: "shop_1") { commissionTotals { estimated { amount } payable { amount } paid { amount } } commissions { nodes { id } } } }';
    const { data } = await ask(ONE, query);
    expect(data.shop.commissionTotals).toEqual({
      estimated: { amount: '12.90' },
      payable: { amount: '-6.45' },
      paid: { amount: '12.90' },
    });
    expect(data.shop.commissions.nodes).toHaveLength(4);
    for (const other of [TWO, AUTHOR])
      expect((await ask(other, query)).codes).toEqual(['ROW_FORBIDDEN', 'ROW_FORBIDDEN']);
  });

  test('name their order to its merchant alone, and are found by nobody else’s reference', async () => {
    const { data } = await ask(ONE, `{ commissions(first: 1) { ${LIST} } }`);
    const [first] = data.commissions.nodes;
    expect(first.order).toEqual({ id: expect.stringMatching(/^order_/) });
    const toAuthor = await ask(AUTHOR, `{ commissions { ${LIST} } }`);
    for (const { order } of toAuthor.data.commissions.nodes) expect(order).toBeNull();
    const reference = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Commission { id } } }`;
    const of = [{ __typename: 'Commission', id: first.id }];
    expect((await ask(ONE, reference, { of })).data._entities).toEqual([{ id: first.id }]);
    expect((await ask(TWO, reference, { of })).codes).toEqual(['NOT_FOUND']);
    const ofOrder = await ask(ONE, 'query($id: ID!) { order(id: $id) { commissions { id } } }', { id: first.order.id });
    expect(ofOrder.data.order.commissions).toHaveLength(2);
  });

  test('follow the rate of a link, which its author and its merchant are told', async () => {
    const query = `query($of: [_Any!]!) { _entities(representations: $of) { ... on ProductLink { commissionRate } } }`;
    const of = ['link_11', 'link_22', 'link_31'].map((id) => ({ __typename: 'ProductLink', id }));
    const rates = async (client: Client) =>
      (await ask(client, query, { of })).data._entities.map(
        (link: { commissionRate: string | null }) => link.commissionRate,
      );
    expect(await rates(AUTHOR)).toEqual(['0.1000', '0.0725', null]);
    expect(await rates(ONE)).toEqual(['0.1000', null, null]);
    expect(await rates(NOBODY)).toEqual([null, null, null]);
    const own = {
      shopId: 'shop_1',
      linkId: 'link_11',
      validFrom: new Date(1),
      authorPercent: 50,
      returnDays: 7,
      receiveDays: 15,
    };
    await addTerms(commerce.database.db, [{ ...own, rateBp: 2_000 }]);
    expect(await rates(ONE)).toEqual(['0.2000', null, null]);
  });
});
