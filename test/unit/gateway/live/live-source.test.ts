import { parse } from 'graphql';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { DEVELOPMENT } from '../../../../gateway/clients/client.ts';
import type { Grants } from '../../../../gateway/guard/grants.ts';
import { SharedCallers } from '../../../../gateway/guard/shared-callers.ts';
import { liveSource, type SourceParts } from '../../../../gateway/live/live-source.ts';
import { composeLocal, localSnapshot } from '../../../kit/federation.ts';

const snapshot = localSnapshot(
  composeLocal({
    one: {
      typeDefs: `type Query { a: Int }
        type Subscription { ticked: Tick locked: Tick @authenticated }
        type Tick { count: Int secret: Int @requiresScopes(scopes: [["s"]]) other: Int @requiresScopes(scopes: [["o"]]) }`,
    },
  }),
);

const parts: SourceParts = {
  upstreams: undefined as never,
  sharedCallers: new SharedCallers(undefined),
  encode: () => Buffer.of(),
  log: pino({ level: 'silent' }),
  reach: () => ({
    askFor: () => () => Promise.reject(new Error('nobody is asked')),
    identityOf: () => 'all alike',
    upstreamFor: (_caller, { subgraph, body }) => ({
      target: { subgraph, protocol: 'ws', url: 'ws://one.test/', timeout: 1 },
      body,
      headers: {},
      identity: '',
    }),
  }),
};

function holding(...scopes: string[]): Grants {
  return { authenticated: true, scopes: new Set(scopes), policies: new Set() };
}

async function sourceFor(query: string, grants: Grants) {
  const client = { ...DEVELOPMENT, grants };
  const caller = { requestId: 'r', viewer: undefined, headers: {}, client, claims: undefined };
  return liveSource({ caller, operation: { id: query, document: parse(query) }, variables: {} }, snapshot, parts);
}

test('clients share a subscription who may read the same of it, and no others', async () => {
  const keyOf = async (...scopes: string[]) => {
    const source = await sourceFor('subscription { ticked { count secret } }', holding(...scopes));
    return 'key' in source ? source.key : source.errors;
  };
  expect(await keyOf('s')).toBe(await keyOf('s', 'o'));
  expect(await keyOf()).toBe(await keyOf('o'));
  expect(await keyOf()).not.toBe(await keyOf('s'));
});

test('a subscription of a field that may not be read is refused', async () => {
  const stranger = { ...holding(), authenticated: false };
  expect(await sourceFor('subscription { mine: locked { count } }', stranger)).toMatchObject({
    errors: [{ path: ['mine'], extensions: { code: 'UNAUTHENTICATED' } }],
  });
});
