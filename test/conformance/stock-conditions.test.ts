import { ApolloGateway } from '@apollo/gateway';
import { Kind, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { utf8Text } from '../../gateway/utf8-text.ts';
import { composeLocal, LocalFederation } from '../kit/federation.ts';
import { shop } from '../unit/gateway/execution/shop.ts';

process.env.APOLLO_TELEMETRY_DISABLED = '1';

/** What the stock gateway answers, of the same subgraphs. */
async function stockData(query: string, variables: Readonly<Record<string, unknown>>): Promise<unknown> {
  const federation = new LocalFederation(shop);
  const gateway = new ApolloGateway({
    supergraphSdl: composeLocal(shop),
    logger: silent,
    buildService: ({ name }) => ({
      process: async ({ request }) => {
        const { query: source = '', variables: values = {}, operationName } = request;
        const body = utf8Text(JSON.stringify({ query: source, variables: values, operationName }));
        const question = { subgraph: name, kind: 'query', body, personal: false, fetches: [] } as const;
        const asked = { ...question, query: source, variables: values, operationName };
        return JSON.parse(await federation.answer(asked as Parameters<typeof federation.answer>[0]));
      },
    }),
  });
  const { executor } = await gateway.load();
  const document = parse(query);
  try {
    const { data } = await executor({
      document,
      request: { query, variables },
      operation: document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION),
      queryHash: query,
      context: {},
      schema: gateway.schema,
      logger: silent,
      metrics: {},
      overallCachePolicy: undefined,
    } as unknown as Parameters<typeof executor>[0]);
    return JSON.parse(JSON.stringify(data));
  } finally {
    await gateway.stop();
  }
}

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Differences that random operations meet too rarely to notice when they are gone. */
describe('conditions', () => {
  test.each([
    {
      difference: 'required-field-skipped',
      query: 'query ($no: Boolean!) { product(upc: "p1") { shipping @skip(if: $no) stars } }',
      variables: { no: true },
      agreed: { no: false },
      right: { product: { stars: 5 } },
      stock: { product: null },
    },
    {
      difference: 'field-skipped-for-its-selections',
      query: 'query ($x: Boolean!, $y: Boolean!) { product(upc: "p1") @include(if: $x) { name @include(if: $y) } }',
      variables: { x: true, y: false },
      agreed: { x: true, y: true },
      right: { product: {} },
      stock: { product: null },
    },
  ])('$difference: ours is right, the stock gateway loses data', async ({ query, variables, agreed, right, stock }) => {
    expect((await new LocalFederation(shop).run(query, variables)).data).toEqual(right);
    expect(await stockData(query, variables)).toEqual(stock);
    expect(await stockData(query, agreed)).toEqual((await new LocalFederation(shop).run(query, agreed)).data);
  });
});
