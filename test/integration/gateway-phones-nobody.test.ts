import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { librarySupergraph, post, settings } from '../kit/gateway.ts';
import { startGatewayProcess } from '../kit/gateway-process.ts';
import { booksParts, reviewsParts } from '../kit/library.ts';
import { startSubgraph } from '../kit/subgraph.ts';

test('the gateway reaches its subgraphs and no other host, even with a vendor’s key in its environment', async () => {
  await using books = await startSubgraph(booksParts);
  await using reviews = await startSubgraph(reviewsParts);
  await using supergraph = await librarySupergraph({ books: books.origin, reviews: reviews.origin });
  const vendor = {
    APOLLO_KEY: 'service:library:key',
    APOLLO_GRAPH_REF: 'library@current',
    APOLLO_SCHEMA_REPORTING: 'true',
    APOLLO_TELEMETRY_DISABLED: '',
  };
  const env = settings(supergraph, { ...vendor, GATEWAY_FORWARD: 'none' });
  await using gateway = await startGatewayProcess(env, ['--import', './test/kit/record-connections.mjs']);
  for (let request = 0; request < 20; request++) {
    expect((await post(gateway.url, { query: '{ books { title rating } }' })).errors).toEqual([]);
  }
  await fetch(`${gateway.url}/graphiql/graphiql.js`).then((response) => response.arrayBuffer());
  // Reports are sent some time after the first request, and when the server ends.
  await sleep(1500);
  gateway.child.kill('SIGTERM');
  expect(await gateway.ended).toBe(0);
  const hosts = new Set([...gateway.said().matchAll(/^reached (.*)$/gm)].map((match) => match[1]));
  expect([...hosts]).toEqual(['127.0.0.1']);
});
