import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '@redis/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestClients, testClients } from '../kit/clients.ts';
import type { TestGateway } from '../kit/gateway.ts';
import { startPriced, startPricedGateway } from '../kit/priced.ts';
import { describeOnRedis, startRedis, type TestRedis } from '../kit/redis.ts';
import type { TestServer } from '../kit/subgraph.ts';

/** Costs 1, and asks no subgraph. */
const BODY = '{"query":"{ __typename }"}';
const QUOTA = 1800;
const RATE = QUOTA / 60;

/** Waits until each of two gateways has said twice that it lives, beside the other: with the second time it has heard of the first's answer. */
async function seenEachOther(url: string): Promise<void> {
  const client = await createClient({ url }).connect();
  const beats = async (): Promise<number[]> => {
    const instances = await client.zRangeWithScores('redcat:quota:instances', 0, -1);
    return instances.map(({ score }) => score);
  };
  let last = 0;
  for (let round = 0; round < 3; round++) {
    let now = await beats();
    for (; now.length < 2 || Math.min(...now) <= last; now = await beats()) await sleep(20);
    last = Math.max(...now);
  }
  client.destroy();
}

describeOnRedis('two gateways with one Redis', () => {
  let redis: TestRedis;
  let clients: TestClients;
  let priced: TestServer;
  let gateways: readonly TestGateway[];
  const keys = new Map<string, string>();

  beforeAll(async () => {
    [redis, clients, priced] = await Promise.all([startRedis(), testClients(), startPriced()]);
    for (const name of ['one', 'other', 'later', 'hasty']) {
      const flags = name === 'hasty' ? { requests: '1', burst: '60' } : { quota: String(QUOTA) };
      keys.set(name, (await clients.add(name, flags)).key);
    }
    const env = { GATEWAY_KEYS: clients.file, GATEWAY_CLAIMS_KEY: 'none', GATEWAY_REDIS: redis.url };
    gateways = await Promise.all([startPricedGateway(priced, env), startPricedGateway(priced, env)]);
    await told('shared');
    await seenEachOther(redis.url);
  });

  afterAll(async () => {
    for (const gateway of gateways) await gateway[Symbol.asyncDispose]();
    await Promise.all([priced, clients, redis].map((each) => each[Symbol.asyncDispose]()));
  });

  const ask = (gateway: TestGateway | undefined, name: string) =>
    fetch(`${gateway?.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${keys.get(name)}` },
      body: BODY,
    });
  /** Waits until both say so. */
  const told = async (quotas: string): Promise<void> => {
    for (const { url } of gateways) {
      while (((await (await fetch(`${url}/readyz`)).json()) as { quotas: string }).quotas !== quotas) await sleep(50);
    }
  };
  /** Asks both as fast as they answer, until they have refused for a while. @returns how many were answered, the time that took, and until the last refusal was asked for */
  const flood = async (name: string, refusals: number) => {
    const begun = performance.now();
    let lastRefused = begun;
    let taken = 0;
    let refused = 0;
    const loop = async (gateway: TestGateway) => {
      while (refused < refusals) {
        const asked = performance.now();
        const response = await ask(gateway, name);
        await response.arrayBuffer();
        if (response.status === 200) taken++;
        else {
          refused++;
          lastRefused = Math.max(lastRefused, asked);
        }
      }
    };
    await Promise.all(gateways.flatMap((gateway) => Array.from({ length: 8 }, () => loop(gateway))));
    return { taken, seconds: (performance.now() - begun) / 1000, toRefusal: (lastRefused - begun) / 1000 };
  };

  test('keep one quota to within a percent under load', async () => {
    const { taken, seconds, toRefusal } = await flood('one', 1000);
    expect(taken).toBeLessThanOrEqual(1.01 * (QUOTA + seconds * RATE));
    // What came in after the last refusal nobody could take.
    expect(taken).toBeGreaterThanOrEqual(0.99 * (QUOTA + toRefusal * RATE));
  });

  test('keep one count of requests, too', async () => {
    const { taken, seconds } = await flood('hasty', 200);
    expect(taken).toBeLessThanOrEqual(60 + seconds + 1);
    expect(taken).toBeGreaterThanOrEqual(59);
  });

  test('go on with their shares where Redis is gone, say so, and share again when it is back', async () => {
    expect((await ask(gateways[0], 'other')).status).toBe(200);
    await redis.kill();
    await told('alone');
    const { taken, seconds } = await flood('other', 300);
    expect(taken).toBeLessThanOrEqual(1.01 * (QUOTA + seconds * RATE));
    expect(taken).toBeGreaterThanOrEqual(0.98 * QUOTA);
    for (const { url, logs } of gateways) {
      expect((await fetch(`${url}/readyz`)).status).toBe(200);
      expect(logs.map(({ msg }) => msg)).toContain(
        'Redis can’t be reached: this instance goes on with its share of every quota',
      );
      expect(JSON.stringify(logs)).not.toContain('ECONNREFUSED');
    }
    await redis.restart();
    await told('shared');
    expect((await ask(gateways[0], 'later')).status).toBe(200);
  });

  test('answer within moments where Redis hangs', async () => {
    redis.pause();
    try {
      expect((await ask(gateways[1], 'later')).status).toBe(200);
      await told('alone');
    } finally {
      redis.resume();
    }
    await told('shared');
  });
});
