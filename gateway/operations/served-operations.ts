import { BoundedCache } from '../caches/bounded-cache.ts';
import type { Client } from '../clients/client.ts';
import { normalText, normalTextOf } from './normal-text.ts';
import type { RegisteredOperation } from './registered-operation.ts';

/** The registered operations that one supergraph can answer. What a client may not use reads as what there is not. */
export interface ServedOperations {
  /** By its id, or by an alias. */
  byId(id: string, client: Client): RegisteredOperation | undefined;
  /** By its name. @param version the newest that the client may use where none is given */
  byName(name: string, version: number | undefined, client: Client): RegisteredOperation | undefined;
  /** By its text, formatting aside: the newest version that the client may use. */
  byText(text: string, client: Client): RegisteredOperation | undefined;
  /** What a client may use, by name, the newest version of each first. */
  all(client: Client): readonly RegisteredOperation[];
}

/** Texts that were found to be those of operations, formatting aside, and the longest of them, in characters: clients repeat theirs. */
const REMEMBERED = { texts: 1000, length: 16_384 };

/** @param operations of one id or of one name and version at most one each */
export function servedOperations(operations: readonly RegisteredOperation[]): ServedOperations {
  const sorted = [...operations].sort(byNameAndAge);
  // An operation's own id is never another's alias.
  const byId = new Map([
    ...sorted.flatMap((operation) => operation.aliases.map((alias) => [alias, operation] as const)),
    ...sorted.map((operation) => [operation.id, operation] as const),
  ]);
  const byName = Map.groupBy(sorted, ({ name }) => name);
  const texts = textsOf(sorted);
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
    byText(text, client) {
      return texts(text).find((operation) => mayUse(operation, client));
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

/** Finds the operations of a text, formatting aside; a text that has more tokens than any of them is not read to its end. */
function textsOf(operations: readonly RegisteredOperation[]): (text: string) => readonly RegisteredOperation[] {
  const exact = Map.groupBy(operations, ({ text }) => text);
  const alike = Map.groupBy(operations, ({ document }) => normalText(document));
  const longest = Math.max(0, ...operations.map(({ document }) => document.tokenCount ?? Number.POSITIVE_INFINITY));
  const remembered = new BoundedCache<string, readonly RegisteredOperation[]>(REMEMBERED.texts);
  return (text) => {
    const known = exact.get(text) ?? remembered.get(text);
    if (known) return known;
    const found = alike.get(normalTextOf(text, longest) ?? '');
    if (found && text.length <= REMEMBERED.length) remembered.set(text, found);
    return found ?? [];
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
