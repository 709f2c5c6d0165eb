import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { personOfViewer } from '../kit/claims/person-of-viewer.ts';

/**
 * The person whom the gateway serves: of a verified viewer the one that the connected platforms know, where they share a key; of who else says who
 * it is (`x-redcat-viewer`) a hash of that, since only a hash is kept.
 * @param key `CONTENT_PERSON_KEY`
 * @returns 32 bytes; null where nobody is known
 */
export function personOf({ claims, headers }: FastifyRequest, key: string | undefined): Uint8Array | null {
  const shared = personOfViewer(claims, key);
  if (shared !== null) return Buffer.from(shared, 'hex');
  const viewer = headers['x-redcat-viewer'];
  return typeof viewer === 'string' && viewer !== '' ? createHash('sha256').update(viewer).digest() : null;
}
