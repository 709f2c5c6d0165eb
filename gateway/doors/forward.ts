import type { IncomingHttpHeaders } from 'node:http';
import { Readable, Transform } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Dispatcher } from 'undici';
import type { Caller } from '../clients/caller.ts';
import type { CredentialEnds } from '../clients/credential-ends.ts';
import { Unidentified } from '../clients/unidentified.ts';
import { errors } from '../errors.ts';
import { headersFor, REQUEST_ID_HEADER } from '../subgraphs/headers/headers.ts';
import { CLAIMS_HEADER } from '../subgraphs/signed-claims.ts';
import type { Subgraph } from '../subgraphs/subgraph.ts';
import { transportFailure } from '../subgraphs/transport/failure.ts';
import { clientSignal } from './client-signal.ts';
import { refusal } from './http.ts';
import type { Identifying } from './identify.ts';
import { sendUnansweredPage, wantsPage } from './unanswered-page.ts';

/** Headers that speak of one connection, not of the message. https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1 */
const HOP_BY_HOP = [
  'connection',
  'expect',
  'host',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];
/** Credentials stay at the gateway. */
const CREDENTIALS = ['authorization', 'cookie', 'proxy-authorization', 'x-api-key'];
/** Methods by which nothing is changed. https://www.rfc-editor.org/rfc/rfc9110#section-9.2.1 */
const SAFE = ['GET', 'HEAD', 'OPTIONS', 'TRACE'];
/** When it is worth asking again for what a subgraph did not answer. */
const RETRY_SECONDS = 5;
/** Headers with which the gateway vouches for a caller; from a client they are forged. */
const CLAIMS = /^x-redcat-/;

/** The body grew past the limit while it was being forwarded. */
class BodyTooLarge extends Error {
  readonly statusCode = 413;
  constructor() {
    super('The request body is too large.');
  }
}

/** What forwarding a prefix works with. */
export interface ForwardDoor {
  /** Begins with a slash; with one at its end it means paths below it alone. */
  readonly prefix: string;
  /** As it is now; undefined where the supergraph has none of this name any more. */
  readonly subgraph: () => Subgraph | undefined;
  /** Bytes. */
  readonly bodyLimit: number;
  readonly identifying: Identifying;
  readonly ends: CredentialEnds;
  /** What callers need: a scope, `authenticated`, or nothing (`anyone`). */
  readonly scope: string;
}

/**
 * Sends requests below a path prefix to a subgraph as they came, and its answers back, both as streams. An answer begins within the
 * subgraph's time limit, and may then last as long as it does, at the pace of its client.
 */
export async function forwardDoor(
  app: FastifyInstance,
  { prefix, subgraph, bodyLimit, identifying, ends, scope: needed }: ForwardDoor,
): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    const routes = prefix.endsWith('/') ? [`${prefix}*`] : [prefix, `${prefix}/*`];
    for (const route of routes) {
      scope.all(route, identifying, (request, reply) => {
        if (climbs(request.raw.url ?? '')) {
          return reply.code(400).send(refusal('BAD_REQUEST', 'The path has segments that lead elsewhere.', request.id));
        }
        const missing = missingGrant(request.caller, needed);
        if (missing === 'credential') throw new Unidentified('UNAUTHENTICATED');
        if (missing === 'scope') {
          const message = `This path needs the scope ${needed}.`;
          return reply.code(errors.CLIENT_FORBIDDEN.status).send(refusal('CLIENT_FORBIDDEN', message, request.id));
        }
        const to = subgraph();
        if (to) return forward(request, reply, { subgraph: to, bodyLimit, ends });
        return reply.code(404).send(refusal('NOT_FOUND', errors.NOT_FOUND.meaning, request.id));
      });
    }
  });
}

/** Whether a path has `.` or `..` as a segment, however it is written: the subgraph might take it for one outside of the prefix. */
function climbs(url: string): boolean {
  const path = url.replace(/\?.*/s, '').replaceAll(/%2f|%5c|\\/gi, '/');
  return /\/(\.|%2e){1,2}([/;]|$)/i.test(path);
}

