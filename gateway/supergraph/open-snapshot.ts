import { GraphQLError } from 'graphql';
import { Mendable } from '../errors/mendable.ts';
import type { Planning } from '../planning/planning.ts';
import { readSupergraph } from '../planning/read-supergraph.ts';
import { PlanningThreads, type ThreadsOptions } from '../planning/threads/planning-threads.ts';
import { inSlices } from '../process/slices.ts';
import { Snapshot, type SnapshotOptions } from './snapshot.ts';

/** The text is no supergraph, one with features that nobody here knows, or too large to be opened. */
class SupergraphInvalid extends Mendable {
  constructor(origin: string, cause: Error) {
    const tooLarge = isOutOfMemory(cause);
    const why = tooLarge ? 'planning on it needs more memory than GATEWAY_PLANNING_MEMORY_MB allows' : cause.message;
    super(`The supergraph ${origin} can’t be read: ${why}`, { cause });
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
  planning: ThreadsOptions,
  { observe = (given) => given, ...options }: OpenOptions,
): Promise<Snapshot> {
  const opened = await PlanningThreads.open(sdl, planning).catch((error: Error) => {
    throw error instanceof GraphQLError || isOutOfMemory(error) ? new SupergraphInvalid(origin, error) : error;
  });
  const read = await inSlices(readSupergraph(sdl, opened.description.apiSdl));
  return new Snapshot(sdl, observe(opened), options, read);
}

function isOutOfMemory(error: Error & { readonly code?: unknown }): boolean {
  return error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
