import { constants, type NodeGCPerformanceDetail, type PerformanceEntry, PerformanceObserver } from 'node:perf_hooks';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { GrowthJudge } from './growth-judge.ts';

/** What V8 may multiply the young generation's size by, where it is to grow and where it is not. */
const GROW = '--semi-space-growth-factor=2';
const STAY = '--semi-space-growth-factor=1';

/**
 * Where V8 sees that most objects of one place in the code outlive a collection, it puts them into the old generation from then on. What a
 * request needs lives as long as the request: under load that is longer than a collection or not, by chance. Once judged so, all
 * that is left of answered requests waits for a full collection, and keeps young objects alive with it.
 */
const NO_PRETENURING = '--no-allocation-site-pretenuring';

/**
 * Has V8's young generation grow as far as collecting it takes noticeable time, and no further: by itself V8 lets it grow to its full
 * 128 MB under any load. To be called once, before the code that it is for has run.
 */
export function fitYoungGeneration(): void {
  setFlagsFromString(NO_PRETENURING);
  const judge = new GrowthJudge(performance.now());
  let flag = GROW;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (kindOf(entry) === constants.NODE_PERFORMANCE_GC_MINOR) judge.collected(entry.duration, performance.now());
    }
    const wanted = judge.mayGrow(youngGenerationSize()) ? GROW : STAY;
    if (wanted === flag) return;
    flag = wanted;
    setFlagsFromString(flag);
  }).observe({ entryTypes: ['gc'] });
}

/** Which kind of collection it was. https://nodejs.org/api/perf_hooks.html#performanceentrydetail */
function kindOf(entry: PerformanceEntry): unknown {
  return 'detail' in entry ? (entry.detail as NodeGCPerformanceDetail).kind : undefined;
}

/** Bytes, both halves. */
function youngGenerationSize(): number {
  return getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')?.space_size ?? 0;
}
