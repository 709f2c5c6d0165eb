import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { post, startTestGateway, type TestGateway } from '../kit/gateway.ts';
import { booksParts, reviewsParts } from '../kit/library.ts';
import { startSubgraph, type TestServer } from '../kit/subgraph.ts';

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

/** Documents that cost little to send; the codes of which each may be told one. All within the limits of bytes. */
const hostile: readonly { readonly what: string; readonly query: string; readonly codes: readonly string[] }[] = [
  {
    what: 'fragments that each spread the next twice',
    query: `{ books { ...F0 } } ${times(40, (index) => `fragment F${index} on Book { a${index}: title ...F${index + 1} ...F${index + 1} }`)} fragment F40 on Book { id }`,
    codes: ['GRAPHQL_VALIDATION_FAILED', 'OPERATION_TOO_COMPLEX'],
  },
  {
    what: 'fragments that spread each other',
    query: '{ books { ...A } } fragment A on Book { ...B } fragment B on Book { ...A }',
    codes: ['GRAPHQL_VALIDATION_FAILED'],
  },
  {
    what: 'ten thousand aliases',
    query: `{ ${times(10_000, (index) => `a${index}: books { id }`)} }`,
    codes: ['GRAPHQL_PARSE_FAILED'],
  },
  {
    what: 'thousands of equal fields with selections of their own, to be merged',
    query: `{ ${times(1500, (index) => `books { a${index}: title }`)} }`,
    codes: ['none', 'OPERATION_TOO_COMPLEX'],
  },
  {
    what: 'fragments whose fields must all be compared',
    query: `{ books { ${times(300, (index) => `...F${index}`)} } } ${times(300, (index) => `fragment F${index} on Book { x: title author { y: name } }`)}`,
    codes: ['none', 'OPERATION_TOO_COMPLEX'],
  },
  {
    what: 'entities within entities to the depth that is allowed',
    query: `{ books { ${'reviews { book { '.repeat(90)} id ${'} }'.repeat(90)} } }`,
    codes: ['none', 'OPERATION_TOO_COMPLEX'],
  },
  {
    what: 'thousands of directives on one field',
    query: `{ books { id ${times(1200, () => '@skip(if: false)')} } }`,
    codes: ['GRAPHQL_VALIDATION_FAILED'],
  },
  {
    what: 'introspection within introspection',
    query: `{ __schema { types { ${'fields { type { '.repeat(40)} name ${'} }'.repeat(40)} } } }`,
    codes: ['GRAPHQL_VALIDATION_FAILED'],
  },
  {
    what: 'a thousand wrong fields',
    query: `{ ${times(1000, (index) => `bookz${index}`)} }`,
    codes: ['GRAPHQL_VALIDATION_FAILED'],
  },
];

describe('a hostile document', () => {
  let books: TestServer;
  let reviews: TestServer;
  let gateway: TestGateway;

  beforeAll(async () => {
    [books, reviews] = await Promise.all([startSubgraph(booksParts), startSubgraph(reviewsParts)]);
    gateway = await startTestGateway({ books: books.origin, reviews: reviews.origin });
  });

  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
    await Promise.all([books[Symbol.asyncDispose](), reviews[Symbol.asyncDispose]()]);
  });

  test.each(hostile)('of $what is answered or refused with a code', async ({ query, codes }) => {
    const { errors } = await post(gateway.url, { query });
    const told = new Set(errors.map(({ extensions }) => String(extensions.code)));
    expect(codes).toContain([...told][0] ?? 'none');
    expect(errors.length).toBeLessThanOrEqual(101);
    expect((await post(gateway.url, { query: '{ books { id } }' })).errors).toEqual([]);
  });
});
