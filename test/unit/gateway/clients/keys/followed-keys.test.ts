import { once } from 'node:events';
import { describe, expect, test, vi } from 'vitest';
import { newKey } from '../../../../../gateway/clients/keys/api-key.ts';
import type { ClientStore } from '../../../../../gateway/clients/keys/client-store.ts';
import { FollowedKeys } from '../../../../../gateway/clients/keys/followed-keys.ts';
import { NO_CLIENTS, type StoredClients } from '../../../../../gateway/clients/keys/stored-clients.ts';
import { Mendable } from '../../../../../gateway/errors/mendable.ts';

const log = { warn: () => undefined, info: () => undefined };
const { text, id, digest } = newKey();
const created = '2025-05-07T00:00:00Z';
const ONE: StoredClients = {
  version: 1,
  clients: { a: { operations: 'any', level: 'open', scopes: [], rows: {}, created, keys: [{ id, digest, created }] } },
};

/** A store that a test changes, and cuts off. */
function storeOf(clients: StoredClients) {
  const state = { clients, version: 1, isCutOff: false };
  const cut = <T>(value: T) => (state.isCutOff ? Promise.reject(new Error('cut off')) : Promise.resolve(value));
  const store: ClientStore = {
    place: 'a store',
    version: () => cut(String(state.version)),
    read: () => cut(state.clients),
    change: async () => undefined,
    close: async () => undefined,
  };
  return { state, store };
}

describe('FollowedKeys', () => {
  test('refuses a key that was revoked, once the store was looked at', async () => {
    const { state, store } = storeOf(ONE);
    const keys = await FollowedKeys.open({ store, log, interval: 1 });
    const { revoked } = keys.clientOf(text);
    Object.assign(state, { clients: NO_CLIENTS, version: 2 });
    if (revoked && !revoked.aborted) await once(revoked, 'abort');
    expect(() => keys.clientOf(text)).toThrow(expect.objectContaining({ code: 'CREDENTIAL_REFUSED' }));
    await keys.close();
  });

  test('takes no key when the store has been out of reach for 30 s, and takes them again when it is back', async () => {
    const { state, store } = storeOf(ONE);
    let now = 0;
    const keys = await FollowedKeys.open({ store, log, interval: 1, clock: () => now });
    state.isCutOff = true;
    now = 29_000;
    await new Promise((resolve) => setTimeout(resolve, 20));
    const { name, revoked } = keys.clientOf(text);
    expect(name).toBe('a');
    now = 31_000;
    if (revoked && !revoked.aborted) await once(revoked, 'abort');
    expect(() => keys.clientOf(text)).toThrow(expect.objectContaining({ code: 'CREDENTIALS_UNAVAILABLE' }));
    state.isCutOff = false;
    await vi.waitFor(() => expect(keys.clientOf(text).name).toBe('a'), 10_000);
    await keys.close();
  });

  test('can’t be opened where nothing can be read, and says how to mend it', async () => {
    const { state, store } = storeOf(ONE);
    state.isCutOff = true;
    await expect(FollowedKeys.open({ store, log })).rejects.toThrow(Mendable);
    await expect(FollowedKeys.open({ store, log })).rejects.toThrow(/GATEWAY_KEYS.*a store.*clients add/);
  });
});
