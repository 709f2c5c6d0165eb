import { createHmac } from 'node:crypto';
import type { Claims } from '../../kit/claims/claims.ts';

/**
 * The person who taps, as all platforms that share the key name them in events: HMAC-SHA-256 of who the viewer is.
 * @param key `COMMERCE_PERSON_KEY`; undefined where the platforms share none
 * @returns 64 hexadecimal digits; null where nobody is known
 */
export function personOfTap({ kind, subject }: Claims, key: string | undefined): string | null {
  if (kind !== 'viewer' || subject === undefined || key === undefined) return null;
  return createHmac('sha256', key).update(subject).digest('hex');
}
