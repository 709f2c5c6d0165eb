import type { FastifyInstance } from 'fastify';

/**
 * The public keys by which subgraphs check what they are told of callers. https://www.rfc-editor.org/rfc/rfc7517#section-5
 * @param keys as JWKs
 */
export function claimsKeysDoor(app: FastifyInstance, keys: readonly Readonly<Record<string, string>>[]): void {
  app.get('/.well-known/jwks.json', { logLevel: 'warn' }, async (_request, reply) => {
    reply.header('cache-control', 'public, max-age=60');
    return { keys };
  });
}
