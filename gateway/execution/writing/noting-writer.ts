import { deferredSite, type PlacedObjects, type Scope } from '../deferring/deferred-site.ts';
import { pathOf } from '../places/where.ts';
import type { Run } from '../run.ts';
import type { Selections } from '../selected-fields.ts';
import type { WriteFrame } from './complete.ts';

/**
 * The writer of objects, where what is found to be deferred is noted.
 * @param scope what `write` writes
 */
export function notingWriter(
  selections: Selections,
  object: PlacedObjects,
  scope: Scope,
  write: WriteFrame,
): WriteFrame {
  if (!selections.defers) return write;
  const { where } = object;
  const pathIn = ({ indices }: Run) => (where ? pathOf(where, indices) : []);
  if (scope.again)
    return (run, frame, row) => (run.deferral?.isNulled(pathIn(run)) ? undefined : write(run, frame, row));
  const site = deferredSite(selections, object, scope.key);
  if (!site) return write;
  const depth = where?.depth ?? 0;
  return (run, frame, row) => {
    run.deferral?.find({ site, indices: run.indices.slice(0, depth), path: pathIn(run) });
    return write(run, frame, row);
  };
}
