import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';
import { Unidentified } from '../clients/unidentified.ts';
import { errors } from '../errors.ts';
import { refusal } from './http.ts';
import type { Identifying } from './identify.ts';

/** The scope that metrics need outside development mode: they name clients. */
const SCOPE = 'gateway:metrics';

/** Prometheus reads /metrics. */
export function metricsDoor(app: FastifyInstance, registry: Registry, identifying: Identifying): void {
  app.get('/metrics', { ...identifying, logLevel: 'warn' }, async (request, reply) => {
    const { authenticated, scopes } = request.caller.client.grants;
    if (!authenticated) throw new Unidentified('UNAUTHENTICATED');
    if (scopes !== 'all' && !scopes.has(SCOPE)) {
      const message = `Metrics need the scope ${SCOPE}.`;
      return reply.code(errors.CLIENT_FORBIDDEN.status).send(refusal('CLIENT_FORBIDDEN', message, request.id));
    }
    reply.type(registry.contentType);
    return registry.metrics();
  });
}
