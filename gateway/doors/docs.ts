import { hash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasAlready } from './caching.ts';
import { SCRIPT, STYLE } from './docs/assets.ts';
import { docsPage } from './docs/page.ts';
import { type Words, wordsFor } from './docs/words.ts';
import type { Snapshots } from './graphql/apollo-engine.ts';
import type { Identifying } from './identify.ts';
import type { BuiltDocument, OpenApiDocuments } from './openapi/documents.ts';
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
    const pages = new Pages();
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
      const page = pages.of(built(request), words).replaceAll(ORIGIN, originOf(request));
      return send(request, reply, asset('text/html', page));
    });
    const [style, script] = [asset('text/css', STYLE), asset('text/javascript', SCRIPT)];
    scope.get('/docs/page.css', (request, reply) => send(request, reply, style));
    scope.get('/docs/page.js', (request, reply) => send(request, reply, script));
  });
}

/** Stands in pages for where the client reached this gateway. */
const ORIGIN = 'https://origin.invalid';

/** The pages that were written, each once: a page takes milliseconds, and anybody may ask for it. */
class Pages {
  readonly #known = new WeakMap<BuiltDocument, Map<Words['lang'], string>>();

  of(built: BuiltDocument, words: Words): string {
    const known = this.#known.get(built) ?? new Map<Words['lang'], string>();
    this.#known.set(built, known);
    const page = known.get(words.lang) ?? docsPage(built.document, words, ORIGIN);
    known.set(words.lang, page);
    return page;
  }
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
