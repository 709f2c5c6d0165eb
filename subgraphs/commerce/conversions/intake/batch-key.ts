import { hash } from 'node:crypto';
import type { BatchKey } from '../../store/events/idempotency-keys.ts';

const KEY = /^[\x21-\x7e]{1,200}$/;

/**
 * The name that a client gave to a batch.
 * @param body the batch as it was sent
 * @returns undefined where the key is none: not 1 to 200 visible ASCII characters
 */
export function batchKey(client: string, key: string, body: string | Buffer): BatchKey | undefined {
  if (!KEY.test(key)) return undefined;
  return { client, keyHash: hash('sha256', key, 'hex'), bodyHash: hash('sha256', body, 'hex') };
}
