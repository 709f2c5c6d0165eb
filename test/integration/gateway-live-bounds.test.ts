import { once } from 'node:events';
import { expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { replyOf } from '../kit/gateway.ts';
import { NOTE, startLive, wsClient } from '../kit/live.ts';

test('there are as many subscriptions that differ as a setting allows; equal ones are one', async () => {
  await using world = await startLive({ GATEWAY_LIVE_UPSTREAMS: '2', GATEWAY_SUBSCRIPTION_LINGER_MS: '0' });
  const client = wsClient(world.gateway.url);
  const subscribe = (id: string) => client.iterate({ query: NOTE, variables: { id } });
  const running = [subscribe('1'), subscribe('1'), subscribe('2')];
  await Promise.all(running.map((each) => each.next()));
  await expect(subscribe('3').next()).rejects.toMatchObject([{ extensions: { code: 'SUBSCRIPTION_LIMIT' } }]);
  await running[2]?.return?.();
  await vi.waitFor(() => expect(world.counter.running()).toBe(1), 10_000);
  await subscribe('3').next();
  await client.dispose();
});

test('variables and payloads that would be kept for long are bounded', async () => {
  await using world = await startLive();
  const client = wsClient(world.gateway.url);
  await expect(client.iterate({ query: NOTE, variables: { id: 'x'.repeat(20_000) } }).next()).rejects.toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT' } },
  ]);
  await client.dispose();
  const socket = new WebSocket(`${world.gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init', payload: { filler: 'x'.repeat(10_000) } }));
  expect((await once(socket, 'close'))[0]).toBe(4400);
});

test('subscriptions that differ are bounded by what they keep, documents once; the largest is ended when its answers grow', async () => {
  await using world = await startLive({ GATEWAY_LIVE_BYTES: '400000', GATEWAY_SUBSCRIPTION_LINGER_MS: '0' });
  const client = wsClient(world.gateway.url);
  const refused = [{ extensions: { code: 'SUBSCRIPTION_LIMIT' } }];
  const ids = (count: number) =>
    `subscription ($id: ID!) { noteCounted(noteId: $id) { ${Array.from({ length: count }, (_, index) => `a${index}: id`).join(' ')} } }`;
  const manyFields = client.iterate({ query: ids(300), variables: { id: '1' } });
  await expect(manyFields.next()).rejects.toMatchObject(refused);
  const small = Array.from({ length: 20 }, (_, index) =>
    client.iterate({ query: NOTE, variables: { id: String(index) } }),
  );
  await Promise.all(small.map((each) => each.next()));
  // Each field of its answer holds the note's id.
  const grown = client.iterate({ query: ids(10), variables: { id: 'x'.repeat(5000) } });
  await expect(Array.fromAsync(grown)).rejects.toMatchObject(refused);
  world.counter.click('0');
  expect(await small[0]?.next()).toMatchObject({ value: { data: { noteCounted: { clicks: 1 } } } });
  await client.dispose();
});

test('clients have as many subscriptions as a setting allows, equal ones counted each', async () => {
  await using world = await startLive({ GATEWAY_LIVE_SUBSCRIPTIONS: '2' });
  const client = wsClient(world.gateway.url);
  const subscribe = () => client.iterate({ query: NOTE, variables: { id: '1' } });
  const [first, second] = [subscribe(), subscribe()];
  await Promise.all([first.next(), second.next()]);
  await expect(subscribe().next()).rejects.toMatchObject([{ extensions: { code: 'SUBSCRIPTION_LIMIT' } }]);
  await first.return?.();
  await vi.waitFor(() => expect(subscribe().next()).resolves.toBeDefined(), 10_000);
  await client.dispose();
});

test('a client that asks and asks, and reads no answer, is given up', async () => {
  await using world = await startLive({ GATEWAY_LIVE_UNSENT_BYTES: '1000' });
  const socket = new WebSocket(`${world.gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  socket.pause();
  socket.on('error', () => undefined);
  socket.send('{"type":"connection_init"}');
  const titles = Array.from({ length: 1000 }, (_, index) => `title${index}: title`).join(' ');
  const payload = { query: `{ note(id: "1") { ${titles} } }` };
  await vi.waitFor(
    async () => {
      for (let asked = 0; asked < 50; asked++) {
        socket.send(JSON.stringify({ id: crypto.randomUUID(), type: 'subscribe', payload }));
      }
      const metrics = await (await fetch(`${world.gateway.url}/metrics`)).text();
      expect(metrics).toMatch(/^gateway_live_connections\{protocol="ws"\} 0$/m);
    },
    { timeout: 30_000, interval: 20 },
  );
  socket.terminate();
}, 60_000);

test('a subscription by GET from who takes JSON is refused, and a stored one that the supergraph can’t answer is not there', async () => {
  await using world = await startLive({ GATEWAY_OPERATIONS: 'schema/operations' });
  expect((await fetch(`${world.gateway.url}/op/NoteConversionLive`)).status).toBe(404);
  const url = `${world.gateway.url}/graphql?query=${encodeURIComponent('subscription { silence }')}`;
  const reply = await replyOf(await fetch(url, { headers: { 'apollo-require-preflight': '1' } }));
  expect(reply).toMatchObject({ status: 405, errors: [{ extensions: { code: 'METHOD_NOT_ALLOWED' } }] });
});
