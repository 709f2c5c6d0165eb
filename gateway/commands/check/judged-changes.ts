import type { SchemaChange, SchemaChanges } from '../../supergraph/changes.ts';
import type { StoredUsage } from '../../telemetry/usage/stored-usage.ts';
import { type User, usersOf } from '../../telemetry/usage/users-of.ts';

/** A breaking change, and whom it breaks; `users` is undefined where usage can't tell. */
export interface BreakingChange extends SchemaChange {
  readonly users: readonly User[] | undefined;
}

/** Changes by what they do to the clients there are. */
export interface JudgedChanges extends Omit<SchemaChanges, 'breaking'> {
  readonly breaking: readonly BreakingChange[];
  /** Changes that would break clients, if any used what they change. */
  readonly unused: readonly SchemaChange[];
}

/**
 * Tells breaking changes that break somebody, or of which that can't be told, from those of what nobody uses.
 * @param usage undefined where nobody writes it: then every one may break somebody
 * @param since uses before it do not count; ISO 8601
 */
export function judgedChanges(changes: SchemaChanges, usage: StoredUsage | undefined, since: string): JudgedChanges {
  const judged = changes.breaking.map((change): BreakingChange => {
    const isNoted = usage && (!change.isInput || usage.inputs !== undefined);
    if (!isNoted || change.coordinate === undefined) return { ...change, users: undefined };
    return { ...change, users: usersOf(usage, change.coordinate).filter(({ last }) => last >= since) };
  });
  const isUnused = ({ users }: BreakingChange) => users?.length === 0;
  return { ...changes, breaking: judged.filter((change) => !isUnused(change)), unused: judged.filter(isUnused) };
}
