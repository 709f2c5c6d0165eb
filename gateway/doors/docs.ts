import { hash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasAlready } from './caching.ts';
import { SCRIPT, STYLE } from './docs/assets.ts';
import { docsPage } from './docs/page.ts';
import { wordsFor } from './docs/words.ts';
import type { Snapshots } from './graphql/apollo-engine.ts';
import type { Identifying } from './identify.ts';
import type { OpenApiDocuments } from './openapi/documents.ts';
import { problemHandler } from './operations/problem-handler.ts';

/** What the descriptions of operations are made of. */
export interface DocsDoor {
  readonly identifying: Identifying;
  readonly snapshots: Snapshots;
  readonly documents: OpenApiDocuments;
}

/** Nothing from elsewhere, and nothing written in place. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What a caller may use, for programs at /openapi.json and for people at /docs. */
export async function docsDoor(app: FastifyInstance, { identifying, snapshots, documents }: DocsDoor): Promise<void> {
  await app.register(async (scope) => {
    scope.setErrorHandler(problemHandler);
    const built = (request: FastifyRequest) => documents.of(snapshots.current(), request.caller.client);
    scope.get('/openapi.json', identifying, async (request, reply) => {
      const { json, etag } = built(request);
      reply.header('vary', 'authorization, x-api-key');
      return send(request, reply, { type: 'application/json; charset=utf-8', body: json, etag });
    });
    scope.get('/docs', identifying, async (request, reply) => {
      const { lang } = request.query as { lang?: unknown };
      const words = wordsFor(lang, request.headers['accept-language']);
      reply.header('vary', 'authorization, x-api-key, accept-language');
      return send(request, reply, asset('text/html', docsPage(built(request).document, words, originOf(request))));
    });
    const [style, script] = [asset('text/css', STYLE), asset('text/javascript', SCRIPT)];
    scope.get('/docs/page.css', (request, reply) => send(request, reply, style));
    scope.get('/docs/page.js', (request, reply) => send(request, reply, script));
  });
}

/** What is sent. */
interface Sent {
  readonly type: string;
  readonly body: string;
  readonly etag: string;
}

function asset(type: string, body: string): Sent {
  return { type: `${type}; charset=utf-8`, body, etag: `"${hash('sha256', body, 'base64url')}"` };
}

function send(request: FastifyRequest, reply: FastifyReply, { type, body, etag }: Sent): FastifyReply {
  reply.headers({
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'private, no-cache',
    etag,
  });
  return hasAlready(request, etag) ? reply.code(304).send() : reply.type(type).send(body);
}

/** Where the client reached this gateway, as it says itself. */
function originOf({ headers: { host }, protocol }: FastifyRequest): string {
  return `${protocol}://${host !== undefined && /^[\w.:[\]-]{1,255}$/.test(host) ? host : 'localhost'}`;
}
