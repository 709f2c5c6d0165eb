import type { RegistryStore, StoredVersion } from '../../operations/registry/stored-registry.ts';
import { columns } from '../columns.ts';
import type { OperationsFlags } from './flags.ts';

/** A version of an operation with its name. */
interface Listed extends StoredVersion {
  readonly name: string;
}

/** All versions, a line each, or as JSON. @returns what to print */
export async function listOperations(store: RegistryStore, { client, json }: OperationsFlags): Promise<string> {
  const { operations } = await store.read();
  const all = Object.entries(operations)
    .flatMap(([name, versions]): Listed[] => versions.map((version) => ({ name, ...version })))
    .filter(({ clients }) => client === undefined || clients === 'any' || clients.includes(client))
    .sort((one, other) => (one.name === other.name ? other.version - one.version : one.name < other.name ? -1 : 1));
  if (json) return JSON.stringify(all, undefined, 2);
  if (all.length === 0) return 'There are no operations.';
  const rows = all.map(({ name, version, id, owner, clients, published, retired }) => [
    `${name} ${version}`,
    id.slice(0, 12),
    owner,
    clients === 'any' ? 'any' : clients.join(','),
    retired === undefined ? `since ${published}` : `retired ${retired}`,
  ]);
  return columns([['operation', 'id', 'owner', 'clients', ''], ...rows]);
}
