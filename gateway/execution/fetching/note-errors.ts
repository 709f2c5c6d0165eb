import type { FetchStep } from '../../planning/plan-steps.ts';
import type { AnswerError, Path } from '../answer-errors.ts';
import type { Run } from '../run.ts';
import { reportedError } from './fetch-errors.ts';

/** Where in the answer a reported error belongs. */
interface ErrorPlace {
  /** Of an entity, every place where it stands. */
  readonly paths: readonly Path[];
  /** The rest of the way, the same for each of them. */
  readonly below: Path;
  /** Whether the entity as a whole is meant. */
  readonly isEntity: boolean;
}

/** The most errors of one answer that are noted one by one; one of an entity counts for each place where that stands. */
const MOST = 1000;

/**
 * Notes what a subgraph reported in its answer to one fetch. Of very many errors, or of some of an entity that stands at very many places, the
 * rest is noted as one.
 * @param placeOf gives undefined for an error of which the subgraph did not say where it belongs
 */
export function noteErrors(
  run: Run,
  { id, subgraph }: FetchStep,
  errors: readonly unknown[],
  placeOf: (reported: unknown) => ErrorPlace | undefined,
): void {
  let room = MOST;
  for (const [at, reported] of errors.entries()) {
    const place = room > 0 ? placeOf(reported) : undefined;
    const needed = place?.paths.length ?? 1;
    if (place) noteAt(run, id, { ...place, paths: place.paths.slice(0, room) }, reportedError(reported, subgraph));
    else if (room > 0) run.fail(id, reportedError(reported, subgraph));
    if (needed > room) {
      run.leaveOut(id, { ...reportedError(undefined, subgraph), count: errors.length - at });
      return;
    }
    room -= needed;
  }
}

function noteAt(run: Run, fetch: number, { paths, below, isEntity }: ErrorPlace, error: AnswerError): void {
  for (const path of paths) {
    if (isEntity) run.failEntity(fetch, path, error);
    else run.report(fetch, { ...error, path: [...path, ...below] });
  }
}
