import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { post, startTestGateway, type TestGateway } from '../kit/gateway.ts';
import { booksParts, reviewsParts } from '../kit/library.ts';
import { startSubgraph, type TestServer } from '../kit/subgraph.ts';

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

/** Documents that cost little to send. All within the limits of bytes. */
const hostile: readonly {
  readonly what: string;
  readonly query: string;
  /** What is told by the limits as they are by default. */
  readonly limit: string;
  /** What may be told where limits are as wide as they may be, by what comes after them. */
  readonly codes: readonly string[];
}[] = [
  {
    what: 'fragments that each spread the next twice',
    query: `{ books { ...F0 } } ${times(40, (index) => `fragment F${index} on Book { a${index}: title ...F${index + 1} ...F${index + 1} }`)} fragment F40 on Book { id }`,
    limit: 'ALIAS_LIMIT',
    codes: ['ALIAS_LIMIT'],
  },
  {
    what: 'fragments that spread each other',
    query: '{ books { ...A } } fragment A on Book { ...B } fragment B on Book { ...A }',
    limit: 'GRAPHQL_VALIDATION_FAILED',
    codes: ['GRAPHQL_VALIDATION_FAILED'],
  },
  {
    what: 'ten thousand aliases',
    query: `{ ${times(10_000, (index) => `a${index}: books { id }`)} }`,
    limit: 'TOKEN_LIMIT',
    codes: ['OPERATION_TOO_COMPLEX'],
  },
  {
    what: 'a megabyte of braces',
    query: '{'.repeat(1_000_000),
    limit: 'DEPTH_LIMIT',
    codes: ['DEPTH_LIMIT'],
  },
  {
    what: 'fifty levels',
    query: `{ books { ${'reviews { book { '.repeat(24)} id ${'} }'.repeat(24)} } }`,
    limit: 'DEPTH_LIMIT',
    codes: ['none', 'OPERATION_TOO_COMPLEX'],
  },
  {
    what: 'thousands of equal fields with selections of their own, to be merged',
    query: `{ ${times(1500, (index) => `books { a${index}: title }`)} }`,
    limit: 'ROOT_FIELD_LIMIT',
    codes: ['none', 'OPERATION_TOO_COMPLEX'],
  },
  {
    what: 'fragments whose fields must all be compared',
    query: `{ books { ${times(300, (index) => `...F${index}`)} } } ${times(300, (index) => `fragment F${index} on Book { x: title author { y: name } }`)}`,
    limit: 'ALIAS_LIMIT',
    codes: ['none', 'OPERATION_TOO_COMPLEX'],
  },
  {
    what: 'entities within entities to the depth that is allowed',
    query: `{ books { ${'reviews { book { '.repeat(90)} id ${'} }'.repeat(90)} } }`,
    limit: 'DEPTH_LIMIT',
    codes: ['none', 'OPERATION_TOO_COMPLEX'],
  },
  {
    what: 'thousands of directives on one field',
    query: `{ books { id ${times(1200, () => '@skip(if: false)')} } }`,
    limit: 'DIRECTIVE_LIMIT',
    codes: ['GRAPHQL_VALIDATION_FAILED'],
  },
  {
    what: 'introspection within introspection',
    query: `{ __schema { types { ${'fields { type { '.repeat(40)} name ${'} }'.repeat(40)} } } }`,
    limit: 'DEPTH_LIMIT',
    codes: ['GRAPHQL_VALIDATION_FAILED'],
  },
  {
    what: 'a thousand wrong fields',
    query: `{ ${times(1000, (index) => `bookz${index}`)} }`,
    limit: 'ROOT_FIELD_LIMIT',
    codes: ['GRAPHQL_VALIDATION_FAILED'],
  },
];

/** Limits that leave all of it to what comes after them. */
const WIDE = {
  GATEWAY_DOCUMENT_TOKENS: '100000',
  GATEWAY_DOCUMENT_DEPTH: '240',
  GATEWAY_DOCUMENT_ALIASES: '1000000',
  GATEWAY_DOCUMENT_ROOT_FIELDS: '1000000',
  GATEWAY_DOCUMENT_DIRECTIVES: '1000000',
  GATEWAY_COST_LIST_SIZE: '1',
};

describe('a hostile document', () => {
  let books: TestServer;
  let reviews: TestServer;
  let gateway: TestGateway;
  let wide: TestGateway;

  beforeAll(async () => {
    [books, reviews] = await Promise.all([startSubgraph(booksParts), startSubgraph(reviewsParts)]);
    const origins = { books: books.origin, reviews: reviews.origin };
    [gateway, wide] = await Promise.all([startTestGateway(origins), startTestGateway(origins, WIDE)]);
  });

  afterAll(async () => {
    await Promise.all([gateway[Symbol.asyncDispose](), wide[Symbol.asyncDispose]()]);
    await Promise.all([books[Symbol.asyncDispose](), reviews[Symbol.asyncDispose]()]);
  });

  test.each(hostile)('of $what is told $limit, before anything else is done with it', async ({ query, limit }) => {
    const seen = books.seen.length;
    const { errors, data } = await post(gateway.url, { query });
    expect([errors[0]?.extensions.code, data]).toEqual([limit, undefined]);
    expect(books.seen.length).toBe(seen);
  });

  test.each(hostile)('of $what is answered or refused with a code where limits are wide', async ({ query, codes }) => {
    const { errors } = await post(wide.url, { query });
    const told = new Set(errors.map(({ extensions }) => String(extensions.code)));
    expect(codes).toContain([...told][0] ?? 'none');
    expect(errors.length).toBeLessThanOrEqual(101);
    expect((await post(wide.url, { query: '{ books { id } }' })).errors).toEqual([]);
  });
});
