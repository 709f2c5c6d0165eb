import { once } from 'node:events';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Heard, overEventStream, overWebSocket } from '../kit/commerce/live.ts';
import { startCommerce } from '../kit/commerce.ts';
import { createPGlite } from '../kit/pglite-template.ts';

const NOTE = 'subscription { noteConversionUpdated(noteId: "note_1") { id } }';
const FIRST = { data: { noteConversionUpdated: { id: 'note_1' } } };

test('a server that closes ends WebSockets with 1001 and event streams without `complete`, so that clients come back', async () => {
  const commerce = await startCommerce({ pglite: await createPGlite() });
  const closed: unknown[] = [];
  await using sockets = overWebSocket(commerce.url, { closed: (event) => closed.push(event) });
  await using streams = overEventStream(commerce.url);
  const [overSocket, overStream] = [sockets.subscribe(NOTE), streams.subscribe(NOTE)];
  expect(await overSocket.next()).toEqual(FIRST);
  expect(await overStream.next()).toEqual(FIRST);
  const ends = [overSocket.next(), overStream.next()].map((end) => end.catch((error: unknown) => error));
  await commerce.close();
  // A subscription that is over would have ended without an error.
  for (const end of await Promise.all(ends)) expect(end).toBeDefined();
  expect(closed).toMatchObject([{ code: 1001 }]);
});

test('a connection carries as many subscriptions as it may, a process as many and as large ones, and as many connections', async () => {
  const commerce = await startCommerce(
    { pglite: await createPGlite() },
    {
      COMMERCE_LIVE_SUBSCRIPTIONS_PER_CONNECTION: '2',
      COMMERCE_LIVE_SUBSCRIPTIONS: '3',
      COMMERCE_LIVE_CONNECTIONS: '2',
      COMMERCE_LIVE_BYTES: '60000',
    },
  );
  const refused = (heard: Heard | undefined) => heard?.errors?.[0]?.extensions.code;
  {
    await using one = overWebSocket(commerce.url);
    await using other = overWebSocket(commerce.url);
    await using streams = overEventStream(commerce.url);
    const large = NOTE.replace('id }', `${'id '.repeat(120)}}`);
    expect(refused(await one.subscribe(large).next())).toBe('TOO_MANY_SUBSCRIPTIONS');
    const first = one.subscribe(NOTE);
    expect([await first.next(), await one.subscribe(NOTE).next()]).toEqual([FIRST, FIRST]);
    expect(refused(await one.subscribe(NOTE).next())).toBe('TOO_MANY_SUBSCRIPTIONS');
    expect(await other.subscribe(NOTE).next()).toEqual(FIRST);
    expect(refused(await other.subscribe(NOTE).next())).toBe('TOO_MANY_SUBSCRIPTIONS');
    expect(refused(await streams.subscribe(NOTE).next())).toBe('TOO_MANY_SUBSCRIPTIONS');
    const third = new WebSocket(`${commerce.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    third.on('error', () => {});
    const [, response] = await once(third, 'unexpected-response');
    expect(response.statusCode).toBe(503);
    // What one ends, another may begin.
    await first[Symbol.asyncDispose]();
    await expect.poll(async () => refused(await streams.subscribe(NOTE).next())).toBeUndefined();
  }
  await commerce.close();
});

test('a message that can’t be read is told as an error that names nothing of the inside', async () => {
  const commerce = await startCommerce({ pglite: await createPGlite() });
  await using client = overWebSocket(commerce.url);
  const note = client.subscribe('subscription { noteConversionUpdated(noteId: "note_1") { conversion { orders } } }');
  await note.next();
  await commerce.database.close();
  const broken = client.subscribe('subscription { noteConversionUpdated(noteId: "note_2") { conversion { orders } } }');
  const heard = await broken.next();
  expect(heard?.data).toEqual({ noteConversionUpdated: { conversion: { orders: null } } });
  expect(heard?.errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
  expect(JSON.stringify(heard)).not.toMatch(/pglite|closed|destroyed|select/i);
  await commerce.close();
});
