import { ApolloServer } from '@apollo/server';
import { expect, test } from 'vitest';
import { redcatGateway } from '../../gateway/apollo.ts';
import type { Grants } from '../../gateway/guard/grants.ts';
import { composeLocal } from '../kit/federation.ts';
import { startAnswering } from '../kit/subgraph.ts';

const supergraph = (origin: string) =>
  composeLocal({
    only: { typeDefs: 'type Query { open: Int own: Int @authenticated }' },
  }).replace('http://only.test/', origin);

test.each([
  ['at once', (grants: Grants) => grants],
  ['in a promise', async (grants: Grants) => grants],
])('a gateway inside an Apollo Server serves each caller what it is granted: %s', async (_how, given) => {
  await using subgraph = await startAnswering(() => ({ open: 1, own: 2 }));
  const gateway = redcatGateway<{ known?: boolean }>({
    supergraphSdl: supergraph(subgraph.origin),
    grants: ({ known }) => {
      if (known === undefined) throw new Error('Nobody can tell');
      return given({ authenticated: known, scopes: new Set(), policies: new Set() });
    },
  });
  const logger = { debug() {}, info() {}, warn() {}, error() {} };
  const server = new ApolloServer<{ known?: boolean }>({ gateway, logger });
  await server.start();
  const ask = async (contextValue: { known?: boolean }) => {
    const { body } = await server.executeOperation({ query: '{ open own }' }, { contextValue });
    if (body.kind !== 'single') throw new Error('The answer came in parts');
    const { data, errors } = body.singleResult;
    return [{ ...data }, errors?.map(({ extensions }) => extensions?.code)];
  };
  expect(await ask({ known: true })).toEqual([{ open: 1, own: 2 }, undefined]);
  expect(await ask({ known: false })).toEqual([{ open: 1, own: null }, ['UNAUTHENTICATED']]);
  expect(await ask({})).toEqual([{}, ['INTERNAL_SERVER_ERROR']]);
  await server.stop();
});
