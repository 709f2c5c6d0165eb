import type { FastifyInstance } from 'fastify';
import { type Claims, DEVELOPMENT_CLAIMS, NO_CLAIMS } from './claims.ts';
import type { ClaimsReader } from './claims-reader.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the gateway says of who asks. */
    claims: Claims;
  }
  interface FastifyContextConfig {
    /** Whether others than the gateway may ask; the route sees itself who does. */
    forOthers?: boolean;
  }
}

/** What says of a process how it is, and nothing of anybody. */
const OPEN = new Set(['/livez', '/readyz', '/metrics']);

/**
 * Answers the gateway alone, and says on each request who asks it.
 * @param reader undefined in development mode: then everyone is answered, and granted everything
 */
export function requireClaims(app: FastifyInstance, reader: ClaimsReader | undefined): void {
  app.decorateRequest('claims');
  app.addHook('onRequest', (request, _reply, done) => {
    const { url = '', config } = request.routeOptions;
    if (!reader || OPEN.has(url) || config.forOthers) {
      request.claims = DEVELOPMENT_CLAIMS;
      done();
      return;
    }
    // What answers an error reads them as well.
    request.claims = NO_CLAIMS;
    try {
      const claims = reader.read(request.headers);
      if (claims instanceof Promise) {
        claims.then((known) => {
          request.claims = known;
          done();
        }, done);
        return;
      }
      request.claims = claims;
    } catch (error) {
      done(error as Error);
      return;
    }
    done();
  });
}
