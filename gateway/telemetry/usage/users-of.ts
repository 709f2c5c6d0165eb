import type { OperationUse, StoredUsage } from './stored-usage.ts';

/** A client that uses something, and when it last did; ISO 8601. */
export interface User {
  readonly client: string;
  readonly last: string;
}

/**
 * Who uses what a coordinate names, the latest first: a field, an argument as `Query.note(id:)`, a field of an input object, a value of an enum (who gives
 * it, and who reads fields that may have it), or a type by itself (who uses any of its fields or values, or names it).
 */
export function usersOf({ fields, inputs = {} }: StoredUsage, coordinate: string): User[] {
  const [type = '', member] = coordinate.split('.');
  const isMeant = (key: string) =>
    key === coordinate || key === type || (member === undefined && (key === `$${type}` || key.startsWith(`${type}.`)));
  const last = new Map<string, string>();
  for (const [key, clients] of [...Object.entries(fields), ...Object.entries(inputs)]) {
    if (!isMeant(key)) continue;
    for (const [client, at] of Object.entries(clients)) if (at > (last.get(client) ?? '')) last.set(client, at);
  }
  return latestFirst([...last].map(([client, at]) => ({ client, last: at })));
}

/** Who uses an operation, by name or id, the latest first. @param version of a registered one; any where none is given */
export function usersOfOperation(
  { operations }: StoredUsage,
  named: string,
  version?: number,
): (User & OperationUse)[] {
  const isMeant = (use: OperationUse) =>
    (use.name === named || use.id === named) && (version === undefined || use.version === version);
  return latestFirst(
    Object.entries(operations).flatMap(([client, uses]) => uses.filter(isMeant).map((use) => ({ client, ...use }))),
  );
}

function latestFirst<T extends { readonly last: string }>(all: T[]): T[] {
  return all.sort((one, other) => (one.last < other.last ? 1 : -1));
}

/** Names clients with the day on which each last used it. */
export function describeUsers(users: readonly User[]): string {
  const most = 10;
  const named = users.slice(0, most).map(({ client, last }) => `${client} (last on ${last.slice(0, 10)})`);
  return [...named, ...(users.length > most ? [`${users.length - most} more`] : [])].join(', ');
}
