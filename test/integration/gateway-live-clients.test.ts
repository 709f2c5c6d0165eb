import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type LiveWorld, NOTE, noteWith, startLive } from '../kit/live.ts';
import { liveClients } from '../kit/live-clients.ts';

const WAIT = { timeout: 10_000, interval: 20 };

describe('real clients of subscriptions', () => {
  let world: LiveWorld;

  beforeAll(async () => {
    world = await startLive({ GATEWAY_SUBSCRIPTION_LINGER_MS: '0' });
  });

  afterEach(async () => {
    await vi.waitFor(() => expect(world.counter.running()).toBe(0), WAIT);
  });

  afterAll(async () => {
    await world[Symbol.asyncDispose]();
  });

  for (const [name, subscribe] of Object.entries(liveClients(() => world.gateway.url))) {
    test(`${name} gets each message as it comes, and its leaving ends the subscription`, async () => {
      world.counter.reset();
      const results: unknown[] = [];
      const faults: unknown[] = [];
      const asked = { query: NOTE, variables: { id: '1' } };
      const leave = subscribe(
        asked,
        (result) => results.push(result),
        (error) => faults.push(error),
      );
      await vi.waitFor(() => expect([results.length, faults]).toEqual([1, []]), WAIT);
      world.counter.click('1');
      await vi.waitFor(() => expect([results.length, faults]).toEqual([2, []]), WAIT);
      expect(results).toMatchObject([noteWith(0), noteWith(1)]);
      await leave();
    });
  }
});
