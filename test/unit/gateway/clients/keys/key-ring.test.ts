import { describe, expect, test } from 'vitest';
import { type NewKey, newKey } from '../../../../../gateway/clients/keys/api-key.ts';
import { KeyRing } from '../../../../../gateway/clients/keys/key-ring.ts';
import type { StoredClients, StoredKey } from '../../../../../gateway/clients/keys/stored-clients.ts';
import { Unidentified } from '../../../../../gateway/clients/unidentified.ts';

const NOON = Date.parse('2025-05-07T04:00:00Z');

function stored({ id, digest }: NewKey, more: Partial<StoredKey> = {}): StoredKey {
  return { id, digest, created: '2025-05-07T00:00:00Z', ...more };
}

function clients(keys: StoredKey[], scopes: string[] = ['order:read']): StoredClients {
  const client = {
    operations: ['A'],
    level: 'open' as const,
    scopes,
    rows: { own_shop: ['shop_1'], own_author: [] },
    created: '2025-05-07T00:00:00Z',
  };
  return { version: 1, clients: { 'partner-a': { ...client, keys } } };
}

describe('KeyRing', () => {
  test('knows a client by its key, and what it is granted', () => {
    const key = newKey();
    const ring = new KeyRing(clients([stored(key)]), NOON);
    const client = ring.clientOf(key.text, NOON);
    expect(client).toMatchObject({ kind: 'partner', name: 'partner-a', rows: { own_shop: ['shop_1'] } });
    expect(client.grants).toEqual({
      authenticated: true,
      scopes: new Set(['order:read']),
      policies: new Set(['own_shop']),
    });
    expect(client.operations).toEqual(new Set(['A']));
    expect(ring.clientOf(key.text, NOON)).toBe(client);
  });

  test('refuses every other text, before and after the key was shown', () => {
    const key = newKey();
    const ring = new KeyRing(clients([stored(key)]), NOON);
    const wrong = [
      '',
      'rck_',
      `${key.text}x`,
      key.text.toUpperCase(),
      newKey().text,
      `rck_${key.id}_${newKey().text.slice(-43)}`,
      '__proto__',
    ];
    for (const text of wrong) expect(() => ring.clientOf(text, NOON)).toThrow(Unidentified);
    ring.clientOf(key.text, NOON);
    for (const text of wrong) expect(() => ring.clientOf(text, NOON)).toThrow(Unidentified);
  });

  test('refuses a key that was revoked or has ended, also between two looks at the store', () => {
    const [revoked, ended, ending] = [newKey(), newKey(), newKey()];
    const keys = [
      stored(revoked, { revoked: '2025-05-07T03:00:00Z' }),
      stored(ended, { expires: '2025-05-07T03:59:59Z' }),
      stored(ending, { expires: '2025-05-07T04:00:01Z' }),
    ];
    const ring = new KeyRing(clients(keys), NOON);
    for (const { text } of [revoked, ended]) expect(() => ring.clientOf(text, NOON)).toThrow(Unidentified);
    expect(ring.clientOf(ending.text, NOON).expiresAt).toBe(NOON + 1000);
    expect(() => ring.clientOf(ending.text, NOON + 1000)).toThrow(Unidentified);
  });

  test('tells who has a key that is gone or grants something else, and nobody else', () => {
    const [stays, goes] = [newKey(), newKey()];
    const before = new KeyRing(clients([stored(stays), stored(goes)]), NOON);
    const [staying, going] = [before.clientOf(stays.text, NOON), before.clientOf(goes.text, NOON)];
    const after = new KeyRing(clients([stored(stays)]), NOON, before);
    expect([staying.revoked?.aborted, going.revoked?.aborted]).toEqual([false, true]);
    expect(after.clientOf(stays.text, NOON)).toBe(staying);
    new KeyRing(clients([stored(stays)], []), NOON, after);
    expect(staying.revoked?.aborted).toBe(true);
  });

  test('lets what was opened by a key go on when the key is rotated, until the overlap ends', () => {
    const key = newKey();
    const before = new KeyRing(clients([stored(key)]), NOON);
    const { revoked } = before.clientOf(key.text, NOON);
    const rotated = [stored(key, { expires: '2025-05-07T05:00:00Z' }), stored(newKey())];
    const after = new KeyRing(clients(rotated), NOON, before);
    expect(after.clientOf(key.text, NOON)).toMatchObject({ revoked, expiresAt: NOON + 3_600_000 });
    after.endExpired(NOON + 3_599_999);
    expect(revoked?.aborted).toBe(false);
    after.endExpired(NOON + 3_600_000);
    expect(revoked?.aborted).toBe(true);
  });

  test('has a client sign whose secret was changed while its request is under way, and checks it by none', () => {
    const key = newKey();
    const signing = (signingSecret: string): StoredClients => {
      const { version, clients: all } = clients([stored(key)]);
      return {
        version,
        clients: Object.fromEntries(Object.entries(all).map(([name, each]) => [name, { ...each, signingSecret }])),
      };
    };
    const before = new KeyRing(signing('A'.repeat(43)), NOON);
    const client = before.clientOf(key.text, NOON);
    expect([before.mustSign(client), before.signingSecretOf(client)?.length]).toEqual([true, 32]);
    const after = new KeyRing(signing('B'.repeat(43)), NOON, before);
    expect([after.mustSign(client), after.signingSecretOf(client)]).toEqual([true, undefined]);
    expect(after.mustSign(new KeyRing(clients([stored(key)]), NOON).clientOf(key.text, NOON))).toBe(false);
  });
});
