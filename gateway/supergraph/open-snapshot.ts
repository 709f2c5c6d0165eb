import { GraphQLError } from 'graphql';
import { Mendable } from '../mendable.ts';
import type { Planning } from '../planning/planning.ts';
import { PlanningThread, type ThreadOptions } from '../planning/planning-thread.ts';
import { Snapshot, type SnapshotOptions } from './snapshot.ts';

/** The text is no supergraph, or one with features that nobody here knows. */
class SupergraphInvalid extends Mendable {
  constructor(origin: string, cause: GraphQLError) {
    super(`The supergraph ${origin} can’t be read: ${cause.message}`, { cause });
  }
}

/** What a snapshot is opened with. */
export interface OpenOptions extends SnapshotOptions {
  /** The same planning, watched from outside. */
  readonly observe?: (planning: Planning) => Planning;
}

/**
 * Opens a supergraph: its operations are planned in a thread of their own.
 * @param origin where it comes from, for messages
 * @throws {Mendable} when it is not valid
 */
export async function openSnapshot(
  { sdl, origin }: { readonly sdl: string; readonly origin: string },
  planning: ThreadOptions,
  { observe = (given) => given, ...options }: OpenOptions,
): Promise<Snapshot> {
  try {
    return new Snapshot(sdl, observe(await PlanningThread.open(sdl, planning)), options);
  } catch (error) {
    throw error instanceof GraphQLError ? new SupergraphInvalid(origin, error) : error;
  }
}
