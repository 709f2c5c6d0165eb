import { Mendable } from '../errors/mendable.ts';
import { OWN_COMMAND } from '../process/own-command.ts';
import type { StoredUsage } from '../telemetry/usage/stored-usage.ts';
import { usersOf } from '../telemetry/usage/users-of.ts';
import { columns } from './columns.ts';
import type { Command } from './command.ts';

export const usage: Command = {
  summary: 'see which clients use a field',
  help: `Tells which clients use what of the schema, and when each last did, as gateways write about once a minute.

  usage <coordinate…>     a field as Product.price, an argument as Query.note(id:), a field of an input object as DateRange.from,
                          a value of an enum as Finality.LIVE (who gives it, or reads fields of that enum), or a type as Product
  usage                   how many fields each client selects, and when it last asked for anything

  --usage <place>         where gateways write it: a file, or postgres://… (default: GATEWAY_USAGE, else beside the registry)
  --registry <place>      where operations are registered (default: GATEWAY_OPERATIONS)
  --json                  print it as JSON

Example: ${OWN_COMMAND} usage Product.price --usage .data/usage.json`,
  flags: { usage: { type: 'string' }, registry: { type: 'string' }, json: { type: 'boolean' } },
  takesWords: true,
  async run({ usage: place, registry, json }, words) {
    const stored = await readUsage(textOf(place), textOf(registry));
    if (!stored) throw new Mendable('Nobody writes usage: GATEWAY_USAGE or --usage says where it is kept');
    const found = words.map((coordinate) => ({ coordinate, users: usersOf(stored, coordinate) }));
    const text = json ? JSON.stringify(words.length > 0 ? found : stored, undefined, 2) : told(stored, found);
    process.stdout.write(`${text}\n`);
    return 0;
  },
};

/**
 * What gateways wrote of who uses what; undefined where nothing says where that would be.
 * @throws {Mendable} where it can't be read
 */
export async function readUsage(
  place: string | undefined,
  registry: string | undefined,
): Promise<StoredUsage | undefined> {
  const { readUsagePlace } = await import('../config.ts');
  const { openUsage } = await import('../telemetry/usage/stored-usage.ts');
  const known = readUsagePlace(place, registry);
  if (known === undefined) return undefined;
  const store = openUsage(known);
  try {
    return await store.read();
  } finally {
    await store.close();
  }
}

function textOf(flag: string | boolean | undefined): string | undefined {
  return typeof flag === 'string' ? flag : undefined;
}

function told(
  stored: StoredUsage,
  found: readonly { coordinate: string; users: ReturnType<typeof usersOf> }[],
): string {
  if (found.length === 0) return clientsOf(stored);
  const rows = found.flatMap(({ coordinate, users }) =>
    users.length === 0 ? [[coordinate, 'nobody', '']] : users.map(({ client, last }) => [coordinate, client, last]),
  );
  return columns([['field', 'client', 'last'], ...rows]);
}

function clientsOf({ operations, fields }: StoredUsage): string {
  const counts = new Map<string, number>();
  for (const [field, clients] of Object.entries(fields)) {
    // Arguments, and enums that are read.
    if (field.includes('(') || !field.includes('.')) continue;
    for (const client of Object.keys(clients)) counts.set(client, (counts.get(client) ?? 0) + 1);
  }
  const rows = Object.entries(operations).map(([client, uses]) => {
    const requests = uses.reduce((sum, use) => sum + use.requests, 0);
    const last = uses.reduce((latest, use) => (use.last > latest ? use.last : latest), '');
    return [client, String(requests), String(uses.length), String(counts.get(client) ?? 0), last];
  });
  return rows.length === 0
    ? 'Nobody has asked for anything.'
    : columns([['client', 'requests', 'operations', 'fields', 'last'], ...rows]);
}
