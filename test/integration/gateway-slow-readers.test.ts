import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { ExecutionResult } from 'graphql';
import { describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { type LiveWorld, startLive, wsClient } from '../kit/live.ts';

/** Messages of some 40 kB: the buffers of both ends' systems hold a few megabytes. */
const titles = Array.from({ length: 1000 }, (_, index) => `title${index}: title`).join(' ');
const WIDE = { query: `subscription { noteCounted(noteId: "a note with a longer name") { clicks ${titles} } }` };
const ROUNDS = 400;

/** A client that reads when it is told to. */
interface Reader {
  pause(): void;
  resume(): void;
  /** The totals that it has read. */
  readonly totals: number[];
  leave(): void;
}

const totalsIn = (text: string) => [...text.matchAll(/"clicks":(\d+)/g)].map(([, total]) => Number(total));

async function bySocket({ gateway }: LiveWorld): Promise<Reader> {
  const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const totals: number[] = [];
  socket.on('message', (data) => totals.push(...totalsIn(String(data))));
  await once(socket, 'open');
  socket.send('{"type":"connection_init"}');
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: WIDE }));
  return { totals, pause: () => socket.pause(), resume: () => socket.resume(), leave: () => socket.terminate() };
}

function byStream(accept: string): (world: LiveWorld) => Promise<Reader> {
  return async ({ gateway }) => {
    const headers = { accept, 'content-type': 'application/json' };
    const asked = request(`${gateway.url}/graphql`, { method: 'POST', headers });
    asked.end(JSON.stringify(WIDE));
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    const totals: number[] = [];
    let rest = '';
    response.setEncoding('utf8').on('data', (text: string) => {
      const pieces = (rest + text).split(/\n\n|--graphql/);
      rest = pieces.pop() ?? '';
      for (const piece of pieces) totals.push(...totalsIn(piece));
    });
    response.on('error', () => undefined);
    return { totals, pause: () => response.pause(), resume: () => response.resume(), leave: () => asked.destroy() };
  };
}

const readers = {
  WebSocket: bySocket,
  'server-sent events': byStream('text/event-stream'),
  'multipart HTTP': byStream('multipart/mixed; subscriptionSpec=1.0'),
};

for (const [protocol, open] of Object.entries(readers)) {
  describe(`a client that stops reading ${protocol}`, () => {
    test('delays nobody, costs a bounded number of bytes, and reads the newest total when it goes on', async () => {
      await using world = await startLive();
      const note = 'a note with a longer name';
      const slow = await open(world);
      await vi.waitFor(() => expect(slow.totals).toEqual([0]), 10_000);
      slow.pause();
      const client = wsClient(world.gateway.url);
      const others = client.iterate(WIDE) as AsyncIterableIterator<ExecutionResult>;
      await others.next();
      const seen: unknown[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        world.counter.click(note);
        const { value } = await others.next();
        seen.push(value.data.noteCounted.clicks);
      }
      expect(seen).toEqual(Array.from({ length: ROUNDS }, (_, index) => index + 1));
      slow.resume();
      await vi.waitFor(() => expect(slow.totals.at(-1)).toBe(ROUNDS), 20_000);
      expect(slow.totals.length).toBeLessThan(ROUNDS);
      expect(slow.totals).toEqual([...new Set(slow.totals)].sort((one, other) => one - other));
      const metrics = await (await fetch(`${world.gateway.url}/metrics`)).text();
      expect(metrics).toMatch(/^gateway_live_superseded_total\{at="client"\} [1-9]/m);
      slow.leave();
      await client.dispose();
    }, 60_000);
  });
}

test('a client that reads nothing for long is given up', async () => {
  await using world = await startLive({ GATEWAY_LIVE_HEARTBEAT_MS: '200' });
  const slow = await byStream('text/event-stream')(world);
  await vi.waitFor(() => expect(slow.totals).toEqual([0]), 10_000);
  slow.pause();
  const client = wsClient(world.gateway.url);
  const others = client.iterate(WIDE);
  await others.next();
  await vi.waitFor(
    async () => {
      world.counter.click('a note with a longer name');
      await others.next();
      const metrics = await (await fetch(`${world.gateway.url}/metrics`)).text();
      expect(metrics).toMatch(/^gateway_live_connections\{protocol="sse"\} 0$/m);
    },
    { timeout: 30_000, interval: 1 },
  );
  slow.leave();
  await client.dispose();
}, 60_000);
