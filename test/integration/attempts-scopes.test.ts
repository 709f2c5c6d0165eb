import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { claimsKeyOf } from '../../gateway/clients/claims/claims-key.ts';
import { ClaimsMinter } from '../../gateway/clients/claims/claims-minter.ts';
import { DEVELOPMENT } from '../../gateway/clients/client.ts';
import { type Attempts, attempts, bearer, type Headers, OWN } from '../kit/attempts.ts';

let world: Attempts;
attempts((started) => {
  world = started;
});

describe('without the scope', () => {
  const INCREMENTAL: Headers = [['accept', 'multipart/mixed;deferSpec=20220824, application/json']];
  const forged = () => new ClaimsMinter(claimsKeyOf(generateKeyPairSync('ed25519').privateKey)).claimsOf(DEVELOPMENT);
  const tried: Record<string, [query: string | object, headers?: () => Headers]> = {
    'a field': ['{ own }'],
    'behind an alias': ['{ open: own }'],
    'behind the alias of an open field beside it': ['{ own: open open: own }'],
    'in a fragment': ['{ ...F } fragment F on Query { ...G } fragment G on Query { own }'],
    'in an inline fragment without a type': ['{ ... { ... @include(if: true) { own } } }'],
    'behind variables that decide': [
      { query: 'query($yes: Boolean!) { own @skip(if: $yes) x: own @include(if: $yes) }', variables: { yes: true } },
    ],
    'inside @defer': ['{ ... @defer { own } }', () => INCREMENTAL],
    'inside @defer below an open field': ['{ note(id: "1") { ... @defer { order { total } } } }', () => INCREMENTAL],
    'an object of the type by node': ['{ node(id: "7") { id } }'],
    'a fragment on an interface': ['{ node(id: "7") { ... on Node { id ... on Order { total } } } }'],
    'in a list of nodes': ['{ nodes { id ... on Order { total lines { text } } } }'],
    'in a union': ['{ found { ... on Order { id total } } }'],
    'only its name, by a union and its key': ['{ found { __typename ... on Order { id } } }'],
    'by a nested reference': ['{ note(id: "1") { self { order { id total } } } }'],
    'by what another subgraph provides': ['{ note(id: "1") { lead { total } } }'],
    'from the subgraph that owns it': ['{ orders { id lines { text } } }'],
    'with another scope': [
      OWN,
      () => bearer(world.issuer.token({ sub: 'reader', scope: 'order:readall order note:read' })),
    ],
    'with a scope in other letters': [
      OWN,
      () => bearer(world.issuer.token({ sub: 'reader', scope: 'ORDER:READ order:read,' })),
    ],
    'as a partner that has others': [OWN, () => [['x-api-key', world.shown.partner]]],
    'with claims of one’s own': [
      OWN,
      () => [
        ['x-redcat-claims', forged().tokenFor('notes')],
        ['x-redcat-scopes', 'order:read'],
      ],
    ],
    'with __proto__ as a header': [
      OWN,
      () => [
        ['__proto__', 'authorization'],
        ['constructor', 'order:read'],
      ],
    ],
    'by a mutation': ['mutation { erase }'],
  };

  for (const [what, [query, headers = () => []]] of Object.entries(tried)) {
    test(what, async () => {
      const body = typeof query === 'string' ? { query } : query;
      const { status, text } = await world.send({ body, headers: headers() });
      expect(status).toBe(200);
      expect(text).toMatch(/"code":"(UNAUTHENTICATED|FIELD_FORBIDDEN)"/);
      world.expectNothingTold(text);
      expect(world.asked('orders')).toBe(0);
    });
  }
});
