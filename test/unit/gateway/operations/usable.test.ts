import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { DEVELOPMENT } from '../../../../gateway/clients/client.ts';
import { usableOperations } from '../../../../gateway/operations/usable.ts';
import { registeredOperation } from '../../../kit/operations.ts';

const schema = buildSchema(`
  directive @defer(label: String, if: Boolean! = true) on FRAGMENT_SPREAD | INLINE_FRAGMENT
  type Query { a: A } type A { x: Int }`);

const stored = (name: string, selection: string) => registeredOperation(`query ${name} ${selection}`);

test('a schema can answer the stored operations that are valid, @defer included', () => {
  const usable = usableOperations([
    stored('Known', '{ a { x } }'),
    stored('Unknown', '{ b }'),
    stored('Deferring', '{ a { ... @defer(label: "1") { x } } }'),
    stored('SameLabelTwice', '{ a { ... @defer(label: "1") { x } ... @defer(label: "1") { x } } }'),
  ]);
  expect(
    usable(schema)
      .all(DEVELOPMENT)
      .map(({ name }) => name),
  ).toEqual(['Deferring', 'Known']);
});
