import { isData } from './data.ts';
import type { Demand } from './demand.ts';
import { alignLists, childReaders, type Frame, itemValues, Layout, leading, rootFrame } from './frames.ts';
import type { Placement, Position } from './positions.ts';
import type { Run } from './run.ts';

/**
 * Gives an object the number under which it is asked for; -1 to leave it out.
 * @param ancestors the frames of the objects on the way to it, the whole answer first, its own last
 */
export type Visit = (run: Run, frame: Frame, ancestors: readonly Frame[]) => number;

/** Visits every object at a placement; gives their numbers, nested in arrays as the lists on the way are. */
export type Walk = (run: Run, visit: Visit) => unknown;

type Step = (run: Run, frame: Frame, ancestors: Frame[], visit: Visit) => unknown;

/**
 * Compiles the walk to a placement's objects. Lists are walked, nested ones too; nulls are skipped.
 * @param demand what the visit reads at the placement's position; complete
 */
export function compileWalk(placement: Placement, demand: Demand): Walk {
  const chain: Position[] = [];
  for (let position: Position | undefined = placement.position; position; position = position.parent) {
    chain.unshift(position);
  }
  const layouts = chain.map((position) => new Layout(position, demand));
  let step: Step = (run, frame, ancestors, visit) => visit(run, frame, ancestors);
  for (let depth = layouts.length - 1; depth > 0; depth--) {
    const [parent, child] = [layouts[depth - 1], layouts[depth]];
    if (parent && child) step = descend(parent, demand, child, depth, step);
  }
  const [root] = layouts;
  if (!root) throw new Error('A placement has a position');
  const start = rootFrame(root);
  return (run, visit) => {
    const frame = start(run);
    return step(run, frame, [frame], visit);
  };
}

function descend(parent: Layout, demand: Demand, child: Layout, depth: number, next: Step): Step {
  const readers = childReaders(parent, demand, child);
  const [read] = readers;
  if (child.direct && read) {
    const spread = spreadValue(depth, next);
    return (run, frame, ancestors, visit) => spread(run, read(frame), ancestors, visit);
  }
  const spread = spreadValues(child, depth, next);
  return (run, frame, ancestors, visit) => {
    const values: unknown[] = new Array(readers.length);
    for (let slot = 0; slot < readers.length; slot++) values[slot] = readers[slot]?.(frame);
    return spread(run, values, ancestors, visit);
  };
}

/** Goes through the lists, if any, to the objects of a position that one provider has. */
function spreadValue(depth: number, next: Step) {
  const spread = (run: Run, value: unknown, ancestors: Frame[], visit: Visit): unknown => {
    if (Array.isArray(value)) {
      const numbers: unknown[] = new Array(value.length);
      for (let index = 0; index < value.length; index++) numbers[index] = spread(run, value[index], ancestors, visit);
      return numbers;
    }
    if (!isData(value)) return undefined;
    ancestors[depth] = value;
    return next(run, value, ancestors, visit);
  };
  return spread;
}

/** The same where several providers have the objects. */
function spreadValues(child: Layout, depth: number, next: Step) {
  const spread = (run: Run, values: unknown[], ancestors: Frame[], visit: Visit): unknown => {
    const first = leading(values);
    if (first === undefined) return undefined;
    if (Array.isArray(first)) {
      const { length } = first;
      const lists = alignLists(values, length);
      const numbers: unknown[] = new Array(length);
      for (let index = 0; index < length; index++) {
        numbers[index] = spread(run, itemValues(lists, index), ancestors, visit);
      }
      return numbers;
    }
    const frame = child.finish(run, values);
    ancestors[depth] = frame;
    return next(run, frame, ancestors, visit);
  };
  return spread;
}
