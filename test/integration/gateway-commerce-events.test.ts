import { describe, expect, test, vi } from 'vitest';
import { readConfig } from '../../gateway/config.ts';
import { startGateway } from '../../gateway/main.ts';
import { createLog } from '../../gateway/telemetry/log.ts';
import { tapSent } from '../kit/commerce/events.ts';
import { personOf } from '../kit/commerce/market.ts';
import { useCommerce } from '../kit/commerce.ts';
import { wsClient } from '../kit/live.ts';
import { createPGlite } from '../kit/pglite-template.ts';
import { deadOrigin } from '../kit/subgraph.ts';

const NOTE = 'subscription ($id: ID!) { noteConversionUpdated(noteId: $id) { id conversion { linkClicks } } }';

const noteWith = (linkClicks: number) => ({
  data: { noteConversionUpdated: { id: 'note_1', conversion: { linkClicks } } },
});

describe('commerce, subscribed to by server-sent events', () => {
  const commerce = useCommerce(async () => ({ pglite: await createPGlite() }), { COMMERCE_LIVE_INTERVAL_MS: '0' });

  /** Over the graph's own supergraph, with content away. */
  async function startOverCommerce() {
    const settings = {
      PORT: '0',
      GATEWAY_SUBGRAPH_URLS: `commerce=${commerce().url}/graphql,content=${await deadOrigin()}/graphql`,
      GATEWAY_SUBSCRIPTIONS: 'off,commerce=sse',
      GATEWAY_SUBSCRIPTION_LINGER_MS: '0',
    };
    const gateway = await startGateway(readConfig(settings, {}), createLog('silent'));
    return { url: gateway.url, [Symbol.asyncDispose]: () => gateway.close() };
  }

  test('tells clients each change, what is wrong with a subscription, and nothing once they have left', async () => {
    await using gateway = await startOverCommerce();
    const client = wsClient(gateway.url);
    const messages = client.iterate({ query: NOTE, variables: { id: 'note_1' } });
    expect((await messages.next()).value).toEqual(noteWith(0));
    await commerce().record(tapSent({ eventId: 'a' }));
    expect((await messages.next()).value).toEqual(noteWith(1));
    const others = [
      tapSent({ eventId: 'b', personKey: personOf(2) }),
      tapSent({ eventId: 'c', personKey: personOf(3) }),
    ];
    await commerce().record(...others);
    expect((await messages.next()).value).toEqual(noteWith(3));
    const unknown = client.iterate({ query: NOTE, variables: { id: 'shop_1' } });
    expect(await Array.fromAsync(unknown)).toMatchObject([{ errors: [{ extensions: { code: 'ID_INVALID' } }] }]);
    const open = async () => /^subscriptions_open (.*)$/m.exec(await metricsOf(commerce().url))?.[1];
    expect(await open()).toBe('1');
    await messages.return?.();
    await vi.waitFor(async () => expect(await open()).toBe('0'), { timeout: 10_000, interval: 20 });
    await client.dispose();
  });
});

async function metricsOf(url: string): Promise<string> {
  return (await fetch(`${url}/metrics`)).text();
}
