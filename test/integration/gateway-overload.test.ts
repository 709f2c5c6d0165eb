import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testClients } from '../kit/clients.ts';
import { startPriced, startPricedGateway } from '../kit/priced.ts';

const SLOW = '{"query":"{ slow { id } }"}';

test('with too much to do, documents of anonymous callers are turned away first, then all of theirs, partners last, each counted', async () => {
  await using clients = await testClients();
  const key = (await clients.add('partner-a', { scopes: 'gateway:metrics' })).key;
  await writeFile(join(clients.operations, 'Dear.graphql'), 'query Dear { dear { id } }');
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  await using priced = await startPriced(() => opened);
  await using gateway = await startPricedGateway(priced, {
    GATEWAY_KEYS: clients.file,
    GATEWAY_CLAIMS_KEY: 'none',
    GATEWAY_OPERATIONS: clients.operations,
    GATEWAY_SHED_IN_FLIGHT: '2',
    GATEWAY_SHED_DELAY_MS: '0',
    GATEWAY_ANONYMOUS_LEVEL: 'open',
  });
  const partner = { authorization: `Bearer ${key}` };
  const send = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
  const statuses = async () => {
    const all = [
      send('{"query":"{ dear { id } }"}'),
      fetch(`${gateway.url}/op/Dear`),
      send('{"query":"{ dear { id } }"}', partner),
    ];
    return (await Promise.all(all)).map(({ status }) => status);
  };
  const seen = () => priced.seen.filter(({ path }) => path === '/graphql').length;
  /** Has so many more operations under way, of a partner. */
  const more = async (count: number) => {
    const before = seen();
    const answers = Array.from({ length: count }, (_, index) =>
      send(SLOW.replace('slow', `s${before}_${index}: slow`), partner),
    );
    while (seen() < before + count) await new Promise((resolve) => setTimeout(resolve, 10));
    return answers;
  };

  expect(await statuses()).toEqual([200, 200, 200]);
  const waiting = await more(2);
  const refused = await send('{"query":"{ dear { id } }"}');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
  expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'OVERLOADED' } }] });
  expect(await statuses()).toEqual([503, 200, 200]);
  waiting.push(...(await more(1)));
  expect(await statuses()).toEqual([503, 503, 200]);
  waiting.push(...(await more(3)));
  expect(await statuses()).toEqual([503, 503, 503]);
  open();
  for (const answer of await Promise.all(waiting)) expect(answer.status).toBe(200);
  expect(await statuses()).toEqual([200, 200, 200]);
  const metrics = await (await fetch(`${gateway.url}/metrics`, { headers: partner })).text();
  expect(metrics).toMatch(/gateway_shed_total\{class="anonymous-ad-hoc"\} 2/);
  expect(metrics).toMatch(/gateway_shed_total\{class="partner"\} 1/);
});
