import { expect, test } from 'vitest';
import { post, startTestGateway } from '../kit/gateway.ts';
import { booksParts } from '../kit/library.ts';
import { deadOrigin, startSubgraph } from '../kit/subgraph.ts';

test('metrics count requests by operation and outcome, fetches by subgraph and outcome, and show the process', async () => {
  await using books = await startSubgraph(booksParts);
  await using gateway = await startTestGateway({ books: books.origin, reviews: await deadOrigin() });
  await post(gateway.url, { query: 'query Titles { books { title } }' });
  await post(gateway.url, { query: 'query Ratings { books { title rating } }' });
  await post(gateway.url, { query: '{ newestReview { text } }' });
  await post(gateway.url, { query: '{ nothing }' });
  const response = await fetch(`${gateway.url}/metrics`);
  expect(response.headers.get('content-type')).toContain('text/plain');
  const metrics = await response.text();
  for (const line of [
    'gateway_requests_total{operation="Titles",outcome="ok"} 1',
    'gateway_requests_total{operation="Ratings",outcome="partial"} 1',
    'gateway_requests_total{operation="other",outcome="failed"} 1',
    'gateway_requests_total{operation="other",outcome="refused"} 1',
    'gateway_request_seconds_count{operation="Titles"} 1',
    'gateway_subgraph_fetches_total{subgraph="books",outcome="ok"} 2',
    'gateway_subgraph_fetches_total{subgraph="reviews",outcome="SUBGRAPH_UNAVAILABLE"} 2',
    'gateway_subgraph_fetch_seconds_count{subgraph="books"} 2',
    'gateway_http_requests_total{route="/graphql",status="200"} 4',
  ]) {
    expect(metrics).toContain(`${line}\n`);
  }
  expect(metrics).toMatch(/^process_cpu_seconds_total /m);
});
