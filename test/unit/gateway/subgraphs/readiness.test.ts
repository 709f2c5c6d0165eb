import { Pool } from 'undici';
import { expect, test } from 'vitest';
import { readinessOf } from '../../../../gateway/subgraphs/readiness.ts';
import { startRawServer } from '../../../kit/subgraph.ts';

test('an answer about readiness is shared for a second, and then asked for anew', async () => {
  let status = 503;
  await using server = await startRawServer((_request, response) => response.writeHead(status).end());
  const pool = new Pool(server.origin, { connections: 1 });
  let now = 5000;
  const isReady = readinessOf({ pool }, 1000, () => now);
  expect(await isReady()).toBe(false);
  status = 200;
  now += 999;
  expect(await isReady()).toBe(false);
  now += 1;
  expect(await Promise.all([isReady(), isReady()])).toEqual([true, true]);
  expect(server.seen.map(({ path }) => path)).toEqual(['/readyz', '/readyz']);
  await pool.destroy();
});
