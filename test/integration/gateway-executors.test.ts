import { expect, test } from 'vitest';
import { post, startTestGateway } from '../kit/gateway.ts';
import { booksParts, reviewsParts } from '../kit/library.ts';
import { startSubgraph } from '../kit/subgraph.ts';

const PAGE = `fragment Shown on Book { id title pages author { name } }
  query BookPage($id: ID!, $withReviews: Boolean!, $title: String = "红") {
    book(id: $id) { ...Shown rating score minutes reviews @include(if: $withReviews) { id text book { ...Shown rating } } }
    again: book(id: $id) { __typename name: title words: pages reviews @skip(if: $withReviews) { text } }
    find(filter: { title: $title }) { title minutes }
    newestReview { text book { title author { name } score } }
    __schema { queryType { name } directives { name } }
  }`;

const REQUESTS = [
  { query: PAGE, variables: { id: '1', withReviews: true } },
  { query: PAGE, variables: { id: '2', withReviews: false, title: 'March' } },
  { query: PAGE, variables: { id: 'none', withReviews: true } },
  { query: 'mutation { bookAdd(title: "新书") { id title rating reviews { text } } }' },
  { query: '{ books { title fail(how: "input") } }' },
  { query: '{ fail(how: "sql") book(id: "1") { title } }' },
  { query: 'query($id: ID!) { book(id: $id) { title } }' },
];

test('Apollo’s executor and RedCat’s own answer alike', async () => {
  await using books = await startSubgraph(booksParts);
  await using reviews = await startSubgraph(reviewsParts);
  const origins = { books: books.origin, reviews: reviews.origin };
  await using stock = await startTestGateway(origins, { GATEWAY_EXECUTOR: 'stock' });
  await using compiled = await startTestGateway(origins, { GATEWAY_EXECUTOR: 'compiled' });
  const answer = async (url: string, request: object) => {
    const { status, data, errors } = await post(url, request, { 'x-request-id': 'same', 'x-redcat-viewer': 'ann' });
    return { status, data, errors };
  };
  for (const request of REQUESTS) {
    expect(await answer(compiled.url, request)).toEqual(await answer(stock.url, request));
  }
  expect(reviews.seen.every(({ headers }) => headers['x-redcat-viewer'] === 'ann')).toBe(true);
});
