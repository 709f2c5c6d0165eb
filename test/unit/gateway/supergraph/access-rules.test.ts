import { buildASTSchema, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../../../gateway/guard/requirement.ts';
import { accessRules } from '../../../../gateway/supergraph/access-rules.ts';

const LINKS = `@link(url: "https://specs.apollo.dev/link/v1.0")
  @link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)
  @link(url: "https://specs.apollo.dev/requiresScopes/v0.1", for: SECURITY, import: [{ name: "@requiresScopes", as: "@needs" }])
  @link(url: "https://specs.apollo.dev/policy/v0.1", as: "rule", for: SECURITY)`;

/** What each place of a supergraph asks for, in words. */
function rulesOf(types: string, links = LINKS) {
  const document = parse(`schema ${links} { query: Query } ${types}`);
  const rules = accessRules(document, buildASTSchema(document, { assumeValid: true, assumeValidSDL: true }));
  const words = (numbers: readonly number[]) =>
    numbers.flatMap((number) => rules.requirements[number] ?? []).map(wordsOf);
  return {
    count: rules.requirements.length,
    field: (coordinate: string) => words(rules.ofField(...(coordinate.split('.') as [string, string]))),
    type: (name: string) => words(rules.ofType(name)),
  };
}

describe('what a supergraph asks for', () => {
  test('is read under the names by which it links the directives', () => {
    const { field } = rulesOf(`type Query {
      one: Int @authenticated
      two: Int @needs(scopes: [["a", "b"], ["c"]]) @authenticated
      three: Int @rule(policies: "p")
      four: Int @requiresScopes(scopes: [["x"]]) @policy(policies: [["x"]])
      five: Int @needs(scopes: []) @rule(policies: [[]])
    }`);
    expect(field('Query.one')).toEqual(['a credential']);
    expect(field('Query.two')).toEqual(['the scopes a and b, or the scope c', 'a credential']);
    expect(field('Query.three')).toEqual(['the policy p']);
    expect(field('Query.four')).toEqual([]);
    expect(field('Query.five')).toEqual([]);
  });

  test('is nothing where the directives are not linked', () => {
    const links = '@link(url: "https://specs.apollo.dev/link/v1.0")';
    expect(rulesOf('type Query { one: Int @authenticated }', links).count).toBe(0);
  });

  test('holds for each field that returns a type, and for objects of it', () => {
    const { field, type } = rulesOf(`
      type Query { order: Order orders: [Order!]! color: [Color] day: Day! either: Either }
      type Order @needs(scopes: [["o"]]) { self: Order @authenticated }
      enum Color @authenticated { RED }
      scalar Day @rule(policies: [["d"]])
      union Either = Query | Order`);
    expect(field('Query.order')).toEqual(['the scope o']);
    expect(field('Query.orders')).toEqual(['the scope o']);
    expect(field('Order.self')).toEqual(['a credential', 'the scope o']);
    expect(field('Query.color')).toEqual(['a credential']);
    expect(field('Query.day')).toEqual(['the policy d']);
    expect(field('Query.either')).toEqual([]);
    expect(type('Order')).toEqual(['the scope o']);
  });

  test('on an interface is what its types ask for where composition put it there, else its own', () => {
    const implementing = `
      type A implements I @needs(scopes: [["a"], ["b"]]) { f: Int @authenticated }
      type B implements I @needs(scopes: [["c"]]) { f: Int }`;
    const composed = rulesOf(`type Query { i: I a: A }
      interface I @needs(scopes: [["a", "c"], ["b", "c"]]) { f: Int @authenticated } ${implementing}`);
    expect(composed.field('Query.i')).toEqual([]);
    expect(composed.type('B')).toEqual(['the scope c']);
    expect(composed.field('B.f')).toEqual([]);
    const declared = rulesOf(`type Query { i: I a: A }
      interface I @needs(scopes: [["d"]]) { f: Int @rule(policies: [["p"]]) } ${implementing}`);
    expect(declared.field('Query.i')).toEqual(['the scope d']);
    expect(declared.field('Query.a')).toEqual(['the scope a, or the scope b', 'the scope d']);
    expect(declared.type('B')).toEqual(['the scope c', 'the scope d']);
    expect(declared.field('B.f')).toEqual(['the policy p']);
  });

  test('on a root type holds for each of its fields', () => {
    expect(rulesOf('type Query @authenticated { one: Int }').field('Query.one')).toEqual(['a credential']);
  });
});
