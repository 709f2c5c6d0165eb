import { STATUS_CODES } from 'node:http';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasScope } from '../../../kit/claims/own-rows.ts';
import type { ActiveAccounts } from '../../accounts/active-accounts.ts';
import { settleClaims } from '../../accounts/settle-claims.ts';
import { type IssuingPlatforms, issuingOf } from '../../event-sender.ts';
import { senderOf } from '../../own-shop.ts';
import { RecordingError, recordingErrors } from '../../recording-errors.ts';
import type { BatchKey } from '../../store/events/idempotency-keys.ts';
import type { EventRecorder } from '../recording/recorder.ts';
import { batchKey } from './batch-key.ts';
import { readBody } from './read-body.ts';
import { type ReadEvent, readJsonEvents, readNdjsonEvents } from './read-events.ts';
import { tellVerdicts } from './tell-verdicts.ts';

/** What the route runs on. */
export interface EventsRouteOptions {
  readonly recorder: EventRecorder;
  readonly platforms: IssuingPlatforms;
  readonly clock: () => Date;
  /** Which joint accounts are ACTIVE. */
  readonly accounts: ActiveAccounts;
}

const READERS: Readonly<Record<string, (body: string) => Promise<ReadEvent[]>>> = {
  'application/json': readJsonEvents,
  'application/x-ndjson': readNdjsonEvents,
};

/**
 * Serves `POST /events`: the same as eventsRecord over plain HTTP, as JSON or NDJSON, with `Idempotency-Key`
 * (https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/). Errors are Problem Details
 * (https://www.rfc-editor.org/rfc/rfc9457).
 */
export function serveEvents(app: FastifyInstance, options: EventsRouteOptions): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    scope.setErrorHandler((error, request, reply) => {
      if (error instanceof RecordingError) return refuse(reply, error);
      request.log.error(error);
      return problem(reply, 500, 'INTERNAL_SERVER_ERROR', 'Something went wrong here; it has been logged.');
    });
    scope.post('/events', async (request) => {
      const claims = await settleClaims(request.claims, options.accounts);
      if (!hasScope(claims, 'event:write'))
        throw new RecordingError('EVENTS_FORBIDDEN', 'Sending events needs the scope event:write.');
      const receivedAt = options.clock().getTime();
      const read = readerOf(request);
      const payload = request.body instanceof Readable ? request.body : Readable.from([]);
      const body = await readBody(payload, request.headers['content-encoding']);
      const events = await read(body.toString());
      const issuing = issuingOf(claims, options.platforms);
      const arrivals = events.map((event) => ({
        ...event,
        ...issuing,
        receivedAt,
      }));
      const verdicts = await options.recorder.record(
        arrivals,
        keyOf(request, senderOf(claims, issuing.platformId), body),
      );
      return tellVerdicts(
        verdicts,
        events.map(({ sent }) => sent),
      );
    });
  });
}

function readerOf({ headers }: FastifyRequest): (body: string) => Promise<ReadEvent[]> {
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  const read = READERS[type.trim().toLowerCase()];
  if (read) return read;
  throw new RecordingError('EVENTS_TYPE_UNSUPPORTED', 'Content-Type is application/json or application/x-ndjson.');
}

function keyOf({ headers }: FastifyRequest, client: string, body: Buffer): BatchKey | undefined {
  const given = headers['idempotency-key'];
  if (given === undefined) return undefined;
  const key = batchKey(client, String(given), body);
  if (key) return key;
  throw new RecordingError('IDEMPOTENCY_KEY_INVALID', 'Idempotency-Key takes 1 to 200 visible ASCII characters.');
}

function refuse(reply: FastifyReply, { code, message, retryAfter }: RecordingError): FastifyReply {
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  return problem(reply, recordingErrors[code].status, code, message);
}

function problem(reply: FastifyReply, status: number, code: string, detail: string): FastifyReply {
  const body = { type: 'about:blank', title: STATUS_CODES[status], status, detail, code };
  return reply.code(status).type('application/problem+json').send(JSON.stringify(body));
}
