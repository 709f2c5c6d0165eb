import { setImmediate as turn } from 'node:timers/promises';
import { validate } from 'graphql';
import type { PreparedOperation } from './prepared-operation.ts';
import type { Asked, Snapshot } from './snapshot.ts';

/** Bounds of warming. */
export interface WarmLimits {
  /** Most operations. */
  readonly operations: number;
  /** Longest time, in milliseconds. */
  readonly time: number;
}

/** What a snapshot is warmed with. */
export interface WarmInput {
  /** The snapshot that it will replace: what was used there most recently is likely to be used next. */
  readonly before: Snapshot | undefined;
  readonly limits: WarmLimits;
  /** Fires when nobody wants the snapshot any more. */
  readonly signal: AbortSignal;
}

/**
 * Plans and compiles operations ahead of their first request, each in a turn of the loop of its own. An operation that the snapshot
 * does not know or cannot plan is left out: its clients will be told.
 * @returns how many are warm
 */
export async function warm(snapshot: Snapshot, { before, limits, signal }: WarmInput): Promise<number> {
  const end = performance.now() + limits.time;
  let tried = 0;
  let warmed = 0;
  const candidates = before?.recent(limits.operations) ?? [];
  for (const asked of candidates) {
    if (tried >= limits.operations || signal.aborted || performance.now() > end) break;
    if (snapshot.known(asked)) continue;
    tried++;
    if (await warmOne(snapshot, asked, before?.known(asked))) warmed++;
    await turn();
  }
  return warmed;
}

async function warmOne(
  snapshot: Snapshot,
  { source, grants }: Asked,
  before: PreparedOperation | undefined,
): Promise<boolean> {
  if (validate(snapshot.schema, source.document, undefined, { maxErrors: 1 }).length > 0) return false;
  try {
    const prepared = await snapshot.prepare(source, undefined, grants);
    await turn();
    await prepared.compileAhead(before);
    return true;
  } catch {
    return false;
  }
}
