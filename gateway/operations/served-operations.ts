import type { Client } from '../clients/client.ts';
import type { RegisteredOperation } from './registered-operation.ts';

/** The registered operations that one supergraph can answer. What a client may not use reads as what there is not. */
export interface ServedOperations {
  /** By its id. */
  byId(id: string, client: Client): RegisteredOperation | undefined;
  /** By its name. @param version the newest that the client may use where none is given */
  byName(name: string, version: number | undefined, client: Client): RegisteredOperation | undefined;
  /** What a client may use, by name, the newest version of each first. */
  all(client: Client): readonly RegisteredOperation[];
}

/** @param operations of one id or of one name and version at most one each */
export function servedOperations(operations: readonly RegisteredOperation[]): ServedOperations {
  const sorted = [...operations].sort(byNameAndAge);
  const byId = new Map(sorted.map((operation) => [operation.id, operation]));
  const byName = Map.groupBy(sorted, ({ name }) => name);
  const usedBy = new WeakMap<Client, readonly RegisteredOperation[]>();
  return {
    byId(id, client) {
      const found = byId.get(id);
      return found && mayUse(found, client) ? found : undefined;
    },
    byName(name, version, client) {
      for (const found of byName.get(name) ?? []) {
        if ((version === undefined || found.version === version) && mayUse(found, client)) return found;
      }
      return undefined;
    },
    all(client) {
      let used = usedBy.get(client);
      if (!used) {
        used = sorted.filter((operation) => mayUse(operation, client));
        usedBy.set(client, used);
      }
      return used;
    },
  };
}

/** Whether the client is granted the operation, and the operation registered for the client. */
function mayUse({ name, clients }: RegisteredOperation, client: Client): boolean {
  if (client.operations !== 'any' && !client.operations.has(name)) return false;
  return clients === 'any' || client.kind === 'development' || clients.includes(client.name);
}

function byNameAndAge(one: RegisteredOperation, other: RegisteredOperation): number {
  if (one.name !== other.name) return one.name < other.name ? -1 : 1;
  return other.version - one.version;
}
