import { text } from 'node:stream/consumers';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { readConfig } from '../../gateway/config.ts';
import { startGateway } from '../../gateway/main.ts';
import { composeLocal, type LocalSubgraph, withLink } from '../kit/federation.ts';
import { post, settings, supergraphFile } from '../kit/gateway.ts';
import { stall } from '../kit/stall.ts';
import { startRawServer } from '../kit/subgraph.ts';

/** A subgraph, and what it was asked. */
async function serve({ typeDefs, resolvers }: LocalSubgraph) {
  const schema = buildSubgraphSchema({ typeDefs: parse(withLink(typeDefs)), resolvers: resolvers as never });
  const asked: number[] = [];
  const server = await startRawServer(async (request, response) => {
    const { query, variables } = JSON.parse(await text(request));
    asked.push(variables?.representations?.length ?? 0);
    response.end(JSON.stringify(await graphql({ schema, source: query, variableValues: variables })));
  });
  return { ...server, asked };
}

test('objects at several places are asked for in one fetch, unless GATEWAY_MERGE says otherwise for their subgraph', async () => {
  await using goods = await serve(stall.goods);
  await using figures = await serve(stall.figures);
  await using there = await supergraphFile(composeLocal(stall));
  const query = '{ one: page { seller { likes } } other: page { seller { likes } } }';
  const page = { seller: { likes: 1 } };
  for (const [merge, asked] of [
    ['on', [1]],
    ['goods=off', [1]],
    ['figures=off', [1, 1]],
    ['off,goods=on', [1, 1]],
  ] as const) {
    const env = {
      GATEWAY_SUBGRAPH_URLS: `goods=${goods.origin}/,figures=${figures.origin}/`,
      GATEWAY_BATCH: 'off',
      GATEWAY_SHARE: 'off',
      GATEWAY_MERGE: merge,
    };
    const gateway = await startGateway(readConfig(settings(there, env), {}), pino({ level: 'silent' }));
    figures.asked.length = 0;
    expect(await post(gateway.url, { query })).toMatchObject({ data: { one: page, other: page }, errors: [] });
    expect(figures.asked, merge).toEqual(asked);
    await gateway.close();
  }
});
