import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { deferRules } from '../../../../gateway/operations/defer-rules.ts';

const schema = buildSchema(`
  directive @defer(label: String, if: Boolean! = true) on FRAGMENT_SPREAD | INLINE_FRAGMENT
  type Query { a: A } type Mutation { a: A } type Subscription { a: A } type A { x: Int b: A }`);

function errorsOf(document: string): string[] {
  return validate(schema, parse(document), deferRules).map(({ message }) => message);
}

test('labels are texts, each used once', () => {
  expect(errorsOf('{ a { ... @defer(label: "1") { x } ... @defer(label: "2") { x } ... @defer { x } } }')).toEqual([]);
  expect(errorsOf('{ a { ... @defer(label: "1") { x } b { ... @defer(label: "1") { x } } } }')).toEqual([
    'The label "1" of a @defer is used twice.',
  ]);
  expect(errorsOf('query ($l: String) { a { ... @defer(label: $l) { x } } }')).toEqual([
    'The label of a @defer must be a text, written out.',
  ]);
});

test('the root of a mutation or subscription is not deferred; what is below may be', () => {
  expect(errorsOf('{ ... @defer { a { x } } }')).toEqual([]);
  expect(errorsOf('mutation { a { ... @defer { x } } }')).toEqual([]);
  const message = '@defer cannot stand at the root of a mutation or subscription.';
  expect(errorsOf('mutation { ... @defer { a { x } } }')).toEqual([message]);
  expect(errorsOf('subscription { ...F @defer } fragment F on Subscription { a { x } }')).toEqual([message]);
});
