import { GraphQLError, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { Snapshot } from '../../../gateway/snapshot.ts';
import { composeLocal, LocalFederation } from '../../kit/federation.ts';
import { openShop, shop } from './execution/shop.ts';

describe('a snapshot', () => {
  test('plans an operation once, and again when it was forgotten', () => {
    const snapshot = new Snapshot(composeLocal(shop), { planLimit: 1 });
    const source = (id: string) => ({ id, document: parse('{ ping }') });
    const first = snapshot.prepare(source('a'));
    expect(snapshot.prepare(source('a'))).toBe(first);
    snapshot.prepare(source('b'));
    expect(snapshot.prepare(source('a'))).not.toBe(first);
  });

  test('keeps operations of one document apart, and refuses one that is not there', () => {
    const snapshot = new Snapshot(composeLocal(shop));
    const document = parse('query A { ping } query B { nobody { upc } }');
    const prepare = (operationName?: string) => snapshot.prepare({ id: 'x', document, operationName });
    expect(prepare('A')).not.toBe(prepare('B'));
    expect(() => prepare('C')).toThrow(GraphQLError);
    expect(() => prepare()).toThrow(/operationName/);
  });

  test('names the subgraphs with their URLs', () => {
    expect([...new Snapshot(composeLocal(shop)).subgraphUrls]).toEqual([
      ['catalogue', 'http://catalogue.test/'],
      ['reviews', 'http://reviews.test/'],
    ]);
  });

  test('refuses a supergraph that is none', () => {
    expect(() => new Snapshot('type Query { a: Int }')).toThrow();
  });
});

describe('variables', () => {
  test('that are missing or of another type are refused before anything is asked', async () => {
    const federation = openShop();
    const query = 'query ($upc: String!) { product(upc: $upc) { upc } }';
    for (const variables of [{}, { upc: 7 }, { upc: null }]) {
      const { data, errors } = await federation.run(query, variables);
      expect(data).toBeUndefined();
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    }
    expect(federation.asked).toHaveLength(0);
  });
});

test('a fetch that asks a personal field says so', async () => {
  const federation = new LocalFederation(shop, { personalFields: new Set(['Query.latest']) });
  await federation.run('{ latest { id } ping product(upc: "p1") { stars } }');
  expect(federation.asked.map(({ query, personal }) => [query.includes('latest'), personal])).toEqual([
    [true, true],
    [false, false],
    [false, false],
  ]);
});
