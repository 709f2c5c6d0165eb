/** How a bucket fills. */
export interface BucketSize {
  /** What it holds when it is full. */
  readonly capacity: number;
  /** What comes into it, per second. */
  readonly rate: number;
}

/** What somebody may spend: it fills at a steady rate, and holds so much at most. */
export interface Bucket extends BucketSize {
  /** Takes so much, or nothing. @returns whether it was taken: at once where that can be said at once */
  take(amount: number): boolean | Promise<boolean>;
  /** Gives back what was not spent; what was spent beyond what was taken is negative, and may leave a debt. */
  give(amount: number): void;
  /** What is there, as far as is known here; negative where more was spent. */
  available(): number;
}

/** Milliseconds, from any beginning. */
export type Clock = () => number;

/** A bucket of this process alone. */
export class LocalBucket implements Bucket {
  readonly capacity: number;
  readonly rate: number;
  readonly #clock: Clock;
  #level: number;
  #at: number;

  /** @param level what it holds at first; by default it is full */
  constructor({ capacity, rate }: BucketSize, clock: Clock = () => performance.now(), level = capacity) {
    this.capacity = capacity;
    this.rate = rate;
    this.#clock = clock;
    this.#level = level;
    this.#at = clock();
  }

  take(amount: number): boolean {
    const level = this.available();
    if (level < amount) return false;
    this.#level = level - amount;
    return true;
  }

  give(amount: number): void {
    this.#level = Math.min(this.capacity, this.available() + amount);
  }

  available(): number {
    const now = this.#clock();
    this.#level = Math.min(this.capacity, this.#level + ((now - this.#at) * this.rate) / 1000);
    this.#at = now;
    return this.#level;
  }
}

/** Seconds until a bucket holds so much, at least 1. */
export function secondsUntil({ rate }: BucketSize, missing: number): number {
  return Math.max(1, Math.ceil(missing / rate));
}
