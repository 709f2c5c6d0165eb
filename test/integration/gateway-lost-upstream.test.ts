import type { ExecutionResult } from 'graphql';
import { describe, expect, test, vi } from 'vitest';
import { startCounter } from '../kit/counter.ts';
import { NOTE, noteWith, startLive, wsClient } from '../kit/live.ts';

const routes = { ws: 'ws', sse: 'counter=sse:/stream' };

/** The value of a counter of metrics, over all labels. */
async function metric(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return [...text.matchAll(new RegExp(`^${name}(?:{[^}]*})? (\\d+)$`, 'gm'))].reduce(
    (sum, [, value]) => sum + Number(value),
    0,
  );
}

for (const [protocol, route] of Object.entries(routes)) {
  describe(`a subgraph that is subscribed to by ${protocol}`, () => {
    test('is subscribed to again when it was lost, and clients go on with the totals of then', async () => {
      await using world = await startLive({ GATEWAY_SUBSCRIPTIONS: route });
      const client = wsClient(world.gateway.url);
      const messages = client.iterate({
        query: NOTE,
        variables: { id: '1' },
      }) as AsyncIterableIterator<ExecutionResult>;
      expect((await messages.next()).value).toEqual(noteWith(0));
      world.counter.click('1', 5);
      expect((await messages.next()).value).toEqual(noteWith(5));
      world.counter.cut();
      world.counter.click('1', 2);
      expect((await messages.next()).value).toEqual(noteWith(7));
      expect(await metric(world.gateway.url, 'gateway_upstream_reconnects_total')).toBe(1);
      await client.dispose();
    });

    test('that stays away is told with a code, when the time to try is over', async () => {
      await using world = await startLive({ GATEWAY_SUBSCRIPTIONS: route, GATEWAY_SUBSCRIPTION_RETRY_MS: '500' });
      const client = wsClient(world.gateway.url);
      const messages = client.iterate({ query: NOTE, variables: { id: '1' } });
      await messages.next();
      await world.counter[Symbol.asyncDispose]();
      await expect(messages.next()).rejects.toMatchObject([
        { extensions: { code: 'SUBSCRIPTION_LOST', subgraph: 'counter' } },
      ]);
      await client.dispose();
    });

    test('that has been away goes on where it comes back at its place', async () => {
      await using world = await startLive({ GATEWAY_SUBSCRIPTIONS: route });
      const client = wsClient(world.gateway.url);
      const messages = client.iterate({ query: NOTE, variables: { id: '1' } });
      await messages.next();
      await world.counter[Symbol.asyncDispose]();
      const next = messages.next();
      await vi.waitFor(
        async () => expect(await metric(world.gateway.url, 'gateway_upstream_lost_total')).toBeGreaterThan(1),
        10_000,
      );
      await using counter = await startCounter(Number(new URL(world.counter.origin).port));
      counter.click('1', 3);
      expect([noteWith(3), noteWith(0)]).toContainEqual((await next).value);
      await client.dispose();
    });
  });
}

test('a subgraph that answers no ping counts as lost', async () => {
  await using world = await startLive({ GATEWAY_LIVE_HEARTBEAT_MS: '100' });
  const client = wsClient(world.gateway.url);
  const messages = client.iterate({ query: NOTE, variables: { id: '1' } });
  await messages.next();
  world.counter.deafen();
  world.counter.click('1', 4);
  await vi.waitFor(() => expect(world.counter.subscribed).toHaveLength(2), 10_000);
  expect((await messages.next()).value).toEqual(noteWith(4));
  await client.dispose();
});

test('a subgraph that will never take a subscription is told at once', async () => {
  await using world = await startLive({ GATEWAY_SUBSCRIPTIONS: 'counter=ws:/nowhere' });
  const client = wsClient(world.gateway.url);
  await expect(client.iterate({ query: NOTE, variables: { id: '1' } }).next()).rejects.toMatchObject([
    { extensions: { code: 'SUBSCRIPTION_LOST' } },
  ]);
  await client.dispose();
});

test('a subgraph that a setting leaves out is not subscribed to', async () => {
  await using world = await startLive({ GATEWAY_SUBSCRIPTIONS: 'counter=off' });
  const client = wsClient(world.gateway.url);
  await expect(client.iterate({ query: NOTE, variables: { id: '1' } }).next()).rejects.toMatchObject([
    { extensions: { code: 'SUBSCRIPTIONS_OFF' } },
  ]);
  await client.dispose();
});
