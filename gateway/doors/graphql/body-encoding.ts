import type { FastifyRequest } from 'fastify';

/** The body came compressed. */
class BodyEncoded extends Error {
  readonly statusCode = 415;
  constructor() {
    super('Bodies with a content-encoding are not read: send it as it is.');
  }
}

/** @throws {BodyEncoded} where the body is not sent as it is */
export function refuseEncodedBody({ headers }: FastifyRequest): void {
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') throw new BodyEncoded();
}
