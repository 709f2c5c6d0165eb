import type { Charge } from '../guard/charge.ts';
import type { Account } from '../guard/quota/account.ts';
import type { Bucket } from '../guard/quota/bucket.ts';
import type { DoorReply } from './door-exchange.ts';

/** Texts that say how an account is bounded, which never changes. */
const policies = new WeakMap<Account, string>();

/**
 * Tells a client how much it may ask for, and how much of that is left.
 * Source: https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-ratelimit-headers-11
 */
export function writeQuota(reply: DoorReply, { accounts, retryAfter }: Charge): void {
  const [only] = accounts;
  if (!only) return;
  reply.header('ratelimit-policy', accounts.length === 1 ? policyOf(only) : accounts.map(policyOf).join(', '));
  let limits = '';
  for (const account of accounts) {
    limits += limitOf(account.prefix, 'cost', account.cost, retryAfter);
    limits += limitOf(account.prefix, 'requests', account.requests, retryAfter);
  }
  reply.header('ratelimit', limits.slice(2));
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
}

function policyOf(account: Account): string {
  let text = policies.get(account);
  if (text === undefined) {
    const { prefix, cost, requests } = account;
    text = [policyText(`${prefix}cost`, 'cost', cost), policyText(`${prefix}requests`, 'requests', requests)]
      .filter((each) => each !== '')
      .join(', ');
    policies.set(account, text);
  }
  return text;
}

function policyText(name: string, unit: string, bucket: Bucket | undefined): string {
  if (!bucket) return '';
  const window = Math.max(1, Math.ceil(bucket.capacity / bucket.rate));
  return `"${name}";q=${bucket.capacity};w=${window};qu="${unit}"`;
}

/** What is left, and in how many seconds all is there again; for who was refused, when it is worth asking: no later than `retry-after`. */
function limitOf(prefix: string, name: string, bucket: Bucket | undefined, retryAfter: number | undefined): string {
  if (!bucket) return '';
  const left = bucket.available();
  const full = Math.ceil((bucket.capacity - left) / bucket.rate);
  return `, "${prefix}${name}";r=${Math.max(0, Math.floor(left))};t=${Math.min(full, retryAfter ?? full)}`;
}
