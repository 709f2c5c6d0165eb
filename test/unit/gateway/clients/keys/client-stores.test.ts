import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import type { ClientStore } from '../../../../../gateway/clients/keys/client-store.ts';
import { openClientStore } from '../../../../../gateway/clients/keys/open-client-store.ts';
import { NO_CLIENTS, type StoredClients } from '../../../../../gateway/clients/keys/stored-clients.ts';
import { createDatabase } from '../../../../kit/postgres.ts';

const created = '2025-05-07T00:00:00Z';

function withClient(all: StoredClients, name: string): StoredClients {
  return {
    ...all,
    clients: { ...all.clients, [name]: { operations: 'any', level: 'open', scopes: [], rows: {}, created, keys: [] } },
  };
}

/** What every store promises. */
async function keepsClients(store: ClientStore, again: ClientStore): Promise<void> {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  await Promise.all(names.map((name, at) => (at % 2 ? store : again).change((all) => withClient(all, name))));
  expect(Object.keys((await store.read()).clients).sort()).toEqual(names);
  const version = await store.version();
  expect(await again.version()).toBe(version);
  const refusal = store.change(() => {
    throw new Error('no');
  });
  await expect(refusal).rejects.toThrow('no');
  const unreadable = store.change((all) => ({ ...withClient(all, 'NOT A NAME') }));
  await expect(unreadable).rejects.toThrow(/can’t be kept .*NOT A NAME.*nothing is changed/);
  expect(await again.version()).toBe(version);
  await again.change((all) => withClient(all, 'g'));
  expect(await store.version()).not.toBe(version);
}

describe('clients in a file', () => {
  test('lose no change of several at once, and are for their owner alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'redcat-clients-'));
    const file = join(folder, 'deep', 'clients.json');
    await keepsClients(openClientStore(file), openClientStore(file));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await writeFile(file, '{"version":1,"clients":{"a":{"scopes":"all"}}}');
    await expect(openClientStore(file).read()).rejects.toThrow(/something else/);
    await rm(folder, { recursive: true });
  });
});

const postgresUrl = inject('postgresUrl');

describe.skipIf(postgresUrl === null)('clients in PostgreSQL', () => {
  test('lose no change of several at once', async () => {
    const { url, drop } = await createDatabase(postgresUrl ?? '');
    const [store, again] = [openClientStore(url), openClientStore(url)];
    expect(await store.read()).toEqual(NO_CLIENTS);
    await keepsClients(store, again);
    await Promise.all([store.close(), again.close()]);
    await drop();
  });
});
