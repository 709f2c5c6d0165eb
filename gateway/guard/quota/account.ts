import type { Quota } from '../../clients/quota.ts';
import type { Bucket, BucketSize } from './bucket.ts';

/** What one client, viewer, address or all anonymous callers together may still ask for. */
export interface Account {
  /** Stands before the names of its policies; empty for the caller's own. */
  readonly prefix: string;
  readonly requests: Bucket | undefined;
  readonly cost: Bucket | undefined;
}

/** Makes the bucket of a key; buckets of one key are one, wherever they are made. */
export type OpenBucket = (key: string, size: BucketSize) => Bucket;

/** Seconds of which a cost is told. */
const COST_WINDOW = 60;

/** Opens an account. @param key tells it from others */
export function openAccount(key: string, prefix: string, quota: Quota, open: OpenBucket): Account {
  const { costPerMinute: cost, requestsPerSecond: requests, burst } = quota;
  return {
    prefix,
    requests:
      requests === undefined ? undefined : open(`requests:${key}`, { capacity: burst ?? 2 * requests, rate: requests }),
    cost: cost === undefined ? undefined : open(`cost:${key}`, { capacity: cost, rate: cost / COST_WINDOW }),
  };
}

/** Whether nothing is missing in an account: then a new one is the same. */
export function isUntouched({ requests, cost }: Account): boolean {
  return isFull(requests) && isFull(cost);
}

function isFull(bucket: Bucket | undefined): boolean {
  return !bucket || bucket.available() >= bucket.capacity;
}
