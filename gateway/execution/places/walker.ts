import type { Run } from '../run.ts';
import type { Frame, Layout } from './frames.ts';
import { compileRows } from './make-rows.ts';

/** Gives an object the number under which it is asked for; -1 to leave it out. */
export type Visit = (run: Run, frame: Frame, row: number) => number;

/** Visits every object at a placement; gives their numbers by row. */
export type Walk = (run: Run, visit: Visit) => number[];

/**
 * Compiles the walk over a placement's objects. Lists are walked, nested ones too; nulls are skipped.
 * @param layout of the frames that the visit reads
 */
export function compileWalk(layout: Layout): Walk {
  const makeRows = compileRows([layout.position]);
  return (run, visit) => {
    makeRows(run);
    const count = run.rows[layout.position.id]?.count ?? 0;
    const numbers: number[] = new Array(count);
    for (let row = 0; row < count; row++) numbers[row] = visit(run, layout.atRow(run, row), row);
    return numbers;
  };
}
