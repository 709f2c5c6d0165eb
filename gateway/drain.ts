import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Log } from './telemetry/log.ts';

/** How long draining takes; milliseconds. */
interface DrainTimes {
  readonly drainGrace: number;
  readonly drainTimeout: number;
}

/** Whether a server is on its way out. */
export interface DrainState {
  draining: boolean;
}

/**
 * Stops a server without dropping a request: first it says that it is not ready, and asks clients with each answer to leave their
 * connection, while it still serves whoever comes; then it takes no more connections, and answers what is under way.
 * @param state what readiness and the `connection` header are told by
 */
export async function drain(
  app: FastifyInstance,
  state: DrainState,
  { drainGrace, drainTimeout }: DrainTimes,
  log: Log,
): Promise<void> {
  log.info({ drainGrace, drainTimeout }, 'draining');
  state.draining = true;
  await sleep(drainGrace);
  const cut = setTimeout(() => {
    log.warn('requests are still under way after the time to drain: cutting them off');
    app.server.closeAllConnections();
  }, drainTimeout);
  await app.close();
  clearTimeout(cut);
  log.info('drained');
}
