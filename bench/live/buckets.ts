/** A histogram: how many were at most so long, in seconds, the last without end. */
export type Buckets = readonly { readonly upTo: number; readonly count: number }[];

/** Reads one of a server's histograms. @param url the server's origin */
export async function bucketsOf(url: string, name: string): Promise<Buckets> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const lines = text.matchAll(new RegExp(`^${name}_bucket\\{le="([^"]+)"\\} (\\S+)`, 'gm'));
  return [...lines].map(([, upTo, count]) => ({
    upTo: upTo === '+Inf' ? Infinity : Number(upTo),
    count: Number(count),
  }));
}

/** What a share of all is at most, in seconds, as if those of a bucket were spread evenly over it. */
export function bucketQuantile(buckets: Buckets, share: number): number {
  const rank = share * (buckets.at(-1)?.count ?? 0);
  let below = { upTo: 0, count: 0 };
  for (const bucket of buckets) {
    if (bucket.count >= rank && Number.isFinite(bucket.upTo)) {
      const inside = bucket.count - below.count;
      return below.upTo + (inside > 0 ? (rank - below.count) / inside : 0) * (bucket.upTo - below.upTo);
    }
    below = bucket;
  }
  return below.upTo;
}
