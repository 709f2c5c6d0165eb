import { Counter, type CounterConfiguration } from 'prom-client';

/** What is counted under one set of labels. */
export interface Tally {
  inc(): void;
}

/** A counter of what every request adds to. */
export interface TalliedCounter {
  /** To be asked for once for each set of labels, in their order: see `labelled`. */
  labels(...values: string[]): Tally;
}

/** A counter whose metric is told of what was counted when it is read: prom-client looks labels up for each count. */
export function talliedCounter<Label extends string>(
  configuration: Omit<CounterConfiguration<Label>, 'collect'>,
): TalliedCounter {
  const tallies: Counted[] = [];
  const collect = () => {
    for (const tally of tallies) tally.pour();
  };
  const counter = new Counter({ ...configuration, collect });
  return {
    labels(...values) {
      const tally = new Counted(counter.labels(...values));
      tallies.push(tally);
      return tally;
    },
  };
}

class Counted implements Tally {
  readonly #metric: Counter.Internal;
  #count = 0;

  constructor(metric: Counter.Internal) {
    this.#metric = metric;
  }

  inc(): void {
    this.#count++;
  }

  /** Tells the metric what was not told yet. */
  pour(): void {
    if (this.#count > 0) this.#metric.inc(this.#count);
    this.#count = 0;
  }
}
