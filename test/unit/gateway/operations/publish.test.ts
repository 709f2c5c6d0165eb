import { describe, expect, test } from 'vitest';
import { type Publication, publicationOf, published } from '../../../../gateway/operations/registry/publish.ts';
import { registeredOf } from '../../../../gateway/operations/registry/registered-of.ts';
import { REGISTRY, StoredRegistry } from '../../../../gateway/operations/registry/stored-registry.ts';

const DAY = ['2025-05-07T00:00:00Z', '2025-05-08T00:00:00Z', '2025-05-09T00:00:00Z'] as const;

function publication(text: string, changed: Partial<Publication> = {}): Publication {
  const about = { description: undefined, example: undefined, owner: 'web', clients: 'any' } as const;
  return { ...publicationOf({ text, alias: undefined }, about), ...changed };
}

const A1 = publication('query A { a }');
const A2 = publication('query A { a b }');
const B = publication('query B { b }', { alias: 'b-md5', clients: ['erp'], example: '{}' });

const first = published(REGISTRY.empty, [A1, B], DAY[0]).registry;

describe('published operations', () => {
  test('are kept in a form that can be read again', () => {
    expect(StoredRegistry.parse(JSON.parse(JSON.stringify(first)))).toEqual(first);
    expect(registeredOf(first, [])).toMatchObject([
      { name: 'A', version: 1, id: A1.id, owner: 'web', clients: 'any', aliases: [], registered: true, kind: 'query' },
      { name: 'B', version: 1, id: B.id, clients: ['erp'], aliases: ['b-md5'], example: '{}' },
    ]);
  });

  test('have another version for another text, and those before it are served on', () => {
    const { registry, changes } = published(first, [A2, B], DAY[1]);
    expect(changes).toEqual([
      { name: 'A', version: 2, change: 'version', before: A1.text },
      { name: 'B', version: 1, change: 'same', before: undefined },
    ]);
    const known = registeredOf(first, []);
    const next = registeredOf(registry, known);
    expect(next.map(({ name, version }) => `${name}${version}`)).toEqual(['A1', 'A2', 'B1']);
    expect(next[0]).toBe(known[0]);
    expect(next[2]).toBe(known[1]);
  });

  test('keep their version where only what is said of them changes, and come back when they were retired', () => {
    const owned = published(first, [{ ...A1, owner: 'app' }], DAY[1]);
    expect(owned.changes).toMatchObject([{ version: 1, change: 'changed' }]);
    const known = registeredOf(first, []);
    const [next] = registeredOf(owned.registry, known);
    expect(next).toMatchObject({ owner: 'app', document: known[0]?.document });
    const [version] = first.operations.A ?? [];
    const retired = { ...first, operations: { A: version ? [{ ...version, retired: DAY[1] }] : [] } };
    expect(registeredOf(retired, [])).toEqual([]);
    const restored = published(retired, [A1], DAY[2]);
    expect(restored.changes).toMatchObject([{ name: 'A', version: 1, change: 'restored' }]);
    expect(registeredOf(restored.registry, [])).toHaveLength(1);
  });

  test('never share an id of a client’s: which is meant could not be said', () => {
    const other = publication('query C { c }', { alias: 'b-md5' });
    expect(() => published(first, [other], DAY[1])).toThrow(/b-md5 would name two operations/);
    const posing = publication('query D { d }', { alias: A1.id });
    expect(() => published(first, [posing], DAY[1])).toThrow(/would name two operations/);
  });

  test.each([
    '{ a }',
    'query A { a } query B { b }',
    'fragment F on T { a }',
    'query {',
    `query A { ${'a '.repeat(200_000)} }`,
  ])('must each be one operation with a name, and not too long: %#', (text) => {
    expect(() => publication(text)).toThrow(/^“.*…” can’t be published: /);
  });

  test('may be called as what every object has, and not as what is reserved', () => {
    const { registry } = published(first, [publication('query constructor { a }')], DAY[1]);
    expect(registeredOf(registry, []).map(({ name }) => name)).toContain('constructor');
    expect(() => publication('query __proto__ { a }')).toThrow(/reserved/);
  });
});
