import { writeFile } from 'node:fs/promises';
import { ApolloServer } from '@apollo/server';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { redcatGateway } from '../../gateway/apollo.ts';
import { composeLocal } from '../kit/federation.ts';
import { supergraphFile } from '../kit/gateway.ts';
import { startAnswering } from '../kit/subgraph.ts';

const supergraph = (origin: string, ...fields: string[]) =>
  composeLocal({
    only: { typeDefs: `type Query { ${fields.map((name) => `${name}: Int`).join(' ')} }` },
  }).replace('http://only.test/', origin);

test('a gateway inside an Apollo Server serves a new supergraph without a restart, and keeps the old one where it is bad', async () => {
  await using subgraph = await startAnswering(() => ({ a: 1, b: 2, later: 3 }));
  await using there = await supergraphFile(supergraph(subgraph.origin, 'a'));
  const logs: Record<string, unknown>[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logs.push(JSON.parse(line)) });
  const server = new ApolloServer({ gateway: redcatGateway({ supergraph: there.file, poll: 0, log }) });
  await server.start();
  const ask = async (query: string) => {
    const { body } = await server.executeOperation({ query });
    if (body.kind !== 'single') throw new Error('The answer came in parts');
    return { ...body.singleResult.data };
  };
  const told = (message: string) =>
    expect.poll(() => logs.map(({ msg }) => msg), { timeout: 60_000 }).toContain(message);
  expect(await ask('{ a }')).toEqual({ a: 1 });
  expect(await ask('{ b }')).toEqual({});

  await writeFile(there.file, supergraph(subgraph.origin, 'a', 'b'));
  await told('serving a new supergraph');
  expect(await ask('{ a b }')).toEqual({ a: 1, b: 2 });

  await writeFile(there.file, 'no supergraph at all');
  await told('the supergraph stays as it was');
  expect(await ask('{ later: b }')).toEqual({ later: 3 });
  await server.stop();
});

test('a gateway inside an Apollo Server does not start where there is no supergraph', async () => {
  await using there = await supergraphFile('no supergraph at all');
  const logger = { debug() {}, info() {}, warn() {}, error() {} };
  for (const supergraph of [there.file, `${there.file}.none`]) {
    const server = new ApolloServer({ logger, gateway: redcatGateway({ supergraph }) });
    await expect(server.start()).rejects.toThrow('can’t be read');
  }
});
