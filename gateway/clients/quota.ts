/** How much a client may ask for. */
export interface Quota {
  /** Most cost per minute; as much may be spent at once. */
  readonly costPerMinute: number | undefined;
  /** Most requests per second, on average. */
  readonly requestsPerSecond: number | undefined;
  /** Most requests at once; twice `requestsPerSecond` where nothing is said. */
  readonly burst: number | undefined;
}

const MEMBERS: Readonly<Record<string, keyof Quota>> = {
  cost: 'costPerMinute',
  requests: 'requestsPerSecond',
  burst: 'burst',
};

/** How quotas are written. */
export const QUOTA_FORM =
  'must read like 6000 (cost per minute), or cost=6000,requests=50,burst=100 (requests are per second), or none';

/** Reads a quota; undefined for `none`, null for a text that says none. */
export function quotaFrom(text: string): Quota | undefined | null {
  if (text === 'none') return undefined;
  const read = new Map<keyof Quota, number>();
  for (const part of /^\d+$/.test(text) ? [`cost=${text}`] : text.split(',')) {
    const [, name = '', number = ''] = /^\s*(\w+)=([1-9]\d{0,11})\s*$/.exec(part) ?? [];
    const member = Object.hasOwn(MEMBERS, name) ? MEMBERS[name] : undefined;
    if (!member || read.has(member)) return null;
    read.set(member, Number(number));
  }
  if (read.has('burst') && !read.has('requestsPerSecond')) return null;
  return {
    costPerMinute: read.get('costPerMinute'),
    requestsPerSecond: read.get('requestsPerSecond'),
    burst: read.get('burst'),
  };
}