/** What one request is forwarded with. */
interface Forwarding extends Pick<ForwardDoor, 'bodyLimit' | 'ends'> {
  readonly subgraph: Subgraph;
}

async function forward(request: FastifyRequest, reply: FastifyReply, { subgraph, bodyLimit, ends }: Forwarding) {
  if (Number(request.headers['content-length'] ?? 0) > bodyLimit) throw new BodyTooLarge();
  const { caller } = request;
  const headers = {
    ...endToEnd(request.headers, isWithheld),
    ...headersFor(caller),
    ...(caller.claims && { [CLAIMS_HEADER]: caller.claims.tokenFor(subgraph.name) }),
  };
  const body = request.body instanceof Readable ? request.body.pipe(limited(bodyLimit)) : null;
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(new DOMException('No answer in time', 'TimeoutError')), subgraph.timeout);
  clientSignal(reply).addEventListener('abort', () => over.abort(), { once: true });
  try {
    const answered = subgraph.pool.request({
      method: request.method as Dispatcher.HttpMethod,
      // A target in absolute form carries an origin, which is not the subgraph's.
      path: request.raw.url?.replace(/^https?:\/\/[^/]*/i, '') ?? '/',
      headers,
      body,
      signal: over.signal,
    });
    const isWrite = !SAFE.includes(request.method);
    // What failed may have been carried out, too.
    const answer = await answered.finally(() => isWrite && subgraph.inFlight.countWrite());
    // What has no length may go on for as long as its client reads.
    if (answer.headers['content-length'] === undefined) {
      const waitNoMore = ends.wait(caller.client, () => over.abort(new Error('The credential has ended')));
      reply.raw.once('close', waitNoMore);
    }
    reply.code(answer.statusCode).headers(endToEnd(answer.headers, (name) => name === REQUEST_ID_HEADER));
    return reply.send(answer.body);
  } catch (error) {
    if (error instanceof BodyTooLarge) throw error;
    const failure = transportFailure(subgraph.name, error);
    request.log.warn({ err: failure }, 'a request could not be forwarded');
    reply.code(errors[failure.code].status);
    if (failure.code !== 'SUBGRAPH_RESPONSE_INVALID') reply.header('retry-after', RETRY_SECONDS);
    return wantsPage(request)
      ? sendUnansweredPage(request, reply)
      : reply.send(refusal(failure.code, failure.message, request.id, subgraph.name));
  } finally {
    clearTimeout(timer);
  }
}

/** What a caller lacks for a path; undefined for nothing. */
function missingGrant({ client: { grants } }: Caller, needed: string): 'credential' | 'scope' | undefined {
  if (needed === 'anyone') return undefined;
  if (!grants.authenticated) return 'credential';
  return needed === 'authenticated' || grants.scopes === 'all' || grants.scopes.has(needed) ? undefined : 'scope';
}

function isWithheld(name: string): boolean {
  return CREDENTIALS.includes(name) || CLAIMS.test(name);
}

/** The headers that go on to the other side. */
function endToEnd(
  headers: IncomingHttpHeaders,
  isLeftOut: (name: string) => boolean,
): Record<string, string | string[]> {
  const hops = new Set([
    ...HOP_BY_HOP,
    ...String(headers.connection ?? '')
      .toLowerCase()
      .split(/\s*,\s*/),
  ]);
  const kept = Object.entries(headers).filter(
    (entry): entry is [string, string | string[]] =>
      entry[1] !== undefined && !hops.has(entry[0]) && !isLeftOut(entry[0]),
  );
  return Object.fromEntries(kept);
}

/** Passes bytes on up to a limit, past which it fails. */
function limited(bytes: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > bytes) done(new BodyTooLarge());
      else done(null, chunk);
    },
  });
}
