import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ApolloServer } from '@apollo/server';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { redcatGateway } from '../../gateway/apollo.ts';
import { readConfig } from '../../gateway/config.ts';
import { startGateway } from '../../gateway/main.ts';
import { composeLocal } from '../kit/federation.ts';
import { post, settings, supergraphFile } from '../kit/gateway.ts';
import { nodesAbove, refusingNodes } from '../kit/refusing-nodes.ts';
import { startAnswering } from '../kit/subgraph.ts';

const supergraphAt = (origin: string) =>
  composeLocal({ only: { typeDefs: refusingNodes(4) } }).replace('http://only.test/', origin);

test('interfaces within each other whose fields are refused in part never hold the gateway: too many are refused with a code', async () => {
  await using subgraph = await startAnswering(() => ({ node: null }));
  await using there = await supergraphFile(supergraphAt(subgraph.origin));
  const clients = join(there.folder, 'clients.json');
  await writeFile(clients, '{"version":1,"clients":{}}');
  const env = {
    GATEWAY_KEYS: clients,
    GATEWAY_CLAIMS_KEY: 'none',
    GATEWAY_DOCUMENT_SELECTIONS: '1000',
    GATEWAY_DOCUMENT_DEPTH: '100',
  };
  const gateway = await startGateway(readConfig(settings(there, env), {}), pino({ level: 'silent' }));
  for (const depth of [7, 14, 40]) {
    const { errors } = await post(gateway.url, { query: nodesAbove(depth) });
    expect(errors).toMatchObject([{ extensions: { code: 'OPERATION_TOO_COMPLEX' } }]);
  }
  expect(await post(gateway.url, { query: nodesAbove(3) })).toMatchObject({ data: { node: null }, errors: [] });
  await gateway.close();
});

test('nor do they hold a gateway inside an Apollo Server', async () => {
  await using subgraph = await startAnswering(() => ({ node: null }));
  const server = new ApolloServer({ gateway: redcatGateway({ supergraphSdl: supergraphAt(subgraph.origin) }) });
  await server.start();
  const ask = async (query: string) => {
    const { body } = await server.executeOperation({ query });
    if (body.kind !== 'single') throw new Error('The answer came in parts');
    return body.singleResult;
  };
  for (const depth of [14, 40]) {
    expect((await ask(nodesAbove(depth))).errors).toMatchObject([{ extensions: { code: 'OPERATION_TOO_COMPLEX' } }]);
  }
  expect((await ask(nodesAbove(3))).data).toEqual({ node: null });
  await server.stop();
});
