import type { OperationUse, StoredUsage } from './stored-usage.ts';

/** What was used since it was last written, by one gateway. */
export interface UsageNews {
  /** By the client's name. */
  readonly operations: ReadonlyMap<string, readonly OperationUse[]>;
  /** When each client last selected a field, by the client's name and the field's coordinate; ISO 8601. */
  readonly fields: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** The same of what it gave. */
  readonly inputs: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** How much is kept; what was used longest ago is forgotten first. */
export interface UsageLimits {
  readonly operationsPerClient: number;
  readonly clients: number;
  /** Pairs of a field and a client, and of what is given and a client. */
  readonly fields: number;
  /** How long ago the last use may be, in milliseconds. */
  readonly age: number;
}

const USAGE_LIMITS: UsageLimits = {
  operationsPerClient: 1000,
  clients: 500,
  fields: 100_000,
  age: 400 * 86_400_000,
};

/** Usage with news counted in. @param now milliseconds since 1970 */
export function mergedUsage(
  usage: StoredUsage,
  news: UsageNews,
  now: number,
  limits: UsageLimits = USAGE_LIMITS,
): StoredUsage {
  const oldest = new Date(now - limits.age).toISOString();
  return {
    ...usage,
    operations: operations(usage, news, oldest, limits),
    fields: coordinates(usage.fields, news.fields, oldest, limits),
    inputs: coordinates(usage.inputs ?? {}, news.inputs, oldest, limits),
    inputsSince: usage.inputsSince ?? new Date(now).toISOString(),
  };
}

/** Stored usage as news of it, so that it can be counted in elsewhere. */
export function newsOf({ operations: uses, fields, inputs = {} }: StoredUsage): UsageNews {
  return { operations: new Map(Object.entries(uses)), fields: byClientFirst(fields), inputs: byClientFirst(inputs) };
}

function byClientFirst(coordinates: StoredUsage['fields']): UsageNews['fields'] {
  const byClient = new Map<string, Map<string, string>>();
  for (const [coordinate, clients] of Object.entries(coordinates)) {
    for (const [client, last] of Object.entries(clients)) {
      const own = byClient.get(client) ?? new Map<string, string>();
      byClient.set(client, own.set(coordinate, last));
    }
  }
  return byClient;
}

function operations(
  usage: StoredUsage,
  news: UsageNews,
  oldest: string,
  { operationsPerClient, clients }: UsageLimits,
): StoredUsage['operations'] {
  const names = new Set([...Object.keys(usage.operations), ...news.operations.keys()]);
  const all = [...names].map((name) => {
    const known = Object.hasOwn(usage.operations, name) ? usage.operations[name] : undefined;
    const byKey = new Map((known ?? []).map((use) => [keyOf(use), use]));
    for (const use of news.operations.get(name) ?? []) byKey.set(keyOf(use), added(byKey.get(keyOf(use)), use));
    const uses = [...byKey.values()].filter(({ last }) => last >= oldest);
    return [name, latest(uses, operationsPerClient, ({ last }) => last)] as const;
  });
  const used = all.filter(([, uses]) => uses.length > 0);
  return Object.fromEntries(latest(used, clients, ([, uses]) => uses[0]?.last ?? ''));
}

function added(before: OperationUse | undefined, use: OperationUse): OperationUse {
  if (!before) return use;
  return {
    ...before,
    ...use,
    requests: before.requests + use.requests,
    errors: before.errors + use.errors,
    milliseconds: before.milliseconds + use.milliseconds,
    cost: before.cost + use.cost,
    first: before.first < use.first ? before.first : use.first,
    last: before.last > use.last ? before.last : use.last,
  };
}

function coordinates(
  usage: StoredUsage['fields'],
  news: UsageNews['fields'],
  oldest: string,
  { fields: limit }: UsageLimits,
): StoredUsage['fields'] {
  const pairs = new Map<string, readonly [field: string, client: string, last: string]>();
  const note = (field: string, client: string, last: string) => {
    const key = `${field}\n${client}`;
    if (last >= oldest && last > (pairs.get(key)?.[2] ?? '')) pairs.set(key, [field, client, last]);
  };
  for (const [field, clients] of Object.entries(usage)) {
    for (const [client, last] of Object.entries(clients)) note(field, client, last);
  }
  for (const [client, selected] of news) for (const [field, last] of selected) note(field, client, last);
  const kept = Map.groupBy(
    latest([...pairs.values()], limit, ([, , last]) => last),
    ([field]) => field,
  );
  const byClient = (all: readonly (readonly [string, string, string])[]) =>
    Object.fromEntries(all.map(([, client, last]) => [client, last]));
  return Object.fromEntries([...kept].map(([field, all]) => [field, byClient(all)]));
}

/** One operation of a document with several has a name of its own. */
function keyOf({ id, name = '' }: OperationUse): string {
  return `${id}\n${name}`;
}

/** Those of the latest instants, the latest first. */
function latest<T>(all: readonly T[], limit: number, instantOf: (item: T) => string): T[] {
  return [...all].sort((one, other) => (instantOf(one) < instantOf(other) ? 1 : -1)).slice(0, limit);
}
