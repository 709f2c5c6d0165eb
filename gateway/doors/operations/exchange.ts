import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorCode, errors } from '../../errors.ts';
import type { ToldError } from '../../execution/told-errors.ts';
import { COST_HEADER } from '../../guard/cost/told-cost.ts';
import type { Variables } from '../../guard/variables.ts';
import type { RegisteredOperation } from '../../operations/registered-operation.ts';
import type { Pipeline, PipelineRequest, Reply } from '../../pipeline.ts';
import type { LeaveSignal } from '../../subgraphs/sharing/leave-signal.ts';
import type { Snapshot } from '../../supergraph/snapshot.ts';
import { EXPLAIN_HEADER } from '../../telemetry/explain.ts';
import type { RecordOperation } from '../../telemetry/operations.ts';
import { type AnswerCaching, mayBeKept } from '../caching.ts';
import { clientSignal } from '../client-signal.ts';
import type { LiveStreams } from '../live/live-streams.ts';
import { streamFormat } from '../live/stream-format.ts';
import { incrementalFormat } from '../parts/incremental-format.ts';
import { inParts } from '../parts/multipart-reply.ts';
import { recordedReply } from '../recorded-reply.ts';
import { replyBody, replyText } from '../reply-body.ts';
import type { DoorOperation } from './door-operation.ts';
import { NDJSON } from './ndjson.ts';
import { pageLines } from './page-lines.ts';
import { type Problem, problem, problemOf, sendProblem } from './problem.ts';

/** What operations are answered with. */
export interface AnsweringDoor {
  readonly pipeline: Pipeline;
  readonly record: RecordOperation;
  readonly caching: AnswerCaching;
  /** Where subscriptions are streamed to. */
  readonly streams: LiveStreams;
  /** Most pages of an answer in lines. */
  readonly linePages: number;
  readonly isDraining: () => boolean;
}

/** What is known when a request's operation was found. */
interface Asked {
  readonly door: AnsweringDoor;
  readonly snapshot: Snapshot;
  readonly operation: RegisteredOperation;
  readonly begun: number;
}

/** One request with its answer. */
export class Exchange {
  readonly #request: FastifyRequest;
  readonly #reply: FastifyReply;
  readonly #asked: Asked;
  readonly #signal: LeaveSignal;
  readonly #told = {};

  constructor(request: FastifyRequest, reply: FastifyReply, asked: Asked) {
    this.#request = request;
    this.#reply = reply;
    this.#asked = asked;
    this.#signal = clientSignal(reply);
    request.operation = this.#told;
  }

  /** Refuses the request before its operation is asked. */
  refuse(refused: Problem): FastifyReply {
    this.#record({ data: undefined, errors: [{ message: '', extensions: { code: refused.code } }] }, this.#asked.begun);
    return sendProblem(this.#reply, refused);
  }

  /** Answers in one JSON text, or in parts where the client takes them. */
  async whole({ variables, read }: Pick<PipelineRequest, 'variables' | 'read'>): Promise<unknown> {
    const { headers } = this.#request;
    const format = this.#isHead ? undefined : incrementalFormat(headers.accept);
    const explain = EXPLAIN_HEADER in headers;
    const tellsCost = COST_HEADER in headers;
    const given = await this.#ask(variables, { read, incremental: format !== undefined, explain, tellsCost });
    const { deferred } = this.#record(given, this.#asked.begun);
    const refused = deferred ? undefined : this.#problemOf(given);
    if (refused) return sendProblem(this.#reply, refused);
    this.#reply.header('content-type', 'application/json; charset=utf-8');
    if (mayBeKept(this.#request, given)) {
      const { door, snapshot, operation } = this.#asked;
      return door.caching.write(this.#request, this.#reply, snapshot.cachePolicy(operation), given);
    }
    this.#reply.header('cache-control', 'no-store');
    if (!format || !deferred) return replyBody(given);
    return inParts(this.#reply, format, { first: replyText(given), deferred });
  }

  /** Answers with the items of all pages, a line each, as long as the credential holds. */
  async lines(variables: Variables, { paging }: DoorOperation): Promise<FastifyReply> {
    const { id } = this.#request;
    const { linePages, isDraining } = this.#asked.door;
    if (!paging)
      return this.refuse(problem('NOT_ACCEPTABLE', 'The operation has no list to be read page by page.', id));
    const ask = async (given: Variables) => {
      const begun = performance.now();
      return this.#record(await this.#ask(given, {}), begun);
    };
    // A page that lacks something is not passed on as whole: its reader would never know.
    const fault = (page: Reply) => this.#problemOf(page.errors.length > 0 ? { ...page, data: undefined } : page);
    const first = await ask(variables);
    const refused = fault(first);
    if (refused) return sendProblem(this.#reply, refused);
    this.#reply.headers({
      'content-type': `${NDJSON}; charset=utf-8`,
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    if (this.#isHead) return this.#reply.send();
    const { client } = this.#request.caller;
    const isOver = () => isDraining() || client.revoked?.aborted === true || Date.now() >= client.expiresAt;
    const lines = pageLines(first, { paging, variables, ask, fault, pages: linePages, isOver });
    return this.#reply.send(Readable.from(lines, { objectMode: false }));
  }

  /** Answers with the events of a subscription, as long as the credential holds. */
  async stream(variables: Variables): Promise<FastifyReply> {
    const { headers, caller } = this.#request;
    const { door, snapshot, operation, begun } = this.#asked;
    const format = this.#isHead ? undefined : streamFormat(headers.accept);
    if (!format) return this.#refuseFor('SUBSCRIPTION_NEEDS_STREAM');
    const code = door.streams.refusal(this.#request);
    if (code) return this.#refuseFor(code);
    const record = (refused: readonly ToldError[]) => void this.#record({ data: undefined, errors: refused }, begun);
    return door.streams.open(this.#reply, format, { request: { caller, operation, variables }, snapshot, record });
  }

  #refuseFor(code: ErrorCode): FastifyReply {
    return this.refuse(problem(code, errors[code].meaning, this.#request.id));
  }

  get #isHead(): boolean {
    return this.#request.method === 'HEAD';
  }

  #ask(
    variables: Variables,
    how: Pick<PipelineRequest, 'read' | 'incremental' | 'explain' | 'tellsCost'>,
  ): Promise<Reply> {
    const { door, snapshot, operation } = this.#asked;
    const { caller } = this.#request;
    return door.pipeline({ caller, operation, variables, signal: this.#signal, ...how }, snapshot);
  }

  #problemOf(given: Reply): Problem | undefined {
    const { id, caller } = this.#request;
    const found = problemOf(given, id);
    const retryAfter = caller.charge?.retryAfter;
    // Over the caller's own quota, it is known until when.
    return found?.status === 429 && retryAfter !== undefined ? { retryAfter, ...found } : found;
  }

  #record(given: Reply, begun: number): Reply {
    const { door, operation } = this.#asked;
    const about = { name: operation.name, begun, client: this.#request.caller.client.name };
    return recordedReply(given, (answered) => door.record(this.#told, about, answered));
  }
}
