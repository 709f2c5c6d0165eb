import { buildSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { usedFields } from '../../../../../gateway/telemetry/usage/used-fields.ts';

const schema = buildSchema(`
  type Query { note(id: ID!, lang: String): Note node: Node search: [Hit] }
  interface Node { id: ID! }
  type Note implements Node { id: ID! title(length: Int): String author: Author }
  type Author { name: String }
  union Hit = Note | Author
  extend type Query { find(in: Range, tone: Tone): Tone }
  input Range { from: Int to: Int inner: [Range!] tone: Tone }
  enum Tone { LOUD SOFT }`);

const fieldsOf = (text: string, name?: string) => usedFields(parse(text), name, schema).fields;

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

test('an operation gives the input fields and enum values that stand in it, names types, and reads the enums that its fields return', () => {
  const text = 'query A($r: [Range!], $t: Tone = SOFT) { find(in: { from: 1, inner: [{ tone: LOUD }] }, tone: $t) }';
  expect(usedFields(parse(text), undefined, schema)).toEqual({
    fields: ['Query.find', 'Query.find(in:)', 'Query.find(tone:)', 'Tone'],
    inputs: ['$Range', '$Tone', 'Range.from', 'Range.inner', 'Range.tone', 'Tone.LOUD', 'Tone.SOFT'],
  });
});
