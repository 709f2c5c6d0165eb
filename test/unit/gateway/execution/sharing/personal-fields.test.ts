import { buildSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { asksPersonalField } from '../../../../../gateway/execution/sharing/personal-fields.ts';

const schema = buildSchema(`
  type Query { search: String me: User node: Node others: [Note] }
  interface Node { id: ID email: String }
  type User implements Node { id: ID email: String friend: User }
  type Note implements Node { id: ID email: String search: String }`);

describe('a personal field', () => {
  test.each([
    ['at the root', '{ search }', 'Query.search', true],
    ['under an alias, in a fragment', '{ ...A } fragment A on Query { x: search }', 'Query.search', true],
    ['below the root', '{ me { friend { email } } }', 'User.email', true],
    [
      'of an entity',
      'query($r: [_Any!]!) { _entities(representations: $r) { ... on User { email } } }',
      'User.email',
      true,
    ],
    ['of a type that may stand behind an interface', '{ node { email } }', 'User.email', true],
    ['of an interface, asked of a type', '{ me { email } }', 'Node.email', true],
    ['of what the supergraph does not know, by its name', '{ unknown { email } }', 'User.email', true],
    ['of the same name, of another type', '{ others { search } }', 'Query.search', false],
    ['of the same name, of another entity', '{ _entities { ... on Note { email } } }', 'User.email', false],
    ['that is not asked for', '{ me { id } }', 'User.email', false],
    ['of a type that is not there', '{ me { id } }', 'Gone.id', false],
  ])('is found %s', (_where, document, coordinate, found) => {
    expect(asksPersonalField(document, schema, new Set([coordinate]))).toBe(found);
  });

  test('is none where none is named', () => {
    expect(asksPersonalField('{ search }', schema, new Set())).toBe(false);
  });
});
