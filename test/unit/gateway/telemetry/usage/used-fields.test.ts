import { buildSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { usedFields } from '../../../../../gateway/telemetry/usage/used-fields.ts';

const schema = buildSchema(`
  type Query { note(id: ID!, lang: String): Note node: Node search: [Hit] }
  interface Node { id: ID! }
  type Note implements Node { id: ID! title(length: Int): String author: Author }
  type Author { name: String }
  union Hit = Note | Author`);

const fieldsOf = (text: string, name?: string) => usedFields(parse(text), name, schema);

test('an operation uses the fields that it selects by the types on which they stand, and the arguments that it gives', () => {
  expect(
    fieldsOf(`query A($id: ID!) { other: note(id: $id) { ...F __typename } node { id ... on Note { author { name } } } search { ... on Author { name } } }
      fragment F on Note { title(length: 3) }`),
  ).toEqual(
    [
      'Author.name',
      'Note.author',
      'Note.title',
      'Note.title(length:)',
      'Node.id',
      'Query.node',
      'Query.note',
      'Query.note(id:)',
      'Query.search',
    ].sort(),
  );
  expect(fieldsOf('{ __schema { types { name } } __typename }')).toEqual([]);
});

test('of several operations only the one that is named counts', () => {
  expect(fieldsOf('query A { node { id } } query B { search { __typename } }', 'B')).toEqual(['Query.search']);
});
