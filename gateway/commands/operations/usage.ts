import { Mendable } from '../../errors/mendable.ts';
import type { OperationUse } from '../../telemetry/usage/stored-usage.ts';
import { usersOfOperation } from '../../telemetry/usage/users-of.ts';
import { columns } from '../columns.ts';
import { readUsage } from '../usage.ts';
import type { OperationsFlags } from './flags.ts';

/** What each client did with each operation. @returns what to print @throws {Mendable} */
export async function operationsUsage(
  words: readonly string[],
  { usage, registry, client, json }: OperationsFlags,
): Promise<string> {
  const stored = await readUsage(usage, registry);
  if (!stored) throw new Mendable('Nobody writes usage: GATEWAY_USAGE or --usage says where it is kept');
  const found =
    words.length > 0
      ? words.flatMap((word) => usersOfOperation(stored, word))
      : Object.entries(stored.operations).flatMap(([name, uses]) => uses.map((use) => ({ client: name, ...use })));
  const meant = found.filter((use) => client === undefined || use.client === client);
  if (json) return JSON.stringify(meant, undefined, 2);
  if (meant.length === 0) return 'Nobody has asked for it.';
  const rows = meant.map((use) => [
    nameOf(use),
    use.client,
    String(use.requests),
    String(use.errors),
    (use.milliseconds / use.requests).toFixed(1),
    (use.cost / use.requests).toFixed(1),
    use.last,
  ]);
  return columns([['operation', 'client', 'requests', 'errors', 'mean ms', 'mean cost', 'last'], ...rows]);
}

function nameOf({ name, version, id }: OperationUse): string {
  const named = name ?? id.slice(0, 12);
  return version === undefined ? `${named} (not registered)` : `${named} ${version}`;
}
