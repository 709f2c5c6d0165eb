import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { COST_HEADER } from '../guard/cost/told-cost.ts';
import type { Variables } from '../guard/variables.ts';
import type { RegisteredOperation } from '../operations/registered-operation.ts';
import type { ServedOperations } from '../operations/served-operations.ts';
import type { Pipeline, Reply } from '../pipeline.ts';
import type { LeaveSignal } from '../subgraphs/sharing/leave-signal.ts';
import type { Snapshot } from '../supergraph/snapshot.ts';
import { EXPLAIN_HEADER } from '../telemetry/explain.ts';
import type { RecordOperation } from '../telemetry/operations.ts';
import { type AnswerCaching, mayBeKept } from './caching.ts';
import { clientSignal } from './client-signal.ts';
import type { Snapshots } from './graphql/apollo-engine.ts';
import type { Identifying } from './identify.ts';
import { refuseOtherBodies } from './json-body.ts';
import type { DoorOperation, DoorOperations } from './operations/door-operation.ts';
import { NDJSON, takesLines } from './operations/ndjson.ts';
import { pageLines } from './operations/page-lines.ts';
import { type Problem, problem, problemOf, sendProblem } from './operations/problem.ts';
import { problemHandler } from './operations/problem-handler.ts';
import { requestVariables } from './operations/request-variables.ts';
import { incrementalFormat } from './parts/incremental-format.ts';
import { inParts } from './parts/multipart-reply.ts';
import { recordedReply } from './recorded-reply.ts';
import { replyBody, replyText } from './reply-body.ts';

/** What the door of operations is made of. */
export interface OperationsDoor {
  readonly pipeline: Pipeline;
  readonly identifying: Identifying;
  readonly snapshots: Snapshots;
  /** The registered operations that a schema can answer. */
  readonly served: (schema: GraphQLSchema) => ServedOperations;
  readonly record: RecordOperation;
  readonly caching: AnswerCaching;
  /** Most pages of an answer in lines. */
  readonly linePages: number;
  readonly compiled: DoorOperations;
  readonly isDraining: () => boolean;
}

const PATHS = ['/op/:name', '/op/:name/:version'];

/**
 * Registered operations by name, in plain HTTP: `GET /op/:name?id=…`, `POST /op/:name`, and the same of one version. It leads straight to
 * the pipeline; what goes wrong is told as Problem Details.
 */
export async function operationsDoor(app: FastifyInstance, door: OperationsDoor): Promise<void> {
  const handler = (request: FastifyRequest, reply: FastifyReply) => answer(request, reply, door);
  const { onRequest, preParsing } = door.identifying;
  const refuseBody = async (request: FastifyRequest) => refuseOtherBodies(request);
  await app.register(async (scope) => {
    scope.setErrorHandler(problemHandler);
    for (const url of PATHS) {
      const route = { url, exposeHeadRoute: false };
      scope.route({ ...route, method: 'GET', onRequest, preParsing, handler });
      scope.route({ ...route, method: 'POST', onRequest: [refuseBody, onRequest], preParsing, handler });
      scope.route({
        ...route,
        method: ['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
        onRequest: async (request, reply) => refuseMethod(request, reply, 'This path takes GET, POST.', 'GET, POST'),
        handler: (_request, reply) => reply,
      });
    }
  });
}

function refuseMethod(request: FastifyRequest, reply: FastifyReply, message: string, allow: string): FastifyReply {
  return sendProblem(reply.header('allow', allow), problem('METHOD_NOT_ALLOWED', message, request.id));
}

async function answer(request: FastifyRequest, reply: FastifyReply, door: OperationsDoor): Promise<unknown> {
  const begun = performance.now();
  const snapshot = door.snapshots.current();
  const operation = operationOf(request, door.served, snapshot);
  if (!operation) return sendProblem(reply, problem('NOT_FOUND', 'There is no operation of this name.', request.id));
  if (request.method === 'GET' && operation.kind === 'mutation') {
    return refuseMethod(request, reply, 'This operation changes something: it takes POST.', 'POST');
  }
  const exchange = new Exchange(request, reply, { door, snapshot, operation, begun });
  const compiled = door.compiled.of(snapshot.schema, operation);
  const read = requestVariables(request, compiled.reader);
  if (read.problem) return exchange.refuse(read.problem);
  if (takesLines(request.headers.accept)) return exchange.lines(read.variables, compiled);
  return exchange.whole(read.variables);
}

function operationOf(
  { params, caller }: FastifyRequest,
  served: OperationsDoor['served'],
  { schema }: Snapshot,
): RegisteredOperation | undefined {
  const { name, version } = params as { name: string; version?: string };
  if (version !== undefined && !/^[1-9]\d{0,8}$/.test(version)) return undefined;
  return served(schema).byName(name, version === undefined ? undefined : Number(version), caller.client);
}

/** What is known when a request's operation was found. */
interface Asked {
  readonly door: OperationsDoor;
  readonly snapshot: Snapshot;
  readonly operation: RegisteredOperation;
  readonly begun: number;
}

/** One request with its answer. */
class Exchange {
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
  async whole(variables: Variables): Promise<unknown> {
    const { headers } = this.#request;
    const format = incrementalFormat(headers.accept);
    const explain = EXPLAIN_HEADER in headers;
    const tellsCost = COST_HEADER in headers;
    const given = await this.#ask(variables, { incremental: format !== undefined, explain, tellsCost });
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
    const { client } = this.#request.caller;
    const isOver = () => isDraining() || client.revoked?.aborted === true || Date.now() >= client.expiresAt;
    const lines = pageLines(first, { paging, variables, ask, fault, pages: linePages, isOver });
    return this.#reply
      .headers({ 'content-type': `${NDJSON}; charset=utf-8`, 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
      .send(Readable.from(lines, { objectMode: false }));
  }

  #ask(variables: Variables, how: { incremental?: boolean; explain?: boolean; tellsCost?: boolean }): Promise<Reply> {
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
