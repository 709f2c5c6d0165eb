import { expect, test } from 'vitest';
import { readinessOf } from '../../../../gateway/subgraphs/readiness.ts';
import { openSubgraph } from '../../../../gateway/subgraphs/subgraph.ts';
import { startRawServer } from '../../../kit/subgraph.ts';

test('an answer about readiness is shared for a second, and then asked for anew', async () => {
  let status = 503;
  await using server = await startRawServer((_request, response) => response.writeHead(status).end());
  const limits = { subgraphTimeout: 1000, subgraphResponseLimit: 1000, subgraphConnections: 1 };
  const subgraph = openSubgraph({ name: 's', url: `${server.origin}/graphql` }, limits);
  let now = 5000;
  const isReady = readinessOf(subgraph, 1000, () => now);
  expect(await isReady()).toBe(false);
  status = 200;
  now += 999;
  expect(await isReady()).toBe(false);
  now += 1;
  expect(await Promise.all([isReady(), isReady()])).toEqual([true, true]);
  expect(server.seen.map(({ path }) => path)).toEqual(['/readyz', '/readyz']);
  await subgraph.pool.destroy();
});
