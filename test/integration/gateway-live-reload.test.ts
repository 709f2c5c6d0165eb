import type { ExecutionResult } from 'graphql';
import { describe, expect, test, vi } from 'vitest';
import { counterSdl } from '../kit/counter.ts';
import { liveSupergraph, NOTE, noteWith, replaceSupergraph, startLive, wsClient } from '../kit/live.ts';

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
});
