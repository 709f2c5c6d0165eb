import { type LeaveSignal, Leaving } from '../subgraphs/sharing/leave-signal.ts';
import type { DoorReply } from './door-exchange.ts';

/** Fires when the client leaves before its answer is whole. Fastify's own `request.signal` fires as soon as a body has been read. */
export function clientSignal({ raw }: Pick<DoorReply, 'raw'>): LeaveSignal {
  const leaving = new Leaving();
  raw.once('close', () => {
    if (!raw.writableFinished) leaving.abort();
  });
  return leaving;
}
