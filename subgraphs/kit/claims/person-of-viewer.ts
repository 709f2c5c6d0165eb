import { createHmac } from 'node:crypto';
import type { Claims } from './claims.ts';

/**
 * The person of a viewer whose token the gateway verified, as all platforms that share the key name them in events: HMAC-SHA-256 of who the
 * viewer is.
 * @param key the setting `…_PERSON_KEY`; undefined where the platforms share none
 * @returns 64 hexadecimal digits; null where nobody is known
 */
export function personOfViewer({ kind, subject }: Claims, key: string | undefined): string | null {
  if (kind !== 'viewer' || subject === undefined || key === undefined) return null;
  return createHmac('sha256', key).update(subject).digest('hex');
}
