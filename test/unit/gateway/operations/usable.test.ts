import { buildSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { usableOperations } from '../../../../gateway/operations/usable.ts';

const schema = buildSchema(`
  directive @defer(label: String, if: Boolean! = true) on FRAGMENT_SPREAD | INLINE_FRAGMENT
  type Query { a: A } type A { x: Int }`);

const stored = (name: string, selection: string) => {
  const text = `query ${name} ${selection}`;
  return { name, id: name, text, document: parse(text), variables: undefined };
};

test('a schema can answer the stored operations that are valid, @defer included', () => {
  const usable = usableOperations([
    stored('Known', '{ a { x } }'),
    stored('Unknown', '{ b }'),
    stored('Deferring', '{ a { ... @defer(label: "1") { x } } }'),
    stored('SameLabelTwice', '{ a { ... @defer(label: "1") { x } ... @defer(label: "1") { x } } }'),
  ]);
  expect([...usable(schema).keys()]).toEqual(['Known', 'Deferring']);
});
