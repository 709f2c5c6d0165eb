import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';

/** Prometheus reads /metrics. */
export function metricsDoor(app: FastifyInstance, registry: Registry): void {
  app.get('/metrics', { logLevel: 'warn' }, async (_request, reply) => {
    reply.type(registry.contentType);
    return registry.metrics();
  });
}
