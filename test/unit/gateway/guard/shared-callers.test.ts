import { expect, test } from 'vitest';
import type { Caller } from '../../../../gateway/clients/caller.ts';
import { ANONYMOUS, type Client, DEVELOPMENT, grantsOf, type OwnRows } from '../../../../gateway/clients/client.ts';
import { type ReadOfCallers, SharedCallers } from '../../../../gateway/guard/shared-callers.ts';

const SHARED = new SharedCallers((client) => ({
  identity: JSON.stringify([client.kind, client.name, [...client.grants.scopes], client.rows]),
  tokenFor: () => '',
}));
const READ: ReadOfCallers = {
  sharing: 'anyone',
  policies: new Set(['own_author']),
  audience: {
    requirements: [
      { kind: 'scopes', anyOf: [['a', 'b'], ['c']] },
      { kind: 'policies', anyOf: [['own_shop']] },
    ],
  },
};

function callerWith(scopes: string[], rows: OwnRows, sub = 'ann'): Caller {
  const client: Client = {
    ...ANONYMOUS,
    kind: 'viewer',
    name: 'app',
    subject: sub,
    grants: grantsOf(scopes, rows),
    rows,
  };
  return {
    requestId: 'r',
    viewer: sub,
    headers: { 'x-redcat-viewer': sub, 'x-tenant': 't' },
    client,
    claims: undefined,
  };
}

test('who reads the same stands for the same, and nothing else of them is said', () => {
  const ann = SHARED.of(READ, callerWith(['a', 'x'], { own_shop: ['2', '1'], own_list: ['5'] }));
  const bob = SHARED.of(READ, callerWith(['y', 'a'], { own_list: ['6'], own_shop: ['1', '2'] }, 'bob'));
  expect(ann.claims).toBe(bob.claims);
  expect(ann.client).toMatchObject({
    kind: 'shared',
    name: 'shared',
    subject: undefined,
    rows: { own_shop: ['1', '2'] },
  });
  expect([...ann.client.grants.scopes]).toEqual(['a']);
  expect([ann.viewer, ann.headers]).toEqual([undefined, { 'x-tenant': 't' }]);
});

test('who differs in a scope or row that is read stands for others', () => {
  const identities = [
    callerWith(['a'], {}),
    callerWith(['a', 'b'], {}),
    callerWith(['a'], { own_shop: ['1'] }),
    callerWith(['a'], { own_author: ['1'] }),
    callerWith(['a'], { own_author: ['*'] }),
  ].map((caller) => SHARED.of(READ, caller).claims?.identity);
  expect(new Set(identities).size).toBe(identities.length);
});

test('rows of one operation are not taken for those of another', () => {
  const caller = callerWith(['a'], { own_shop: ['1'], own_author: ['2'] });
  const other = { ...READ, policies: new Set<string>(), audience: { requirements: [] } };
  expect(SHARED.of(READ, caller).client.rows).toEqual({ own_author: ['2'], own_shop: ['1'] });
  expect(SHARED.of(other, caller).client.rows).toEqual({});
});

test('nobody stands for others where it makes a difference which of several asks', () => {
  const caller = callerWith(['a'], {});
  expect(SHARED.of({ ...READ, sharing: 'person' }, caller)).toBe(caller);
  expect(SHARED.of({ ...READ, sharing: 'nobody' }, caller)).toBe(caller);
  expect(SHARED.of({ ...READ, policies: 'any' }, caller)).toBe(caller);
  const developing = { ...caller, client: DEVELOPMENT };
  expect(SHARED.of(READ, developing)).toBe(developing);
});
