import { once } from 'node:events';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { tapSent } from '../kit/commerce/events.ts';
import { type Heard, overEventStream, overWebSocket, type Subscription } from '../kit/commerce/live.ts';
import { useCommerce } from '../kit/commerce.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const NOTE = `subscription ($id: ID!) { noteConversionUpdated(noteId: $id) { id conversion { linkClicks orders } } }`;
const SHOP = `subscription ($id: ID!) { shopConversionUpdated(shopId: $id) { id name conversion { linkClicks } } }`;

const noteWith = (linkClicks: number) => ({
  data: { noteConversionUpdated: { id: 'note_1', conversion: { linkClicks, orders: 0 } } },
});

describeOnDatabases('subscriptions', (fresh) => {
  const commerce = useCommerce(fresh, { COMMERCE_LIVE_INTERVAL_MS: '0' });

  describe.each([
    ['WebSocket', overWebSocket],
    ['server-sent events', overEventStream],
  ])('over %s', (_name, connect) => {
    test('tell of a note at once, and of its totals whenever an event changed them', async () => {
      await using client = connect(commerce().url);
      const note = client.subscribe(NOTE, { id: 'note_1' });
      expect(await note.next()).toEqual(noteWith(0));
      await commerce().record(tapSent({ eventId: 'a' }));
      expect(await note.next()).toEqual(noteWith(1));
      await commerce().record(tapSent({ eventId: 'elsewhere', productLinkId: 'link_22' }));
      await commerce().record(tapSent({ eventId: 'b', personKey: null }), tapSent({ eventId: 'c', personKey: null }));
      expect(await note.next()).toEqual(noteWith(3));
    });

    test('tell of a shop the same', async () => {
      await using client = connect(commerce().url);
      const shop = client.subscribe(SHOP, { id: 'shop_1' });
      const with_ = (linkClicks: number) => ({
        data: { shopConversionUpdated: { id: 'shop_1', name: '晴川旗舰店', conversion: { linkClicks } } },
      });
      expect(await shop.next()).toEqual(with_(0));
      await commerce().record(tapSent({ eventId: 'a' }));
      expect(await shop.next()).toEqual(with_(1));
    });

    test('tell what is wrong with a request, and nothing of the inside', async () => {
      await using client = connect(commerce().url);
      const codeOf = async (query: string, variables = {}) => {
        const refused = await firstOf(client.subscribe(query, variables));
        const [error] = refused?.errors ?? [];
        return error?.extensions.code;
      };
      expect(await codeOf('subscription { nothing }')).toBe('BAD_REQUEST');
      expect(await codeOf('subscription {')).toBe('BAD_REQUEST');
      expect(await codeOf('{ __typename }')).toBe('BAD_REQUEST');
      expect(await codeOf(`subscription { ${'a:__typename '.repeat(6_000)} }`)).toBe('BAD_REQUEST');
      expect(await codeOf(NOTE)).toBe('BAD_REQUEST');
      expect(await codeOf(NOTE, { id: 'shop_1' })).toBe('ID_INVALID');
      expect(await codeOf(SHOP, { id: 'shop_99' })).toBe('NOT_FOUND');
    });

    test('are given back when the client leaves', async () => {
      const open = async () => {
        const metrics = await (await fetch(`${commerce().url}/metrics`)).text();
        return /^subscriptions_open (\d+)/m.exec(metrics)?.[1];
      };
      {
        await using client = connect(commerce().url);
        await using one = client.subscribe(NOTE, { id: 'note_1' });
        const other = client.subscribe(NOTE, { id: 'note_1' });
        await Promise.all([one.next(), other.next()]);
        expect(await open()).toBe('2');
        await other[Symbol.asyncDispose]();
        await expect.poll(open).toBe('1');
      }
      await expect.poll(open).toBe('0');
    });
  });

  test('of subjects that change together, the figures are read together', async () => {
    await using client = overWebSocket(commerce().url);
    const notes = ['note_1', 'note_2'].map((id) => client.subscribe(NOTE, { id }));
    for (const note of notes) await note.next();
    commerce().statements.length = 0;
    await commerce().record(
      tapSent({ eventId: 'together-1' }),
      tapSent({ eventId: 'together-2', productLinkId: 'link_12' }),
    );
    for (const note of notes) expect(JSON.stringify(await note.next())).toContain('"linkClicks":1');
    expect(commerce().statements.filter((text) => /from "?click_days/.test(text))).toHaveLength(1);
  });

  test('a client that reads slowly gets the newest totals, not all that were between', async () => {
    const socket = new WebSocket(`${commerce().url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await once(socket, 'open');
    const messages: { type: string; payload?: { data: { noteConversionUpdated: { clicks: string } } } }[] = [];
    socket.on('message', (message) => messages.push(JSON.parse(String(message))));
    socket.send(JSON.stringify({ type: 'connection_init' }));
    await expect.poll(() => messages.length).toBe(1);
    // Each message is large, so that what a client does not read fills the wire soon.
    const fields = Array.from({ length: 50 }, (_, index) => `c${index}${'x'.repeat(2_000)}: conversion { linkClicks }`);
    const query = `subscription { noteConversionUpdated(noteId: "note_1") { ${fields.join(' ')} } }`;
    socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
    await expect.poll(() => messages.length).toBe(2);
    socket.pause();
    const events = 150;
    for (let event = 0; event < events; event++)
      await commerce().record(tapSent({ eventId: `slow-${event}`, personKey: null }));
    socket.resume();
    const last = () => JSON.stringify(messages.at(-1)).includes(`{"linkClicks":${events}}`);
    await expect.poll(last, { timeout: 20_000 }).toBe(true);
    expect(messages.length).toBeLessThan(events);
    socket.terminate();
  }, 60_000);

  test('are served at their path, in their protocol, and nowhere else', async () => {
    const open = (path: string) => new WebSocket(commerce().url.replace('http', 'ws') + path);
    const elsewhere = open('/elsewhere').on('error', () => {});
    const [, response] = await once(elsewhere, 'unexpected-response');
    expect(response.statusCode).toBe(404);
    const [code] = await once(open('/graphql'), 'close');
    expect(code).toBe(4406);
  });

  test('come over GET, too, as a browser’s EventSource asks', async () => {
    const url = new URL(`${commerce().url}/graphql`);
    url.searchParams.set('query', NOTE);
    url.searchParams.set('variables', '{"id":"note_1"}');
    const asked = request(url, { headers: { accept: 'text/event-stream' } }).end();
    const [response] = await once(asked, 'response');
    expect(response.headers['content-type']).toMatch(/^text\/event-stream/);
    let heard = '';
    for await (const chunk of response) {
      heard += chunk;
      if (heard.includes('event: next')) break;
    }
    expect(heard).toContain(`data: ${JSON.stringify(noteWith(0))}\n\n`);
    url.searchParams.delete('query');
    const [refused] = await once(request(url, { headers: { accept: 'text/event-stream' } }).end(), 'response');
    expect(refused.statusCode).toBe(400);
    expect(JSON.parse(await text(refused))).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });
});

/** The first message of a subscription, or the errors with which it was refused. */
async function firstOf(subscription: Subscription): Promise<Heard | undefined> {
  try {
    return await subscription.next();
  } catch (errors) {
    return { errors: errors as Heard['errors'] & object };
  }
}
