import { describe, expect, test } from 'vitest';
import type { Caller } from '../../../../../gateway/clients/caller.ts';
import { ANONYMOUS, type Client } from '../../../../../gateway/clients/client.ts';
import { Accounts } from '../../../../../gateway/guard/quota/accounts.ts';
import { LocalBucket } from '../../../../../gateway/guard/quota/bucket.ts';
import { spend } from '../../../../../gateway/guard/quota/spend.ts';

const quota = (requestsPerSecond: number) => ({ costPerMinute: 60, requestsPerSecond, burst: 2 });
const caller = (client: Client, address?: string): Caller => ({
  requestId: 'r',
  viewer: undefined,
  headers: {},
  client,
  claims: undefined,
  address,
});
const viewer = (person: string): Client => ({ ...ANONYMOUS, kind: 'viewer', name: 'app', person });
const partner = (name: string, own?: Client['quota']): Client => ({ ...ANONYMOUS, kind: 'partner', name, quota: own });

function accounts(quotaAccounts = 100) {
  const rules = { partnerQuota: undefined, viewerQuota: quota(1), anonymousQuota: quota(3), addressQuota: quota(2) };
  return new Accounts({ ...rules, quotaAccounts }, (_key, size) => new LocalBucket(size));
}

describe('accounts', () => {
  test('are one for all tokens of a viewer, for all keys of a client, and for all anonymous callers beside their addresses’', () => {
    const all = accounts();
    expect(all.of(caller(viewer('a')))).toEqual(all.of(caller(viewer('a'))));
    expect(all.of(caller(viewer('a')))[0]).toBe(all.of(caller(viewer('a')))[0]);
    expect(all.of(caller(viewer('a')))[0]).not.toBe(all.of(caller(viewer('b')))[0]);
    expect(all.of(caller(partner('erp', quota(5))))[0]).toBe(all.of(caller(partner('erp', quota(5))))[0]);
    expect(all.of(caller(partner('erp')))).toEqual([]);
    const [one, whole] = all.of(caller(ANONYMOUS, '1.1.1.1'));
    const [other, again] = all.of(caller(ANONYMOUS, '2.2.2.2'));
    expect(one).not.toBe(other);
    expect(whole).toBe(again);
  });

  test('are spent of all or none', () => {
    const all = accounts();
    const here = all.of(caller(ANONYMOUS, '1.1.1.1'));
    expect([spend(here, 'requests', 1), spend(here, 'requests', 1)]).toEqual([undefined, undefined]);
    expect(spend(here, 'requests', 1)).toMatchObject({ retryAfter: 1 });
    const there = all.of(caller(ANONYMOUS, '2.2.2.2'));
    // Both were spent of what all anonymous callers have.
    expect(spend(there, 'requests', 1)).toMatchObject({ retryAfter: 1 });
    expect(there[0]?.requests?.available()).toBeCloseTo(2, 1);
    expect(spend(there, 'cost', 61)).toMatchObject({ capacity: 60, retryAfter: undefined });
  });

  test('are bounded: newcomers share one while others are in use, so that nobody crowds a debt out', () => {
    const all = accounts(3);
    const known = ['a', 'b', 'c'].map((name) => all.of(caller(viewer(name))));
    for (const each of known) spend(each, 'requests', 2);
    const [one] = all.of(caller(viewer('d')));
    const [other] = all.of(caller(viewer('e')));
    expect(one).toBe(other);
    expect(all.of(caller(viewer('a')))[0]).toBe(known[0]?.[0]);
    expect(all.size).toBeLessThanOrEqual(3 + 2);
  });

  test('that are whole make room for others, and are one again for all tokens when they come back', () => {
    const all = accounts(1);
    const token = viewer('a');
    all.of(caller(token));
    expect(all.of(caller(viewer('b')))[0]).not.toBe(all.of(caller(viewer('c')))[0]);
    expect(all.of(caller(token))[0]).toBe(all.of(caller(viewer('a')))[0]);
  });
});
