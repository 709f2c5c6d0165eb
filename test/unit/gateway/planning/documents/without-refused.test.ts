import { getOperationAST, parse, print, validate } from 'graphql';
import { expect, test } from 'vitest';
import { EVERYTHING, type Grants } from '../../../../../gateway/guard/grants.ts';
import { Refusal } from '../../../../../gateway/guard/refusal.ts';
import { withoutRefused } from '../../../../../gateway/planning/documents/without-refused.ts';
import { atOnce } from '../../../../../gateway/process/slices.ts';
import { accessRules } from '../../../../../gateway/supergraph/access-rules.ts';
import { LocalFederation } from '../../../../kit/federation.ts';
import { nodesAbove, refusingNodes } from '../../../../kit/refusing-nodes.ts';

const STRANGER: Grants = { authenticated: false, scopes: new Set(), policies: new Set() };

/** So many types, of which objects of `T1` stand above each other without an end. */
function chain(count: number, copyLimit?: number): LocalFederation {
  const node = { __typename: 'T1', id: '1', size: 3, up: () => node };
  const typename = { __resolveType: ({ __typename }: { __typename: string }) => __typename };
  const only = { typeDefs: refusingNodes(count), resolvers: { Query: { node: () => node }, Node: typename } };
  return new LocalFederation({ only }, copyLimit === undefined ? {} : { copyLimit });
}

/** Text of what is left of a query for a stranger. */
function leftOf({ snapshot }: LocalFederation, query: string, copyLimit = Number.POSITIVE_INFINITY): string {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('The document has no operation');
  const refusal = new Refusal(accessRules(parse(snapshot.supergraphSdl), snapshot.schema), [], STRANGER);
  const left = atOnce(withoutRefused(snapshot.schema, document, operation, { refusal, copyLimit }));
  expect(validate(snapshot.schema, left.document)).toEqual([]);
  return print(left.document);
}

const tooComplex = expect.objectContaining({ extensions: { code: 'OPERATION_TOO_COMPLEX' } });

const aliases = (count: number) => Array.from({ length: count }, (_, index) => `a${index}: size`).join(' ');

test('a field that one type refuses is asked of each other type, at any depth', async () => {
  const federation = chain(4);
  for (const depth of [0, 1, 2, 5]) {
    const query = nodesAbove(depth);
    const known = await federation.run(query, {}, EVERYTHING);
    expect(known).toHaveProperty(`data.node${'.up'.repeat(depth)}.id`, '1');
    expect(await federation.run(query, {}, STRANGER)).toEqual(known);
    expect(federation.asked[0]?.query.match(/\.\.\.on T1|\.\.\. on T1/g)?.length ?? 0).toBe((3 ** depth - 1) / 2);
    expect(federation.asked[0]?.query).not.toContain('on T0');
  }
});

test('what is left of a document grows with its depth and the number of types, not with their power', () => {
  const federation = chain(4);
  const lengths = [20, 21, 22, 23].map((depth) => leftOf(federation, nodesAbove(depth)).length);
  const steps = lengths.slice(1).map((length, index) => length - (lengths[index] ?? 0));
  expect(new Set(steps).size).toBe(1);
  expect(steps[0]).toBeLessThan(500);
});

test('a fragment of the client’s that has such a name is kept apart', async () => {
  const federation = chain(3);
  const query = '{ node { up { ...__Shared0 id } ...__Shared0 } } fragment __Shared0 on Node { key: id up { id } }';
  const above = { key: '1', up: { id: '1' }, id: '1' };
  expect(await federation.run(query, {}, STRANGER)).toEqual({ data: { node: { up: above, key: '1' } } });
});

test.each([
  ['14 interfaces within each other', 4, nodesAbove(14)],
  ['60 interfaces within each other', 4, nodesAbove(60)],
  ['fragments that double at each depth', 3, `{ node { ...F0 } } ${doubling(8)} fragment F8 on Node { id }`],
  ['two interfaces within each other, of many types', 200, nodesAbove(2)],
  ['many fields of an interface of many types', 200, `{ node { ${aliases(60)} } }`],
  ['a long literal of a field of an interface of many types', 200, `{ node { size(of: [${'12345 '.repeat(2000)}]) } }`],
])(
  '%s are refused as too complex for whom each is asked of the other types, and for nobody else',
  async (_, types, query) => {
    const federation = chain(types);
    await expect(federation.run(query, {}, STRANGER)).rejects.toEqual(tooComplex);
    expect(federation.asked).toEqual([]);
    expect(await federation.run(query, {}, EVERYTHING)).toMatchObject({ data: { node: {} } });
  },
);

test('the limit is on what is added to what the client selects', () => {
  const federation = chain(5);
  const query = `{ node { ${aliases(10)} } }`;
  expect(() => leftOf(federation, query, 29)).toThrow(tooComplex);
  expect(leftOf(federation, query, 30)).toContain('a9: size');
  expect(leftOf(federation, `{ node { ${'id '.repeat(100)} } }`, 0)).toContain('id');
});

function doubling(count: number): string {
  const fragment = (_: unknown, index: number) =>
    `fragment F${index} on Node { id a: up { ...F${index + 1} } b: up { ...F${index + 1} } }`;
  return Array.from({ length: count }, fragment).join(' ');
}
