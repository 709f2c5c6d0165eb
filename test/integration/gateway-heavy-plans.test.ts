import { pino } from 'pino';
import { expect, test } from 'vitest';
import { readConfig } from '../../gateway/config.ts';
import { startGateway } from '../../gateway/main.ts';
import { post, settings, supergraphFile } from '../kit/gateway.ts';
import { hostile } from '../kit/hostile.ts';
import { startAnswering } from '../kit/subgraph.ts';

test('new operations are answered while others are planned that would take longer than anyone waits', async () => {
  await using subgraph = await startAnswering(() => ({ start: { __typename: 'A', id: '1', a: '1', b: '1' } }));
  await using supergraph = await supergraphFile(hostile.supergraphSdl);
  const origins = Object.keys(hostile.subgraphs).map((name) => `${name}=${subgraph.origin}/graphql`);
  const env = {
    GATEWAY_SUBGRAPH_URLS: origins.join(),
    GATEWAY_PLANNING_TIMEOUT_MS: '600000',
    GATEWAY_DRAIN_TIMEOUT_MS: '1',
    GATEWAY_PLANNING_MEMORY_MB: '4096',
  };
  const gateway = await startGateway(readConfig(settings(supergraph, env), {}), pino({ level: 'silent' }));
  const known = '{ start { id } }';
  const data = { start: { id: '1' } };
  expect((await post(gateway.url, { query: known })).data).toEqual(data);

  const flood = [1, 2, 3].map((index) => ({ query: hostile.query.replace('name', `n${index}: name`) }));
  let ended = 0;
  const heavy = Promise.allSettled(flood.map((request) => post(gateway.url, request).finally(() => ended++)));
  for (const name of ['a', 'b']) {
    expect((await post(gateway.url, { query: known })).data).toEqual(data);
    const { data: other } = await post(gateway.url, { query: `{ start { ${name}: id } }` });
    expect(other).toEqual({ start: { [name]: '1' } });
  }
  expect(ended).toBe(0);

  await gateway.close();
  await heavy;
});
