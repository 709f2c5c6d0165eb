import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newKey } from '../../gateway/clients/keys/api-key.ts';
import type { StoredClients } from '../../gateway/clients/keys/stored-clients.ts';

/** A partner with an API key, for a gateway that asks for credentials. */
interface Partner {
  /** The header by which it shows its key. */
  readonly credential: Readonly<Record<string, string>>;
  /** Writes what a gateway knows of it to a folder. @returns the gateway's settings for that */
  settings(folder: string): Promise<Record<string, string>>;
}

/** Far more cost a minute than any load comes to: it is counted with every request, and never spent. */
const QUOTA = 1_000_000_000;
/** What the operations of the workloads ask for. */
const SCOPES = ['conversion:read', 'conversion:feed', 'demand:read', 'order:read', 'shop:read'];

/** Makes a partner that may use all operations and read all that they select. */
export function newPartner(): Partner {
  const { text, id, digest } = newKey();
  const created = new Date().toISOString();
  const client = {
    operations: 'any' as const,
    level: 'ids-only' as const,
    scopes: SCOPES,
    rows: {},
    quota: QUOTA,
    created,
  };
  const stored: StoredClients = { version: 1, clients: { partner: { ...client, keys: [{ id, digest, created }] } } };
  const claimsKey = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return {
    credential: { 'x-api-key': text },
    async settings(folder) {
      const file = join(folder, 'clients.json');
      await writeFile(file, JSON.stringify(stored), { mode: 0o600 });
      // As if each field read who asks: else viewers of whom the same is read would share their answers, whatever they are told apart by.
      return { GATEWAY_KEYS: file, GATEWAY_CLAIMS_KEY: claimsKey, GATEWAY_ROW_FIELDS: 'any' };
    },
  };
}
