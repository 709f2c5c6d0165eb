import type { FastifyReply } from 'fastify';

/** Fires when the client leaves before its answer is whole. Fastify's own `request.signal` fires as soon as a body has been read. */
export function clientSignal({ raw }: FastifyReply): AbortSignal {
  const controller = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) controller.abort();
  });
  return controller.signal;
}
