import type { FastifyRequest } from 'fastify';
import { refuseEncodedBody } from './graphql/body-encoding.ts';

/** A body that the door does not read. */
class BodyUnread extends Error {
  readonly statusCode = 415;
  constructor() {
    super('POST takes a body of `content-type: application/json`, such as {"id":"note_1"}.');
  }
}

/**
 * Refuses bodies that are not JSON as it is: other types, or none, a foreign web page can send in its visitor's name.
 * @throws {BodyUnread | BodyEncoded}
 */
export function refuseOtherBodies(request: FastifyRequest): void {
  refuseEncodedBody(request);
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) throw new BodyUnread();
}
