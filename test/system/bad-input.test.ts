import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, type SeenError } from '../kit/ask.ts';
import { startSystem, type TestSystem } from '../kit/test-system.ts';

/** Each wrong request, and the code and words of the error that a client gets. */
const wrong: readonly { what: string; query: string; variables?: object; code: string; says: RegExp }[] = [
  {
    what: 'an unknown field',
    query: '{ note(id: "note_1") { titel } }',
    code: 'GRAPHQL_VALIDATION_FAILED',
    says: /titel/,
  },
  { what: 'a document that does not parse', query: '{ note(', code: 'GRAPHQL_PARSE_FAILED', says: /Syntax Error/ },
  {
    what: 'a variable of the wrong type',
    query: 'query($first: Int!) { notes(first: $first) { nodes { id } } }',
    variables: { first: 'ten' },
    code: 'BAD_USER_INPUT',
    says: /\$first/,
  },
  { what: 'an id that is none', query: '{ note(id: "abc") { id } }', code: 'ID_INVALID', says: /note_/ },
  { what: "another type's id", query: '{ product(id: "note_1") { id } }', code: 'ID_INVALID', says: /product_/ },
  {
    what: 'a million notes a page',
    query: '{ notes(first: 1000000) { nodes { id } } }',
    code: 'LIST_SIZE_LIMIT',
    says: /notes.*1,?000/,
  },
  {
    what: 'two hundred notes a page',
    query: '{ notes(first: 200) { nodes { id } } }',
    code: 'PAGE_SIZE_INVALID',
    says: /1 to 100/,
  },
  {
    what: 'a page of none',
    query: '{ products(first: 0) { nodes { id } } }',
    code: 'PAGE_SIZE_INVALID',
    says: /1 to 100/,
  },
  {
    what: 'a damaged cursor',
    query: '{ notes(after: "zzz") { nodes { id } } }',
    code: 'CURSOR_INVALID',
    says: /cursor/i,
  },
  {
    what: 'a range that ends before it begins',
    query: '{ note(id: "note_1") { conversion(range: { from: "2025-05-07", to: "2025-05-01" }) { orders } } }',
    code: 'RANGE_INVALID',
    says: /2025-05-01/,
  },
  {
    what: 'a day that is none',
    query: '{ note(id: "note_1") { conversion(range: { from: "2025-02-30", to: "2025-05-01" }) { orders } } }',
    code: 'BAD_USER_INPUT',
    says: /2025-05-07/,
  },
];

describe('bad input through the gateway', () => {
  let system: TestSystem;

  beforeAll(async () => {
    system = await startSystem();
  });

  afterAll(async () => {
    await system?.[Symbol.asyncDispose]();
  });

  it.each(wrong)('tells of $what with $code', async ({ query, variables = {}, code, says }) => {
    const { errors } = await ask(system.urls.gateway, query, variables);
    expect(errors.map((error) => error.extensions.code)).toEqual([code]);
    expect(errors[0]?.message).toMatch(says);
    expectNothingLeaks(errors);
  });

  it("refuses another list's cursor", async () => {
    const page = await ask<{ notes: { pageInfo: { endCursor: string } } }, object>(
      system.urls.gateway,
      '{ notes(first: 1, orderBy: NEWEST) { pageInfo { endCursor } } }',
    );
    const { errors } = await ask(
      system.urls.gateway,
      'query($after: String) { notes(first: 1, after: $after, orderBy: MOST_READ) { nodes { id } } }',
      { after: page.data.notes.pageInfo.endCursor },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'CURSOR_INVALID' } }]);
    expect(errors[0]?.message).toMatch(/another list/);
  });

  it.each([
    ['malformed JSON', '{"query": '],
    ['JSON that is no object', '"hello"'],
    ['no query', '{}'],
  ])('answers 400 with a coded error to %s', async (_what, body) => {
    const response = await fetch(`${system.urls.gateway}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const { errors } = (await response.json()) as { errors: SeenError[] };
    expect(response.status).toBe(400);
    expect(errors[0]?.extensions.code).toMatch(/^[A-Z_]+$/);
    expectNothingLeaks(errors);
  });
});

function expectNothingLeaks(errors: readonly SeenError[]): void {
  expect(JSON.stringify(errors)).not.toMatch(/node_modules|127\.0\.0\.1|\.ts:|select |stacktrace|_entities/i);
}
