import { expect, test } from 'vitest';
import { post, startTestGateway } from '../kit/gateway.ts';
import { booksParts } from '../kit/library.ts';
import { deadOrigin, startRawServer, startSubgraph } from '../kit/subgraph.ts';

test('a list with 100,000 wrong elements is told the first fifty errors, and that there are more', async () => {
  await using gateway = await startTestGateway({ books: await deadOrigin(), reviews: await deadOrigin() });
  const query = 'query($f: [BookFilter!]!) { findAny(filters: $f) { id } }';
  const { data, errors } = await post(gateway.url, { query, variables: { f: Array(100_000).fill(0) } });
  expect(data).toBeUndefined();
  expect(errors).toHaveLength(51);
  expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['BAD_USER_INPUT']));
  expect(errors[0]?.message).toContain('f[0]');
  expect(errors.at(-1)?.message).toContain('more errors');
  expect(JSON.stringify(errors).length).toBeLessThan(20_000);
});

test('a wrong value that is very long is not sent back in full', async () => {
  await using gateway = await startTestGateway({ books: await deadOrigin(), reviews: await deadOrigin() });
  const query = 'query($f: BookFilter!) { find(filter: $f) { id } }';
  const { errors } = await post(gateway.url, { query, variables: { f: { title: 'x', other: '书'.repeat(100_000) } } });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(errors[0]?.message.length).toBeLessThan(1100);
});

test('an answer with many errors tells the first hundred, and how many more there are', async () => {
  const count = 300;
  const books = Array.from({ length: count }, (_, id) => ({
    __typename: 'Book',
    id: String(id),
    title: 'x',
    pages: null,
  }));
  const errors = books.map((_, index) => ({
    message: `No ${index}.`,
    path: ['books', index, 'pages'],
    extensions: { code: 'PAGES_UNKNOWN' },
  }));
  await using source = await startRawServer((_request, response) =>
    response.end(JSON.stringify({ data: { books }, errors })),
  );
  await using gateway = await startTestGateway({ books: source.origin, reviews: await deadOrigin() });
  const reply = await post(gateway.url, { query: '{ books { title pages } }' });
  expect(reply.data?.books).toHaveLength(count);
  expect(reply.errors).toHaveLength(101);
  expect(reply.errors[99]).toMatchObject({ message: 'No 99.', extensions: { code: 'PAGES_UNKNOWN' } });
  expect(reply.errors[100]).toMatchObject({
    message: '200 more errors are not told.',
    extensions: { code: 'ERRORS_LEFT_OUT' },
  });
});

test('a failed fetch is told at each field that it costs, without its megabyte of message each time', async () => {
  const books = Array.from({ length: 60 }, (_, id) => ({ __typename: 'Book', id: String(id), title: 'x' }));
  const errors = [{ message: 'y'.repeat(1_000_000), extensions: { code: 'REVIEWS_GONE' } }];
  await using source = await startRawServer((_request, response) => response.end(JSON.stringify({ data: { books } })));
  await using failing = await startRawServer((_request, response) =>
    response.end(JSON.stringify({ data: null, errors })),
  );
  await using gateway = await startTestGateway({ books: source.origin, reviews: failing.origin });
  const reply = await post(gateway.url, { query: '{ books { title reviews { text } } }' });
  expect(reply.data?.books).toHaveLength(60);
  expect(reply.errors.length).toBeGreaterThan(50);
  expect(reply.errors[0]).toMatchObject({ extensions: { code: 'REVIEWS_GONE' } });
  expect(JSON.stringify(reply.errors).length).toBeLessThan(110_000);
});

test('a document with too many fields of one name is told its other errors, and that these were not compared', async () => {
  await using books = await startSubgraph(booksParts);
  await using gateway = await startTestGateway(
    { books: books.origin, reviews: await deadOrigin() },
    { GATEWAY_DOCUMENT_ROOT_FIELDS: '5000' },
  );
  const query = `{ ${'books { id } '.repeat(2400)} bookz }`;
  const { errors } = await post(gateway.url, { query });
  expect(errors.map(({ extensions }) => extensions.code)).toEqual([
    'GRAPHQL_VALIDATION_FAILED',
    'OPERATION_TOO_COMPLEX',
  ]);
  expect(errors[1]?.message).toContain('was not checked');
});
