import type { ClientStore } from '../../clients/keys/client-store.ts';
import { isLive, type StoredClient, type StoredKey, storedQuota } from '../../clients/keys/stored-clients.ts';
import { known } from './change-clients.ts';

/** All clients, a line each. */
export async function listClients(store: ClientStore): Promise<string> {
  const { clients } = await store.read();
  const now = Date.now();
  const lines = Object.entries(clients).map(([name, { keys, scopes }]) => {
    const live = keys.filter((key) => isLive(key, now)).length;
    return `${name}  ${live} ${live === 1 ? 'key' : 'keys'}  ${scopes.join(',')}`.trimEnd();
  });
  return lines.length > 0 ? lines.join('\n') : 'There are no clients.';
}

/** One client: what it may do, and its keys. @throws {Mendable} */
export async function describeClient(store: ClientStore, name: string): Promise<string> {
  const stored = known(await store.read(), name);
  const { operations, level, scopes, rows, signingSecret, created, keys } = stored;
  const now = Date.now();
  const owned = Object.entries(rows).map(([policy, ids]) => `${policy}=${ids.join('+')}`);
  return [
    name,
    `  operations  ${operations === 'any' ? 'any' : operations.join(',')}`,
    `  level       ${level}`,
    `  scopes      ${scopes.join(',') || 'none'}`,
    `  rows        ${owned.join(',') || 'none'}`,
    `  quota       ${quotaText(stored)}`,
    `  signed      ${signingSecret === undefined ? 'no' : 'yes'}`,
    `  created     ${created}`,
    ...keys.map((key) => `  key ${key.id}  ${fateOf(key, now)}`),
  ].join('\n');
}

function quotaText(stored: StoredClient): string {
  const { costPerMinute, requestsPerSecond, burst } = storedQuota(stored) ?? {};
  const bounds = [
    costPerMinute === undefined ? '' : `cost ${costPerMinute} a minute`,
    requestsPerSecond === undefined ? '' : `${requestsPerSecond} requests a second`,
    burst === undefined ? '' : `${burst} at once`,
  ];
  return bounds.filter((bound) => bound !== '').join(', ') || 'none of its own';
}

function fateOf({ created, expires, revoked }: StoredKey, now: number): string {
  if (revoked !== undefined) return `revoked ${revoked}`;
  if (expires === undefined) return `holds since ${created}`;
  return Date.parse(expires) > now ? `holds until ${expires}` : `ended ${expires}`;
}
