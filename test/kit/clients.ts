import { createHash, createHmac } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientStore } from '../../gateway/clients/keys/client-store.ts';
import { openClientStore } from '../../gateway/clients/keys/open-client-store.ts';
import { addClient } from '../../gateway/commands/clients/change-clients.ts';
import type { ClientFlags } from '../../gateway/commands/clients/flags.ts';

/** Clients with API keys in a folder of a test. */
export interface TestClients extends AsyncDisposable {
  readonly file: string;
  readonly store: ClientStore;
  /** A folder for stored operations, with none yet. */
  readonly operations: string;
  /** Adds a client. @returns its key, and the secret by which it signs, where it must */
  add(name: string, flags?: ClientFlags): Promise<{ key: string; secret: string | undefined }>;
}

/** A place for clients, with none yet. */
export async function testClients(): Promise<TestClients> {
  const folder = await mkdtemp(join(tmpdir(), 'redcat-clients-'));
  const file = join(folder, 'clients.json');
  const store = openClientStore(file);
  const operations = join(folder, 'operations');
  await mkdir(operations);
  return {
    file,
    store,
    operations,
    async add(name, flags = {}) {
      const said = await addClient(store, name, { operations: 'any', level: 'open', ...flags });
      return { key: /rck_\S+/.exec(said)?.[0] ?? '', secret: /signing secret: (\S+)/.exec(said)?.[1] };
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}

/** The header by which a request is signed. */
export function signature(secret: string, method: string, path: string, body: string, time = Date.now()): string {
  const digest = createHash('sha256').update(body).digest('hex');
  const text = `${time}\n${method}\n${path}\n${digest}`;
  return `t=${time},v1=${createHmac('sha256', Buffer.from(secret, 'base64url')).update(text).digest('hex')}`;
}
