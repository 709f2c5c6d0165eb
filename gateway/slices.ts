import { setImmediate as turn } from 'node:timers/promises';

/** Work that may be interrupted wherever it yields. */
export type Sliced<T> = Generator<void, T, void>;

/** How long work goes on before others get a turn of the loop, in milliseconds. */
const SLICE = 3;

/** Does work to its end; long work takes several turns of the loop. */
export async function inSlices<T>(work: Sliced<T>): Promise<T> {
  let end = performance.now() + SLICE;
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() < end) continue;
    await turn();
    end = performance.now() + SLICE;
  }
}

/** Does work to its end in this turn of the loop, however long it takes. */
export function atOnce<T>(work: Sliced<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
