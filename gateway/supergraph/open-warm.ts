import type { PrepareRegistered } from '../operations/operations-in-service.ts';
import type { ThreadsOptions } from '../planning/threads/planning-threads.ts';
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
  readonly registered: PrepareRegistered;
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
 * Opens a supergraph, prepares the registered operations, and plans ahead what else is likely to be asked.
 * @returns undefined where nobody wants it any more: it is closed then
 * @throws {Mendable} where it is not valid, or breaks a registered operation that the one before could answer
 */
export async function openWarm(
  { sdl, origin, before, registered, signal }: OpenWarmInput,
  { planning, snapshot: options, warm: limits }: OpenWarmOptions,
): Promise<WarmSnapshot | undefined> {
  const snapshot = await openSnapshot({ sdl, origin }, planning, options);
  try {
    const prepared = await registered.prepare(snapshot, before, signal);
    const warmed = prepared + (await warm(snapshot, { before, limits, signal }));
    if (!signal.aborted) return { snapshot, warmed };
  } catch (error) {
    await snapshot.close();
    throw error;
  }
  await snapshot.close();
  return undefined;
}
