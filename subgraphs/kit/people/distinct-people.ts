import { HyperLogLog } from './hyper-log-log.ts';

/** Up to here persons are counted one by one. */
export const MOST_EXACT = 100_000;

/** Two halves of an evenly spread hash of each person, by the persons' numbers. */
export interface PersonHashes {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
}

/**
 * A group of persons, who are known by small numbers and come in their order: exact below 100,000, and from there on estimated, in memory
 * that grows no more.
 */
export class DistinctPeople {
  #members: number[] | undefined = [];
  #last = -1;
  #estimate: HyperLogLog | undefined;
  readonly #hashes: PersonHashes;

  constructor(hashes: PersonHashes) {
    this.#hashes = hashes;
  }

  /** @param person not before the one added last */
  add(person: number): void {
    if (person === this.#last) return;
    this.#last = person;
    if (this.#members === undefined) {
      this.#estimateWith(person);
      return;
    }
    this.#members.push(person);
    if (this.#members.length < MOST_EXACT) return;
    for (const member of this.#members) this.#estimateWith(member);
    this.#members = undefined;
  }

  /** Who they are, in order; undefined where they are too many to be known one by one. */
  get members(): readonly number[] | undefined {
    return this.#members;
  }

  /** How many they are. */
  get size(): number {
    return this.#members?.length ?? this.#estimate?.estimate() ?? 0;
  }

  #estimateWith(person: number): void {
    this.#estimate ??= new HyperLogLog();
    this.#estimate.add(this.#hashes.high[person] ?? 0, this.#hashes.low[person] ?? 0);
  }
}
