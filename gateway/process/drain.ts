import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Log } from '../telemetry/log.ts';

/** How long draining takes; milliseconds. */
interface DrainTimes {
  readonly drainGrace: number;
  readonly drainTimeout: number;
}

/** Stops a server without dropping a request. */
export interface Drain {
  /** Whether the server is on its way out: not ready, and asking clients to leave their connections. */
  readonly isDraining: () => boolean;
  /** Begins to drain, and resolves when the server has closed; called again, it waits for the same end. */
  readonly drain: (app: FastifyInstance, log: Log) => Promise<void>;
  /** To be called with each connection that the server accepts. */
  readonly accepted: (socket: Socket) => void;
}

/** How long a connection on which nothing was ever said may still begin to, in milliseconds; browsers open such ahead of need. */
const SILENCE = 1000;

/**
 * Draining in two steps: first the server says that it is not ready, and asks clients with each answer to leave their connection,
 * while it still serves whoever comes; then it takes no more connections, and answers what is under way.
 */
export function createDrain({ drainGrace, drainTimeout }: DrainTimes): Drain {
  const sockets = new Set<Socket>();
  let drained: Promise<void> | undefined;

  async function run(app: FastifyInstance, log: Log): Promise<void> {
    log.info({ drainGrace, drainTimeout }, 'draining');
    await sleep(drainGrace);
    const silent = setTimeout(() => {
      for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
    }, SILENCE);
    const late = setTimeout(() => {
      log.warn('requests are still under way after the time to drain: cutting them off');
      app.server.closeAllConnections();
    }, drainTimeout);
    await app.close();
    clearTimeout(silent);
    clearTimeout(late);
    log.info('drained');
  }

  return {
    isDraining: () => drained !== undefined,
    drain: (app, log) => {
      drained ??= run(app, log);
      return drained;
    },
    accepted: (socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    },
  };
}
