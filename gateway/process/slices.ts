import { setImmediate as turn } from 'node:timers/promises';

/** Work that may be interrupted wherever it yields. */
export type Sliced<T> = Generator<void, T, void>;

/** How long work goes on before others get a turn of the loop, in milliseconds. */
const SLICE = 3;

/** How long work may be in whose turn others may go on, in milliseconds. */
const SHORT = 0.5;

/**
 * Does work to its end; long work takes several turns of the loop. It begins in a turn of its own, and what is done with its result
 * has one too where the work was long: what comes before and after may be long as well.
 */
export async function inSlices<T>(work: Sliced<T>): Promise<T> {
  for (;;) {
    await turn();
    const start = performance.now();
    for (;;) {
      const { done, value } = work.next();
      const spent = performance.now() - start;
      if (done) {
        if (spent > SHORT) await turn();
        return value;
      }
      if (spent >= SLICE) break;
    }
  }
}

/** Does work to its end in this turn of the loop, however long it takes. */
export function atOnce<T>(work: Sliced<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
