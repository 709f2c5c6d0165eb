import { type Bucket, type BucketSize, type Clock, LocalBucket } from './bucket.ts';
import type { Lease, LeaseStore } from './lease-store.ts';

/** How much of a bucket all instances together may have taken in advance. */
const LEASED = 0.005;
/** Longest that nothing is asked for where nothing was left, in milliseconds. */
const LONGEST_PAUSE = 100;

/** Somebody who waits for an amount. */
interface Waiting {
  readonly amount: number;
  readonly served: (taken: boolean) => void;
}

/**
 * A bucket that several instances share. Each takes small slices in advance, so that few requests wait for the store; what all have taken and not
 * spent is a half percent of the bucket at most. Where the store can't be reached, each has its share of the bucket for itself.
 */
export class SharedBucket implements Bucket {
  readonly capacity: number;
  readonly rate: number;
  readonly #key: string;
  readonly #store: LeaseStore;
  readonly #clock: Clock;
  /** What was taken in advance; negative where more was spent. */
  #credit = 0;
  #level: number;
  #levelAt: number;
  #waiting: Waiting[] = [];
  #isAsking = false;
  #emptyUntil = Number.NEGATIVE_INFINITY;
  /** While the store can't be reached. */
  #share: LocalBucket | undefined;
  /** When anything was last taken. */
  #usedAt: number;

  constructor(key: string, { capacity, rate }: BucketSize, store: LeaseStore, clock: Clock = () => performance.now()) {
    this.#key = key;
    this.capacity = capacity;
    this.rate = rate;
    this.#store = store;
    this.#clock = clock;
    this.#level = capacity;
    this.#levelAt = clock();
    this.#usedAt = clock();
  }

  take(amount: number): boolean | Promise<boolean> {
    const share = this.#ownShare();
    if (share) return share.take(amount);
    this.#usedAt = this.#clock();
    if (this.#waiting.length === 0 && this.#credit >= amount) {
      this.#credit -= amount;
      if (this.#credit < this.#slice / 2) this.#ask();
      return true;
    }
    if (this.#usedAt < this.#emptyUntil) return false;
    return new Promise((served) => {
      this.#waiting.push({ amount, served });
      this.#ask();
    });
  }

  give(amount: number): void {
    const share = this.#ownShare();
    if (share) share.give(amount);
    else this.#credit += amount;
  }

  available(): number {
    const share = this.#ownShare();
    if (share) return share.available();
    return Math.min(this.capacity, this.#levelNow()) + this.#credit;
  }

  /** Gives back what was taken in advance and is not needed. @param idle milliseconds after which nothing is */
  tidy(idle: number): void {
    if (this.#isAsking || this.#share || this.#credit === 0) return;
    const kept = this.#clock() - this.#usedAt > idle ? 0 : this.#slice;
    if (this.#credit > kept || this.#credit < 0) this.#ask(kept);
  }

  /** What is taken in advance. */
  get #slice(): number {
    return (this.capacity * LEASED) / Math.max(1, this.#store.instances);
  }

  #levelNow(): number {
    return this.#level + ((this.#clock() - this.#levelAt) * this.rate) / 1000;
  }

  /** @param kept what is kept of what was taken in advance */
  #ask(kept = Number.POSITIVE_INFINITY): void {
    const pausing = this.#waiting.length === 0 && kept > this.#credit && this.#clock() < this.#emptyUntil;
    if (this.#isAsking || pausing) return;
    this.#isAsking = true;
    const returned = Math.min(0, this.#credit) + Math.max(0, this.#credit - kept);
    this.#credit -= returned;
    const wanted = this.#waiting.reduce((sum, { amount }) => sum + amount, 0);
    const isReturning = kept !== Number.POSITIVE_INFINITY && wanted === 0;
    const most = isReturning ? 0 : Math.max(0, wanted + this.#slice - this.#credit);
    const least = Math.max(0, (this.#waiting[0]?.amount ?? 0) - this.#credit);
    const asked = this.#waiting.length;
    this.#store
      .exchange(this.#key, this, { returned, least, most })
      .then((lease) => this.#serve(lease, least, asked))
      .catch(() => {
        this.#credit += returned;
        this.#serveFromShare();
      });
  }

  /** @param asked how many had been waiting when it was asked for */
  #serve({ granted, level }: Lease, least: number, asked: number): void {
    this.#isAsking = false;
    this.#credit += granted;
    this.#level = level;
    this.#levelAt = this.#clock();
    if (granted < least || (least === 0 && granted === 0)) {
      const pause = Math.min(LONGEST_PAUSE, ((least - level) / this.rate) * 1000);
      this.#emptyUntil = this.#levelAt + Math.max(1, pause);
    }
    for (let index = 0; index < asked; index++) {
      const next = this.#waiting.shift();
      const isThere = next !== undefined && this.#credit >= next.amount;
      if (isThere) this.#credit -= next.amount;
      next?.served(isThere);
    }
    if (this.#waiting.length > 0) this.#ask();
  }

  #serveFromShare(): void {
    this.#isAsking = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { amount, served } of waiting) served(this.#ownShare()?.take(amount) ?? false);
  }

  /** This instance's share of the bucket, while the store can't be reached. */
  #ownShare(): LocalBucket | undefined {
    if (this.#store.isShared) {
      this.#share = undefined;
      return undefined;
    }
    if (!this.#share) {
      const among = Math.max(1, this.#store.instances);
      const size = { capacity: this.capacity / among, rate: this.rate / among };
      const left = Math.min(size.capacity, (Math.min(this.capacity, this.#levelNow()) + this.#credit) / among);
      this.#credit = 0;
      this.#share = new LocalBucket(size, this.#clock, left);
    }
    return this.#share;
  }
}
