import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { localSnapshot } from '../../../kit/federation.ts';

const SDL = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated", "@composeDirective"])
    @link(url: "https://redcat.example/cacheControl/v0.1", import: [{ name: "@cacheControl", as: "@keep" }])
    @composeDirective(name: "@keep")
  directive @keep(maxAge: Int, scope: cacheControl__Scope, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT | INTERFACE | UNION
  enum cacheControl__Scope { PUBLIC PRIVATE }
  type Query {
    note: Note
    noted: Note @keep(maxAge: 30)
    bare: Bare @keep(maxAge: 90)
    some: [Some!] @keep(maxAge: 90)
    any: Any @keep(maxAge: 90)
    number: Int
    kept: Int @keep(maxAge: 10)
    mine: Note @keep(maxAge: 20)
  }
  type Mutation { kept: Int @keep(maxAge: 10) }
  type Note implements Some @key(fields: "id") @keep(maxAge: 60) {
    id: ID!
    author: Author
    short: Int @keep(maxAge: 5)
    own: Int @keep(scope: PRIVATE)
    secret: Int @authenticated
    bare: Bare
    like: Bare @keep(inheritMaxAge: true)
  }
  type Author @keep(maxAge: 40, scope: PRIVATE) { name: String }
  type Bare { id: ID! note: Note }
  interface Some { id: ID! }
  type Other implements Some @key(fields: "id") { id: ID! @keep(maxAge: 3) }
  union Any = Note | Other`;

const { supergraphSdl = '' } = composeServices([{ name: 'a', url: 'http://a.test', typeDefs: parse(SDL) }]);
const snapshot = localSnapshot(supergraphSdl, { personalFields: new Set(['Query.mine']) });

test.each([
  ['{ note { id } }', 60, false],
  ['{ noted { id } }', 30, false],
  ['{ note { id short } }', 5, false],
  ['{ note { ...F } } fragment F on Note { ... on Note { short } }', 5, false],
  ['{ note { id } kept }', 10, false],
  ['{ note { id } number }', 0, false],
  ['{ __typename note { id } }', 60, false],
  ['{ note { id } __schema { queryType { name } } }', 0, false],
  ['{ bare { id } }', 90, false],
  ['{ bare { note { id } } }', 60, false],
  ['{ note { bare { id } } }', 0, false],
  ['{ note { like { id } } }', 60, false],
  ['{ some { id } }', 3, false],
  ['{ any { ... on Note { id } } }', 90, false],
  ['{ any { ... on Other { id } } }', 3, false],
  ['{ note { own } }', 60, true],
  ['{ note { author { name } } }', 40, true],
  ['{ note { secret } }', 60, true],
  ['{ mine { id } }', 20, true],
  ['mutation { kept }', 0, false],
])('an answer to %s may be kept for %d s; by its caller alone: %s', (text, maxAge, isPrivate) => {
  const source = { id: text, document: parse(text), registered: false };
  expect(snapshot.cachePolicy(source)).toEqual({ maxAge, isPrivate });
});

test('the schema that clients see has neither the directive nor its scopes', () => {
  expect(snapshot.schema.getDirective('keep')).toBeUndefined();
  expect(snapshot.schema.getType('cacheControl__Scope')).toBeUndefined();
});
