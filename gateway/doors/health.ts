import type { FastifyInstance } from 'fastify';
import type { ReadinessCheck } from '../subgraphs/readiness.ts';

/** What /readyz asks. */
export interface HealthDoor {
  /** Those that are served now, by the subgraph's name. */
  readonly subgraphs: () => ReadonlyMap<string, ReadinessCheck>;
  readonly isDraining: () => boolean;
  /** How quotas hold over several instances; absent where that is not configured. */
  readonly quotas?: () => string;
}

/**
 * /livez: the process answers. /readyz: it takes requests and every subgraph says that it is ready, else 503; the body names which
 * is not, and how quotas are shared, without which a gateway goes on. `?exclude=<subgraph>` leaves one out, for a load balancer that shall keep the rest of the page alive while one is down.
 */
export function healthDoor(app: FastifyInstance, { subgraphs, isDraining, quotas }: HealthDoor): void {
  app.get('/livez', { logLevel: 'warn' }, async () => ({ status: 'ok' }));
  app.get<{ Querystring: { exclude?: string | string[] } }>('/readyz', { logLevel: 'warn' }, async (request, reply) => {
    const excluded = [request.query.exclude ?? []].flat();
    const asked = [...subgraphs()].filter(([name]) => !excluded.includes(name));
    const answers = await Promise.all(asked.map(async ([name, isReady]) => [name, await isReady()] as const));
    const draining = isDraining();
    const ready = !draining && answers.every(([, is]) => is);
    return reply.code(ready ? 200 : 503).send({
      status: draining ? 'draining' : ready ? 'ready' : 'not ready',
      subgraphs: Object.fromEntries(answers.map(([name, is]) => [name, is ? 'ready' : 'not ready'])),
      ...(quotas && { quotas: quotas() }),
    });
  });
}
