import { buildASTSchema, getOperationAST, NoUnusedVariablesRule, parse, specifiedRules, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { compileCost } from '../../../../../gateway/guard/cost/compile-cost.ts';
import { FieldWeights } from '../../../../../gateway/guard/cost/field-weights.ts';
import { ImpliedSizes } from '../../../../../gateway/guard/cost/implied-sizes.ts';
import { costRules } from '../../../../../gateway/supergraph/cost-rules.ts';

const SUPERGRAPH = parse(`
  schema
    @link(url: "https://specs.apollo.dev/link/v1.0")
    @link(url: "https://specs.apollo.dev/cost/v0.1", import: [{ name: "@cost", as: "@price" }, "@listSize"])
  { query: Query mutation: Mutation }
  type Query {
    shop: Shop
    shops: [Shop!]!
    three: [Shop] @listSize(assumedSize: 3)
    page(first: Int = 4, last: Int): [Shop] @listSize(slicingArguments: ["first", "last"])
    strict(first: Int, last: Int): [Shop] @listSize(slicingArguments: ["first", "last"])
    lax(first: Int, last: Int): [Shop]
      @listSize(slicingArguments: ["first", "last"], requireOneSlicingArgument: false, assumedSize: 7)
    nested(page: Page! = { first: 6 }): [Shop] @listSize(slicingArguments: ["page.first"])
    connection(first: Int! = 5): Shops @listSize(slicingArguments: ["first"], sizedFields: ["edges", "nodes", "info.ids"])
    unnamed(page: Page, limit: Int = 2, where: Where): [Shop]
    unnamedPage(page: Page! = { first: 30 }): Shops
    assumed(page: Page): [Shop] @listSize(assumedSize: 20)
    notSized(page: Page): Shop
    dear: Shop @price(weight: 20)
    search(filter: Filter @price(weight: 15), approximate: Boolean @price(weight: -30)): Shop @price(weight: 5)
    matrix: [[Shop]] @listSize(assumedSize: 2)
    node: Node
    any: Any
    texts: [Text] @listSize(assumedSize: 4)
  }
  type Mutation { add(shops: [NewShop!]!): Shop }
  interface Node { id: ID items: [Item] near: Node }
  union Any = Shop | Item | Big
  type Shop implements Node { id: ID near: Node name: String owner: Shop items: [Item] @listSize(assumedSize: 2) }
  type Item implements Node { id: ID near: Node shop: Shop items: [Item] @listSize(assumedSize: 9) }
  type Big @price(weight: 50) { id: ID }
  type Shops { edges: [Edge] nodes: [Shop] info: Info }
  type Edge { node: Shop }
  type Info { ids: [Item] }
  scalar Text @price(weight: 2)
  input Page { first: Int = 8 }
  input Where { and: [Where] or: Where limit: [Int] page: Page }
  input Filter { name: String @price(weight: 3) and: Filter }
  input NewShop { name: String tags: [Tag] }
  input Tag { name: String }
`);
const schema = buildASTSchema(SUPERGRAPH, { assumeValid: true, assumeValidSDL: true });
const rules = costRules(SUPERGRAPH);
const weights = new FieldWeights(schema, rules);
const implied = new ImpliedSizes(['first', 'limit']);

const rulesOfDocuments = specifiedRules.filter((rule) => rule !== NoUnusedVariablesRule);

function costOf(text: string, variables: Record<string, unknown> = {}) {
  const document = parse(text);
  expect(validate(schema, document, rulesOfDocuments)).toEqual([]);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  const sizing = { listSize: 10, listLimit: 100, listSizeNames: [] };
  return compileCost({ schema, rules, sizing, implied, weights }, document, operation)(variables);
}

describe('compileCost', () => {
  test.each([
    ['the root and an object, leaves nothing', '{ shop { id name } }', 2],
    ['a list as often as lists are taken to be long', '{ shops { id } }', 11],
    ['lists within lists as often as both', '{ shops { items { shop { id } } } }', 1 + 10 * (1 + 2 * 2)],
    ['a list as long as it is assumed to be', '{ three { id } }', 4],
    ['a list of lists', '{ matrix { id } }', 1 + 2 * 10],
    ['a list by its argument', '{ page(first: 9) { id } }', 10],
    ['a list by another argument, which leaves the default out', '{ page(last: 2) { id } }', 3],
    ['a list by the default of its argument', '{ page { id } }', 5],
    ['a list by the largest of its arguments', '{ lax(first: 2, last: 3) { id } }', 4],
    ['a list by what is assumed where no argument says it', '{ lax { id } }', 8],
    ['a list by a field of an input object', '{ nested(page: { first: 3 }) { id } }', 1 + 1 + 3],
    ['a list by the default of an input object', '{ nested { id } }', 1 + 6],
    ['a list by the default of a field of an input object', '{ nested(page: {}) { id } }', 1 + 1 + 8],
    [
      'lists below by an argument of their connection',
      '{ connection(first: 3) { edges { node { id } } nodes { id } } }',
      2 + 6 + 3,
    ],
    ['lists far below by the same', '{ connection { info { ids { id } } } }', 1 + 1 + 1 + 5],
    ['a field as dear as it is said to be', '{ dear { id } }', 22],
    [
      'arguments that are given, and input objects',
      '{ search(filter: { name: "x", and: {} }) { id } }',
      1 + 5 + 15 + 2 + 3 + 1,
    ],
    ['arguments that make it cheaper, never less than nothing', '{ search(approximate: true) { id } }', 2],
    ['an object as dear as its type', '{ any { ... on Big { id } } }', 51],
    ['leaves that are said to cost', '{ texts }', 9],
    ['what looks like a size where none is said', '{ unnamed(limit: 50) { id } }', 1 + 50],
    ['the same, less than lists are taken to be long', '{ unnamed(limit: 1) { id } }', 1 + 10],
    ['the same in an input object', '{ unnamed(page: { first: 50 }) { id } }', 1 + 1 + 50],
    ['the largest of such', '{ unnamed(limit: 20, where: { or: { page: { first: 30 } } }) { id } }', 1 + 3 + 30],
    ['the same of the lists in what a field leads to', '{ unnamedPage { nodes { id } } }', 1 + 1 + 30],
    ['the same where it is more than what is assumed', '{ assumed(page: { first: 50 }) { id } }', 1 + 1 + 50],
    ['what is assumed where it is less', '{ assumed(page: { first: 5 }) { id } }', 1 + 1 + 20],
    ['nothing of the kind where no list follows', '{ notSized(page: { first: 50 }) { id } }', 1 + 1 + 1],
    [
      'of fragments on several types the dearest',
      '{ node { ... on Shop { items { id } } ... on Item { items { id } } } }',
      2 + 9,
    ],
    ['fields of an interface as dear as any type has them', '{ node { items { id } } }', 2 + 9],
    [
      'fields selected twice once',
      '{ shop { owner { id } } ...F ... { shop { owner { name } } } } fragment F on Query { shop { id } }',
      3,
    ],
    [
      'what is never selected not at all',
      '{ shops @skip(if: true) { id } three @include(if: false) { id } shop { id } }',
      2,
    ],
    ['introspection', '{ __schema { types { name } } __type(name: "Shop") { name } __typename }', 111],
    [
      'changes and what they are sent',
      'mutation { add(shops: [{ name: "a", tags: [{}, {}] }, {}]) { id } }',
      1 + 10 + 1 + 4,
    ],
  ])('counts %s', (_what, text, cost) => {
    expect(costOf(text)).toBe(cost);
  });

  const PAGE = 'query ($n: Int = 6, $p: Page = { first: 2 }, $yes: Boolean = false) { ';

  test.each([
    ['what a variable says', '{ page(first: $n) { id } }', { n: 3 }, 4],
    ['the default of a variable', '{ page(first: $n) { id } }', {}, 7],
    ['the default of the argument where the variable is null', '{ page(first: $n) { id } }', { n: null }, 5],
    ['what stands in an input object of variables', '{ nested(page: $p) { id } }', { p: { first: 7 } }, 1 + 1 + 7],
    ['a variable within an input object', '{ nested(page: { first: $n }) { id } }', { n: 7 }, 1 + 1 + 7],
    ['the default of an input object of variables', '{ nested(page: $p) { id } }', {}, 1 + 1 + 2],
    ['the default of a field of it', '{ nested(page: $p) { id } }', { p: {} }, 1 + 1 + 8],
    [
      'what looks like a size in variables',
      '{ unnamed(where: { or: { page: $p } }) { id } }',
      { p: { first: 2e9 } },
      4 + 2e9,
    ],
    ['what is included', '{ shops @include(if: $yes) { id } }', { yes: true }, 11],
    ['what is left out by default', '{ shops @include(if: $yes) { id } }', {}, 1],
    ['what is included in some other way', '{ shops { id } shops @include(if: $yes) { items { id } } }', {}, 11],
    ['what is included in that way', '{ shops { id } shops @include(if: $yes) { items { id } } }', { yes: true }, 31],
    ['a fragment spread under a condition and without one', '{ ...F @include(if: $yes) ...F }', {}, 11],
  ])('counts by %s', (_what, text, variables, cost) => {
    expect(
      costOf(
        `${PAGE.slice(0, -2)} ${text} ${text.includes('...F') ? 'fragment F on Query { shops { id } }' : ''}`,
        variables,
      ),
    ).toBe(cost);
  });

  test.each([
    ['written', '{ page(first: 101) { id } }', {}],
    ['in a variable', 'query ($n: Int) { page(last: $n) { id } }', { n: 101 }],
    ['in a variable’s default', 'query ($n: Int = 101) { page(first: $n) { id } }', {}],
    ['in an input object', '{ nested(page: { first: 101 }) { id } }', {}],
    ['in an input object of variables', 'query ($p: Page!) { nested(page: $p) { id } }', { p: { first: 101 } }],
    ['in its default', 'query ($p: Page! = { first: 101 }) { nested(page: $p) { id } }', {}],
    ['deep below', '{ shops { items { shop { owner { id } } } } connection(first: 101) { nodes { id } } }', {}],
  ])('tells of a list that is too large, its size %s', (_where, text, variables) => {
    expect(costOf(text, variables)).toMatchObject({ found: 101 });
  });

  test('tells of a list whose size is not said, or twice, where that must not be', () => {
    expect(costOf('{ strict { id } }')).toMatchObject({ field: 'Query.strict', found: undefined });
    expect(costOf('{ strict(first: 1, last: 1) { id } }')).toMatchObject({ found: undefined });
    expect(costOf('query ($n: Int) { strict(first: $n) { id } }')).toMatchObject({ found: undefined });
    expect(costOf('query ($n: Int) { strict(first: $n) { id } }', { n: 2 })).toBe(3);
  });

  test('is found soon where fragments on types within each other multiply the kinds of objects', () => {
    const level = (depth: number): string => {
      if (depth === 0) return 'id';
      const [shop, item] = [`... on Shop { near { a${depth}: id } }`, `... on Item { near { b${depth}: id } }`];
      return `${shop} ${item} near { ${level(depth - 1)} }`;
    };
    expect(costOf(`{ node { ${level(30)} } }`)).toBe(32);
  });
});
