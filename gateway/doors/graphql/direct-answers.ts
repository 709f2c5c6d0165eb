import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorCode } from '../../errors.ts';
import { COST_HEADER } from '../../guard/cost/told-cost.ts';
import { ownToldError } from '../../live/own-error.ts';
import type { RegisteredOperation } from '../../operations/registered-operation.ts';
import type { Pipeline, Reply } from '../../pipeline.ts';
import type { Snapshot } from '../../supergraph/snapshot.ts';
import { EXPLAIN_HEADER } from '../../telemetry/explain.ts';
import type { Answered, OperationRecord, RecordOperation } from '../../telemetry/operations.ts';
import { type AnswerCaching, mayBeKept } from '../caching.ts';
import { clientSignal } from '../client-signal.ts';
import { answerAsEvents, type LiveStreams } from '../live/live-streams.ts';
import type { StreamFormat } from '../live/stream-format.ts';
import type { IncrementalFormat } from '../parts/answer-parts.ts';
import { inParts } from '../parts/multipart-reply.ts';
import { recordedReply } from '../recorded-reply.ts';
import { replyBody, replyText, sentBody } from '../reply-body.ts';
import type { Admitted } from './admit.ts';
import { answerType } from './answer-type.ts';
import { statusOf } from './answering.ts';
import type { AskedOperation } from './asked-operation.ts';

/** What is answered with. */
interface DirectParts {
  readonly pipeline: Pipeline;
  readonly record: RecordOperation;
  readonly streams: LiveStreams;
  readonly caching: AnswerCaching;
}

/** How a client takes its answer. */
interface Takes {
  readonly format: IncrementalFormat | undefined;
  readonly stream: StreamFormat | undefined;
  /** Whether it takes an event stream and nothing else. */
  readonly eventsOnly: boolean;
}

/** One request at /graphql that needs no Apollo Server. */
interface Direct {
  readonly admitted: Exclude<Admitted, { readonly kind: 'ad-hoc' }>;
  readonly asked: AskedOperation | undefined;
  /** From which it is answered. */
  readonly snapshot: Snapshot;
  readonly takes: Takes;
}

/** Answers registered operations straight from the pipeline, and tells why others are refused. */
export function answerDirectly(
  request: FastifyRequest,
  reply: FastifyReply,
  direct: Direct,
  parts: DirectParts,
): Promise<unknown> | FastifyReply | string | Buffer {
  const { admitted, takes } = direct;
  const told: OperationRecord = {};
  request.operation = told;
  const name = admitted.kind === 'registered' ? admitted.operation.name : undefined;
  const about = { name, begun: performance.now(), client: request.caller.client.name };
  const record = (answered: Answered) => parts.record(told, about, answered);
  if (admitted.kind === 'registered') {
    if (isAllowed(request, admitted.operation, takes)) {
      return answered(request, reply, { ...direct, operation: admitted.operation, record }, parts);
    }
    const refused = { data: undefined, errors: ownToldError('METHOD_NOT_ALLOWED', request.id) };
    return send(request, reply.header('allow', 'POST'), recordedReply(refused, record), takes);
  }
  const { message, extensions } = admitted.error;
  const errors = [{ message, extensions: { ...extensions, requestId: request.id } }];
  return send(request, reply, recordedReply({ data: undefined, errors }, record), takes);
}

/** GET changes nothing; pages subscribe by it to event streams. */
function isAllowed({ method }: FastifyRequest, { kind }: RegisteredOperation, { eventsOnly }: Takes): boolean {
  return method !== 'GET' || kind === 'query' || (kind === 'subscription' && eventsOnly);
}

interface DirectOperation extends Pick<Direct, 'asked' | 'snapshot' | 'takes'> {
  readonly operation: RegisteredOperation;
  readonly record: (answered: Answered) => void;
}

async function answered(
  request: FastifyRequest,
  reply: FastifyReply,
  { operation, asked, snapshot, takes, record }: DirectOperation,
  { pipeline, streams, caching }: DirectParts,
): Promise<unknown> {
  const { caller } = request;
  const variables = asked?.variables ?? {};
  if (takes.stream && operation.kind === 'subscription') {
    const tell = (errors: Answered['errors']) => record({ hasValues: () => false, errors });
    return streams.open(reply, takes.stream, { request: { caller, operation, variables }, snapshot, record: tell });
  }
  const incremental = takes.format !== undefined && !takes.eventsOnly;
  const explain = EXPLAIN_HEADER in request.headers;
  const tellsCost = COST_HEADER in request.headers;
  const signal = clientSignal(reply);
  const given = await pipeline({ caller, operation, variables, incremental, signal, explain, tellsCost }, snapshot);
  const recorded = recordedReply(given, record);
  if (takes.eventsOnly || !mayBeKept(request, given)) return send(request, reply, recorded, takes);
  writeHead(request, reply, given);
  return sentBody(caching.write(request, reply, snapshot.cachePolicy(operation), given));
}

/** Codes of what is no GraphQL request. */
const MALFORMED: ReadonlySet<string> = new Set<ErrorCode>(['BAD_REQUEST', 'PERSISTED_QUERY_MISMATCH']);

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  given: Reply,
  { format, eventsOnly }: Takes,
): FastifyReply | string | Buffer {
  if (eventsOnly) return answerAsEvents(reply, replyText(given));
  writeHead(request, reply, given);
  if (!format || !given.deferred) return replyBody(given);
  return inParts(reply, format, { first: replyText(given), deferred: given.deferred });
}

function writeHead({ headers, method }: FastifyRequest, reply: FastifyReply, given: Reply): void {
  const type = answerType(headers.accept);
  const status = statusOf(given) ?? 200;
  const isRequest = !MALFORMED.has(given.errors[0]?.extensions.code ?? '');
  // https://graphql.github.io/graphql-over-http/draft/#sec-application-json
  reply.code(type === 'application/json' && status === 400 && isRequest ? 200 : status);
  reply.header('content-type', `${type}; charset=utf-8`);
  if (method === 'GET') reply.header('cache-control', 'no-store');
}
