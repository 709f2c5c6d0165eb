import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestGateway } from '../kit/gateway.ts';
import { ITEMS, startPriced, startPricedGateway } from '../kit/priced.ts';
import type { TestServer } from '../kit/subgraph.ts';

interface Told {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
  readonly extensions?: { readonly cost: object };
}

describe('what an operation costs', () => {
  let priced: TestServer;
  let gateway: TestGateway;

  beforeAll(async () => {
    priced = await startPriced();
    gateway = await startPricedGateway(priced, { GATEWAY_COST_LIMIT: '500', GATEWAY_LIST_SIZE: '100' });
  });

  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
    await priced[Symbol.asyncDispose]();
  });

  const ask = async (query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<Told> => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-redcat-cost': '1', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Told;
  };

  test.each([
    ['a list by what its argument says, then by what came', '{ items(first: 50) { id } }', 51, 1 + ITEMS],
    ['a list below its connection', '{ page { nodes { twin { id } } } }', 2 + 20, 2 + 2 * ITEMS],
    ['the dearer field, and the change', '{ dear { id twin { id } } }', 43, 43],
    ['what is null not at all', '{ none { twin { id } } dear { id } }', 44, 42],
    ['a change', 'mutation { touch(id: "1") { id } }', 12, 12],
    ['the schema', '{ __schema { queryType { name } } }', 101, 101],
  ])('is told where that is asked for: %s', async (_what, query, requestedQueryCost, actualQueryCost) => {
    expect((await ask(query)).extensions?.cost).toEqual({ requestedQueryCost, actualQueryCost });
  });

  test('is not told where nobody asks', async () => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ items { id } }"}',
    });
    expect(await response.json()).toEqual({ data: { items: [{ id: '0' }, { id: '1' }, { id: '2' }] } });
  });

  test.each([
    [
      'by lists within each other',
      '{ page(first: 100) { nodes { a: twin { twin { twin { twin { id } } } } } } }',
      {},
      'COST_LIMIT',
      500,
      502,
    ],
    [
      'by a variable',
      'query ($n: Int!) { items(first: $n) { id } }',
      { n: 100_000_000 },
      'LIST_SIZE_LIMIT',
      100,
      100_000_000,
    ],
    [
      'by the default of a variable',
      'query ($n: Int! = 101) { items(first: $n) { id } }',
      {},
      'LIST_SIZE_LIMIT',
      100,
      101,
    ],
    [
      'by aliases',
      `{ ${Array.from({ length: 13 }, (_, index) => `d${index}: dear { id }`).join(' ')} }`,
      {},
      'COST_LIMIT',
      500,
      534,
    ],
  ])(
    'that is too large %s is refused, telling limit and number, before any subgraph is asked',
    async (_by, query, variables, code, limit, found) => {
      const seen = priced.seen.length;
      const { data, errors } = await ask(query, variables);
      expect(data).toBeUndefined();
      expect(errors).toMatchObject([
        { message: expect.stringContaining(String(limit)), extensions: { code, limit, found } },
      ]);
      expect(priced.seen.length).toBe(seen);
      const events = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
        body: JSON.stringify({ query, variables }),
      });
      expect(await events.text()).toContain(`"code":"${code}"`);
    },
  );

  test('of a list whose size stands where the schema can’t name it is what the request gives there', async () => {
    const find = (first: number) => ask('query ($p: PageInput!) { find(page: $p) { id } }', { p: { first } });
    expect((await find(50)).extensions?.cost).toEqual({
      requestedQueryCost: 1 + 1 + 50,
      actualQueryCost: 1 + 1 + ITEMS,
    });
    expect((await find(5000)).errors).toMatchObject([{ extensions: { code: 'COST_LIMIT', found: 1 + 1 + 5000 } }]);
  });
});
