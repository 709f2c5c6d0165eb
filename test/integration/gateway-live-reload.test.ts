import type { ExecutionResult } from 'graphql';
import { describe, expect, test, vi } from 'vitest';
import { counterSdl } from '../kit/counter.ts';
import { liveSupergraph, NOTE, noteWith, replaceSupergraph, startLive, wsClient } from '../kit/live.ts';
import { liveClients } from '../kit/live-clients.ts';

const SERVED = 'serving a new supergraph';

describe('a supergraph that is replaced', () => {
  test('a subscription that is valid on the new one goes on under it, without a second one to the subgraph', async () => {
    await using world = await startLive();
    const { counter, gateway, supergraph, titles } = world;
    const client = wsClient(gateway.url);
    const messages = client.iterate({ query: NOTE, variables: { id: '1' } }) as AsyncIterableIterator<ExecutionResult>;
    expect((await messages.next()).value).toEqual(noteWith(0));
    const grown = `${counterSdl} extend type Note { likes: Int }`;
    await replaceSupergraph(supergraph, liveSupergraph({ counter: counter.origin, titles: titles.origin }, grown));
    // The answer is made anew from the newest total.
    expect((await messages.next()).value).toEqual(noteWith(0));
    counter.click('1');
    expect((await messages.next()).value).toEqual(noteWith(1));
    expect(counter.subscribed).toHaveLength(1);
    await client.dispose();
  });

  test('every door delivers on, and ends when the gateway drains, with nothing left at the subgraph', async () => {
    await using world = await startLive({ GATEWAY_DRAIN_GRACE_MS: '0' });
    const { counter, gateway, supergraph, titles } = world;
    const WAIT = { timeout: 30_000, interval: 20 };
    const told = new Map<string, unknown[]>();
    const leave = Object.entries(liveClients(() => gateway.url)).map(([name, subscribe]) => {
      const results: unknown[] = [];
      told.set(name, results);
      const asked = { query: NOTE, variables: { id: '1' } };
      return subscribe(
        asked,
        (result) => results.push(result),
        () => undefined,
      );
    });
    // Apollo Client adds `__typename`.
    const toAll = (clicks: number) => () => {
      for (const results of told.values()) expect(results.at(-1)).toMatchObject(noteWith(clicks));
    };
    await vi.waitFor(toAll(0), WAIT);
    const grown = `${counterSdl} extend type Note { likes: Int }`;
    await replaceSupergraph(supergraph, liveSupergraph({ counter: counter.origin, titles: titles.origin }, grown));
    await vi.waitFor(() => expect(gateway.logs).toContainEqual(expect.objectContaining({ msg: SERVED })), WAIT);
    counter.click('1');
    await vi.waitFor(toAll(1), WAIT);
    expect(counter.subscribed).toHaveLength(1);
    await gateway.close();
    // It hears so over the network.
    await vi.waitFor(() => expect([counter.running(), counter.sockets()]).toEqual([0, 0]), WAIT);
    await Promise.all(leave.map((each) => each()));
  });

  test('a subscription that is not valid on the new one ends with a code that tells clients to come back', async () => {
    await using world = await startLive();
    const { counter, gateway, supergraph, titles } = world;
    const client = wsClient(gateway.url);
    const messages = client.iterate({ query: NOTE, variables: { id: '1' } });
    expect((await messages.next()).value).toEqual(noteWith(0));
    const shrunk = counterSdl.replace(' clicks(from: Int = 0): Int!', '').replace('clicks: Int }', 'total: Int }');
    await replaceSupergraph(supergraph, liveSupergraph({ counter: counter.origin, titles: titles.origin }, shrunk));
    await expect(messages.next()).rejects.toMatchObject([{ extensions: { code: 'SUPERGRAPH_CHANGED' } }]);
    await vi.waitFor(() => expect(counter.running()).toBe(0), 10_000);
    await client.dispose();
  });

  test('a subscription of which the new one asks more ends: those who share it may differ in what they are granted', async () => {
    await using world = await startLive();
    const { counter, gateway, supergraph, titles } = world;
    const client = wsClient(gateway.url);
    const messages = client.iterate({ query: NOTE, variables: { id: '1' } });
    expect((await messages.next()).value).toEqual(noteWith(0));
    const asking = counterSdl.replace(
      'clicks(from: Int = 0): Int!',
      'clicks(from: Int = 0): Int! @federation__authenticated',
    );
    expect(asking).not.toBe(counterSdl);
    await replaceSupergraph(supergraph, liveSupergraph({ counter: counter.origin, titles: titles.origin }, asking));
    await expect(messages.next()).rejects.toMatchObject([{ extensions: { code: 'SUPERGRAPH_CHANGED' } }]);
    await client.dispose();
  });
});
