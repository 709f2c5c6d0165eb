import type { BucketSize } from './bucket.ts';

/** What an instance gives back of a shared bucket, and what it would have of it. */
export interface LeaseWish {
  /** Negative for what it spent beyond what it had. */
  readonly returned: number;
  /** Less than that is of no use. */
  readonly least: number;
  readonly most: number;
}

/** What it got. */
export interface Lease {
  readonly granted: number;
  /** What the bucket still holds. */
  readonly level: number;
}

/** Where buckets are that several instances share. */
export interface LeaseStore {
  /** Whether it can be reached; until it can be again, each instance goes on with its share. */
  readonly isShared: boolean;
  /** How many instances were last seen, this one among them. */
  readonly instances: number;
  /** @throws (the promise) where it can't be reached, which `isShared` says from then on */
  exchange(key: string, size: BucketSize, wish: LeaseWish): Promise<Lease>;
}
