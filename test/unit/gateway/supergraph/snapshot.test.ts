import { GraphQLError, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { composeLocal, LocalFederation, localSnapshot } from '../../../kit/federation.ts';
import { openShop, shop } from '../execution/shop.ts';

describe('a snapshot', () => {
  test('plans an operation once, and again when it was forgotten', async () => {
    const snapshot = localSnapshot(composeLocal(shop), { planLimit: 1 });
    const source = (id: string) => ({ id, document: parse('{ ping }') });
    const first = await snapshot.prepareWhole(source('a'));
    expect(snapshot.prepareWhole(source('a'))).toBe(first);
    await snapshot.prepareWhole(source('b'));
    expect(await snapshot.prepareWhole(source('a'))).not.toBe(first);
  });

  test('plans an operation once for all who ask for it meanwhile', async () => {
    const snapshot = localSnapshot(composeLocal(shop));
    const source = { id: 'a', document: parse('{ ping }') };
    const [one, other] = [snapshot.prepareWhole(source), snapshot.prepareWhole(source)];
    expect(one).toBe(other);
    expect(snapshot.prepareWhole(source)).toBe(one);
    expect(snapshot.prepareWhole(source)).not.toBe(await one);
    expect(snapshot.prepareWhole(source)).toBe(await one);
  });

  test('keeps operations of one document apart, and refuses one that is not there', async () => {
    const snapshot = localSnapshot(composeLocal(shop));
    const document = parse('query A { ping } query B { nobody { upc } }');
    const prepare = async (operationName?: string) => snapshot.prepareWhole({ id: 'x', document, operationName });
    expect(await prepare('A')).not.toBe(await prepare('B'));
    await expect(prepare('C')).rejects.toThrow(GraphQLError);
    await expect(prepare()).rejects.toThrow(/operationName/);
  });

  test('remembers for a while that an operation is too complex', async () => {
    const twice = composeLocal({
      one: { typeDefs: 'type Query { here: Int @shareable }' },
      two: { typeDefs: 'type Query { here: Int @shareable }' },
    });
    const source = { id: 'a', document: parse('{ here }') };
    const snapshot = localSnapshot(twice, { pathsLimit: 1 });
    const refused = async (of: typeof snapshot) => Promise.resolve(of.prepareWhole(source)).catch((error) => error);
    const error = await refused(snapshot);
    expect(error).toMatchObject({ extensions: { code: 'OPERATION_TOO_COMPLEX' } });
    expect(await refused(snapshot)).toBe(error);
    const forgetful = localSnapshot(twice, { pathsLimit: 1, refusalTime: 0 });
    expect(await refused(forgetful)).not.toBe(await refused(forgetful));
  });

  test('tells the steps of an answer in parts as the variables and their defaults have it, though others are missing', async () => {
    const snapshot = localSnapshot(composeLocal(shop));
    const labels = async (definition: string, variables = {}) => {
      const id = `query($upc: String!, ${definition}) { product(upc: $upc) { upc ... @defer(if: $d, label: "x") { stars } } }`;
      const prepared = await snapshot.prepareWhole({ id, document: parse(id) });
      return (await prepared.stepsInParts(variables)).deferred.map(({ label }) => label);
    };
    expect(await labels('$d: Boolean!', { d: true })).toEqual(['0 x']);
    expect(await labels('$d: Boolean!', { d: false })).toEqual([]);
    expect(await labels('$d: Boolean = false')).toEqual([]);
    expect(await labels('$d: Boolean = false', { d: true, upc: 'p1' })).toEqual(['0 x']);
  });

  test('counts defaults in the steps of an operation that lacks other variables', async () => {
    const snapshot = localSnapshot(composeLocal(shop));
    const id = 'query($upc: String!, $s: Boolean! = true) { product(upc: $upc) { upc stars @include(if: $s) } }';
    const prepared = await snapshot.prepareWhole({ id, document: parse(id) });
    expect(prepared.steps({}).fetches).toHaveLength(2);
    expect(prepared.steps({ s: false }).fetches).toHaveLength(1);
  });

  test('refuses an operation that needs more fetches than its limit, and remembers it', async () => {
    const friends = {
      names: { typeDefs: 'type Query { me: User } type User @key(fields: "id") { id: ID! name: String }' },
      friends: { typeDefs: 'type User @key(fields: "id") { id: ID! friends: [User] }' },
    };
    const fields = (count: number, field: string) =>
      Array.from({ length: count }, (_, index) => `${field[0]}${index}:${field}`);
    // One fetch for the person, one for all friends, and one for each of the names.
    const query = (outer: number, inner: number) =>
      `{ me { ${fields(outer, 'friends{...C}')} } } fragment C on User { ${fields(inner, 'friends{name}')} }`;
    const sdl = composeLocal(friends);
    const source = (outer: number, inner: number) => ({
      id: `${outer} ${inner}`,
      document: parse(query(outer, inner)),
    });
    const small = localSnapshot(sdl, { fetchLimit: 8 });
    const prepared = await small.prepareWhole(source(2, 3));
    expect(await prepared.fetchCount({})).toBe(3);
    const refused = async () => Promise.resolve(small.prepareWhole(source(2, 4))).catch((error) => error);
    const error = await refused();
    expect(error).toMatchObject({ extensions: { code: 'OPERATION_TOO_COMPLEX' } });
    expect(await refused()).toBe(error);
    const usual = localSnapshot(sdl);
    await expect(usual.prepareWhole(source(45, 45))).rejects.toMatchObject({
      extensions: { code: 'OPERATION_TOO_COMPLEX' },
    });
  });

  test('names the subgraphs with their URLs', () => {
    expect([...localSnapshot(composeLocal(shop)).subgraphUrls]).toEqual([
      ['catalogue', 'http://catalogue.test/'],
      ['reviews', 'http://reviews.test/'],
    ]);
  });

  test('refuses a supergraph that is none', () => {
    expect(() => localSnapshot('type Query { a: Int }')).toThrow();
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
