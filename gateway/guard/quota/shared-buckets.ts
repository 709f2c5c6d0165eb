import type { Bucket, BucketSize } from './bucket.ts';
import type { LeaseStore } from './lease-store.ts';
import { SharedBucket } from './shared-bucket.ts';

/** How often it is looked for what was taken in advance and is not needed, and after what time it is not, in milliseconds. */
const TIDY = 500;

/** A store that ends. */
interface OpenLeaseStore extends LeaseStore {
  close(): Promise<void>;
}

/** The buckets of this instance that others share. */
export class SharedBuckets {
  readonly #store: OpenLeaseStore;
  /** Those that somebody may still hold. */
  readonly #buckets = new Set<WeakRef<SharedBucket>>();
  readonly #timer: NodeJS.Timeout;

  constructor(store: OpenLeaseStore) {
    this.#store = store;
    this.#timer = setInterval(() => this.#tidy(), TIDY);
    this.#timer.unref();
  }

  /** Whether they are shared now. */
  get isShared(): boolean {
    return this.#store.isShared;
  }

  open(key: string, size: BucketSize): Bucket {
    const bucket = new SharedBucket(key, size, this.#store);
    this.#buckets.add(new WeakRef(bucket));
    return bucket;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#store.close();
  }

  #tidy(): void {
    for (const reference of this.#buckets) {
      const bucket = reference.deref();
      if (bucket) bucket.tidy(TIDY);
      else this.#buckets.delete(reference);
    }
  }
}
