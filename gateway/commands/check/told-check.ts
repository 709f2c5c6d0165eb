import { type BrokenOperation, describeBroken } from '../../operations/broken-operations.ts';
import { describeUsers } from '../../telemetry/usage/users-of.ts';
import type { BreakingChange, JudgedChanges } from './judged-changes.ts';

/** What a check found. */
export interface CheckFindings {
  readonly changes: JudgedChanges;
  readonly lost: readonly BrokenOperation[];
  /** Since when it is known who uses what; undefined where it is not. */
  readonly knownSince: string | undefined;
  /** For how many days a use counts. */
  readonly days: number;
}

/** What a check found, for people. @param since the revision that it was compared with */
export function findingsText({ changes, lost, knownSince, days }: CheckFindings, since: string): string {
  const { breaking, unused, dangerous, safe } = changes;
  const plain = ({ message }: { readonly message: string }) => [`  ${message}`];
  const nobody = `breaking, of what nobody has used for ${days} days (known since ${knownSince?.slice(0, 10)})`;
  const groups = [
    ['breaking', breaking.flatMap(breakingLines)],
    [nobody, unused.flatMap(plain)],
    ['dangerous', dangerous.flatMap(plain)],
    ['safe', safe.flatMap(plain)],
    ['registered operations that could not be answered any more', lost.map((each) => `  ${describeBroken([each])}`)],
  ] as const;
  const told = groups.flatMap(([title, lines]) => (lines.length > 0 ? [`${title}:`, ...lines, ''] : []));
  const counts = `${breaking.length} breaking, ${dangerous.length} dangerous, ${safe.length} safe changes since ${since}`;
  return [...told, unused.length > 0 ? `${counts}; ${unused.length} breaking of what nobody uses` : counts].join('\n');
}

function breakingLines({ message, users }: BreakingChange): string[] {
  return [`  ${message}`, ...(users && users.length > 0 ? [`    breaks ${describeUsers(users)}`] : [])];
}

/** The same for programs. */
export function findingsJson({ changes, lost, knownSince }: CheckFindings): object {
  const operations = lost.map(({ operation: { name, version, owner }, reason }) => ({ name, version, owner, reason }));
  return { ...changes, operations, usageKnownSince: knownSince };
}
