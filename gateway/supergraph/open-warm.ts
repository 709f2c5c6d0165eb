import type { RegisteredOperation } from '../operations/registered-operation.ts';
import type { ThreadsOptions } from '../planning/planning-threads.ts';
import { inSlices, type Sliced } from '../slices.ts';
import type { Log } from '../telemetry/log.ts';
import { type OpenOptions, openSnapshot } from './open-snapshot.ts';
import type { Snapshot } from './snapshot.ts';
import { type WarmLimits, warm } from './warm.ts';

/** How a supergraph is opened and warmed. */
export interface OpenWarmOptions {
  readonly planning: ThreadsOptions;
  readonly snapshot: OpenOptions;
  readonly warm: WarmLimits;
}

/** What is opened, and for whom. */
export interface OpenWarmInput {
  readonly sdl: string;
  /** Where it comes from, for messages. */
  readonly origin: string;
  /** The snapshot that it will replace. */
  readonly before: Snapshot | undefined;
  /** Finds the registered operations that a snapshot's schema can answer. */
  readonly registered: (schema: Snapshot['schema']) => Sliced<readonly RegisteredOperation[]>;
  readonly log: Log;
  /** Fires when nobody wants the snapshot any more. */
  readonly signal: AbortSignal;
}

/** A snapshot that may be served. */
export interface WarmSnapshot {
  readonly snapshot: Snapshot;
  /** How many operations were planned ahead. */
  readonly warmed: number;
}

/**
 * Opens a supergraph and plans ahead what is likely to be asked. Registered operations that the one before could answer and this one
 * can't are named in the log.
 * @returns undefined where nobody wants it any more: it is closed then
 * @throws {Mendable} where it is not valid
 */
export async function openWarm(
  { sdl, origin, before, registered, log, signal }: OpenWarmInput,
  { planning, snapshot: options, warm: limits }: OpenWarmOptions,
): Promise<WarmSnapshot | undefined> {
  const snapshot = await openSnapshot({ sdl, origin }, planning, options);
  try {
    const usable = await inSlices(registered(snapshot.schema));
    const usableBefore = before ? await inSlices(registered(before.schema)) : usable;
    for (const operation of usableBefore) {
      if (usable.includes(operation)) continue;
      const { name, version, owner } = operation;
      log.warn({ operation: name, version, owner }, 'a registered operation is not valid on the new supergraph');
    }
    const warmed = await warm(snapshot, { stored: usable, before, limits, signal });
    if (!signal.aborted) return { snapshot, warmed };
  } catch (error) {
    await snapshot.close();
    throw error;
  }
  await snapshot.close();
  return undefined;
}
