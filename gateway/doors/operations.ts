import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Variables } from '../guard/variables.ts';
import type { UsableOperations } from '../operations/usable.ts';
import type { Pipeline } from '../pipeline.ts';
import { EXPLAIN_HEADER } from '../telemetry/explain.ts';
import type { RecordOperation } from '../telemetry/operations.ts';
import { statusOf } from './answering.ts';
import type { Snapshots } from './apollo-engine.ts';
import { refuseEncodedBody } from './body-encoding.ts';
import { clientSignal } from './client-signal.ts';
import { refusal } from './http.ts';
import type { Identifying } from './identify.ts';
import { incrementalFormat } from './incremental-format.ts';
import { inParts } from './multipart-reply.ts';
import { recordedReply } from './recorded-reply.ts';
import { replyBody, replyText } from './reply-body.ts';

/** What the door of stored operations is made of. */
export interface OperationsDoor {
  readonly pipeline: Pipeline;
  readonly identifying: Identifying;
  readonly snapshots: Snapshots;
  readonly usable: UsableOperations;
  readonly record: RecordOperation;
}

/** The request is none that the door can read. */
class RequestInvalid extends Error {
  readonly statusCode: number;
  constructor(message: string, statusCode = 400) {
    super(message);
    this.statusCode = statusCode;
  }
}

const ROUTE = { url: '/op/:name', exposeHeadRoute: false };

/** Stored operations by name, as plain HTTP: `GET /op/:name?variables=…`, `POST /op/:name`. It leads straight to the pipeline. */
export function operationsDoor(app: FastifyInstance, door: OperationsDoor): void {
  const handler = (request: FastifyRequest, reply: FastifyReply) => answer(request, reply, door);
  const { onRequest, preParsing } = door.identifying;
  app.route({ ...ROUTE, method: 'GET', onRequest, preParsing, handler });
  const refuseBody = async (request: FastifyRequest) => refuseOtherBodies(request);
  app.route({ ...ROUTE, method: 'POST', onRequest: [refuseBody, onRequest], preParsing, handler });
  app.route({
    ...ROUTE,
    method: ['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    handler: (request, reply) => refuseMethod(request, reply, 'This path takes GET, POST.', 'GET, POST'),
  });
}

function refuseMethod(request: FastifyRequest, reply: FastifyReply, message: string, allow: string): FastifyReply {
  return reply
    .code(405)
    .header('allow', allow)
    .send(refusal('METHOD_NOT_ALLOWED', message, request.id));
}

/** A foreign web page can send other types, or none, in its visitor's name. */
function refuseOtherBodies(request: FastifyRequest): void {
  refuseEncodedBody(request);
  if (/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) return;
  throw new RequestInvalid(
    'POST takes a body of `content-type: application/json`, such as {"variables":{"id":"note_1"}}.',
    415,
  );
}

async function answer(request: FastifyRequest, reply: FastifyReply, door: OperationsDoor): Promise<unknown> {
  const { pipeline, snapshots, usable, record } = door;
  const begun = performance.now();
  const snapshot = snapshots.current();
  const { name } = request.params as { name: string };
  const operation = usable(snapshot.schema).byName(name, undefined, request.caller.client);
  if (!operation) return reply.code(404).send(refusal('NOT_FOUND', 'There is no operation of this name.', request.id));
  if (request.method === 'GET' && operation.kind === 'mutation') {
    return refuseMethod(request, reply, 'This operation changes something: it takes POST.', 'POST');
  }
  const { caller } = request;
  const variables = variablesOf(request);
  const told = {};
  request.operation = told;
  const explain = EXPLAIN_HEADER in request.headers;
  const format = incrementalFormat(request.headers.accept);
  const incremental = format !== undefined;
  const signal = clientSignal(reply);
  const given = await pipeline({ caller, operation, variables, incremental, signal, explain }, snapshot);
  const about = { name: operation.name, begun, client: caller.client.name };
  const { deferred } = recordedReply(given, (answered) => record(told, about, answered));
  reply.code(statusOf(given) ?? 200).header('content-type', 'application/json; charset=utf-8');
  if (!format || !deferred) return replyBody(given);
  return inParts(reply, format, { first: replyText(given), deferred });
}

/** @throws {RequestInvalid} */
function variablesOf({ method, query, body }: FastifyRequest): Variables {
  if (method === 'GET') {
    const { variables } = query as { variables?: unknown };
    return variables === undefined ? {} : objectOf(parsed(variables), 'The query parameter `variables`');
  }
  const { variables, ...others } = objectOf(body, 'The body', '{"variables":{"id":"note_1"}}') as {
    variables?: unknown;
  };
  const [other] = Object.keys(others);
  if (other === undefined) return objectOf(variables ?? {}, '`variables`');
  throw new RequestInvalid(`The body takes \`variables\` alone, not ${JSON.stringify(other.slice(0, 100))}.`);
}

function objectOf(value: unknown, where: string, example = '{"id":"note_1"}'): Variables {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Variables;
  throw new RequestInvalid(`${where} must be a JSON object, such as ${example}.`);
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}
