import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Claims } from '../claims/claims.ts';
import type { LiveRequest } from './prepare-subscription.ts';
import type { LiveMessage, Subscriptions } from './subscriptions.ts';

export interface EventStreamOptions {
  readonly path: string;
  readonly subscriptions: Subscriptions;
}

const Request = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

/** How long between two signs of life. */
const PING_MS = 12_000;

/**
 * Serves subscriptions as server-sent events, each on a connection of its own, where a request to the path accepts `text/event-stream`:
 * by POST, or by GET as a browser's EventSource does. The messages of a client that reads slowly are fewer.
 * https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md#distinct-connections-mode
 * @returns ends all streams, without `complete`, so that clients come back
 */
export function serveEventStreams(app: FastifyInstance, { path, subscriptions }: EventStreamOptions): () => void {
  const open = new Set<ServerResponse>();
  app.addHook('preValidation', async (request, reply) => {
    if (request.routeOptions.url !== path || !/\btext\/event-stream\b/i.test(request.headers.accept ?? '')) return;
    const read = Request.safeParse(request.method === 'GET' ? fromAddress(request) : request.body);
    if (!read.success) {
      const message = 'A subscription is sent as JSON with query, variables and operationName.';
      await reply.code(400).send({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] });
      return reply;
    }
    await stream(reply, await started(subscriptions, read.data, request.claims), open);
    return reply;
  });
  return () => {
    for (const response of open) response.end();
  };
}

function fromAddress({ query }: FastifyRequest): unknown {
  const { variables, ...rest } = query as Record<string, unknown>;
  try {
    return { ...rest, variables: typeof variables === 'string' ? JSON.parse(variables) : undefined };
  } catch {
    return undefined;
  }
}

async function started(subscriptions: Subscriptions, request: LiveRequest, claims: Claims) {
  const prepared = await subscriptions.prepare(request);
  return 'schema' in prepared ? subscriptions.run(prepared, claims) : { errors: prepared };
}

async function stream(
  reply: FastifyReply,
  messages: AsyncIterableIterator<LiveMessage> | LiveMessage,
  open: Set<ServerResponse>,
): Promise<void> {
  const response = reply.hijack().raw;
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache',
    'x-accel-buffering': 'no',
  });
  open.add(response);
  const timer = setInterval(() => response.writableNeedDrain || response.write(':\n\n'), PING_MS).unref();
  response.once('close', () => {
    open.delete(response);
    clearInterval(timer);
    if (Symbol.asyncIterator in messages) void messages.return?.();
  });
  // A client that left is told by `close`.
  response.on('error', () => {});
  await written(response, ':\n\n');
  if (Symbol.asyncIterator in messages) {
    for await (const message of messages) await written(response, event('next', message));
  } else await written(response, event('next', messages));
  response.end(event('complete'));
}

function event(name: 'next' | 'complete', message?: LiveMessage): string {
  return `event: ${name}\ndata: ${message ? JSON.stringify(message) : ''}\n\n`;
}

/** Resolves when the operating system has taken the text, which it does as fast as the client reads. */
function written(response: ServerResponse, text: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  response.write(text, () => resolve());
  return promise;
}
