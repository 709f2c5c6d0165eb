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
  await post(gateway.url, { query: 'query Input { fail(how: "input") }' });
  await post(gateway.url, { query: 'query Fault { fail(how: "sql") }' });
  await post(gateway.url, { query: `query ${'N'.repeat(5000)} { books { title } }` });
  const response = await fetch(`${gateway.url}/metrics`);
  expect(response.headers.get('content-type')).toContain('text/plain');
  const metrics = await response.text();
  for (const line of [
    'gateway_requests_total{operation="Titles",outcome="ok"} 1',
    'gateway_requests_total{operation="Ratings",outcome="partial"} 1',
    'gateway_requests_total{operation="other",outcome="failed"} 1',
    'gateway_requests_total{operation="Input",outcome="refused"} 1',
    'gateway_requests_total{operation="Fault",outcome="failed"} 1',
    'gateway_requests_total{operation="other",outcome="ok"} 1',
    'gateway_requests_total{operation="other",outcome="refused"} 1',
    'gateway_request_seconds_count{operation="Titles"} 1',
    'gateway_subgraph_fetches_total{subgraph="books",outcome="ok"} 3',
    'gateway_subgraph_fetches_total{subgraph="reviews",outcome="SUBGRAPH_UNAVAILABLE"} 2',
    'gateway_subgraph_fetch_seconds_count{subgraph="books"} 5',
    'gateway_http_requests_total{route="/graphql",status="200"} 7',
  ]) {
    expect(metrics).toContain(`${line}\n`);
  }
  expect(metrics).not.toContain('N'.repeat(101));
  expect(JSON.stringify(gateway.logs)).not.toContain('N'.repeat(101));
  expect(metrics).toMatch(/^process_cpu_seconds_total /m);
});
