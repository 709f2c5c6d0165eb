import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { OperationTypeNode } from 'graphql';
import { callerOf } from '../clients/caller.ts';
import type { Variables } from '../guard/variables.ts';
import type { StoredOperation } from '../operations/folder.ts';
import type { UsableOperations } from '../operations/usable.ts';
import type { Pipeline } from '../pipeline.ts';
import { EXPLAIN_HEADER } from '../telemetry/explain.ts';
import { hasValue, type RecordOperation } from '../telemetry/operations.ts';
import { statusOf } from './answering.ts';
import type { Snapshots } from './apollo-engine.ts';
import { clientSignal } from './client-signal.ts';
import { refusal } from './http.ts';
import { incrementalFormat } from './incremental-format.ts';
import { inParts } from './multipart-reply.ts';
import { replyBody, replyText } from './reply-body.ts';

/** What the door of stored operations is made of. */
export interface OperationsDoor {
  readonly pipeline: Pipeline;
  readonly snapshots: Snapshots;
  readonly usable: UsableOperations;
  readonly record: RecordOperation;
}

/** The request's variables are no JSON object. */
class VariablesInvalid extends Error {
  readonly statusCode = 400;
  constructor(where: string) {
    super(`${where} must be a JSON object, such as {"id":"note_1"}.`);
  }
}

/** Stored operations by name, as plain HTTP: `GET /op/:name?variables=…`, `POST /op/:name`. It leads straight to the pipeline. */
export function operationsDoor(app: FastifyInstance, door: OperationsDoor): void {
  const route = { url: '/op/:name', exposeHeadRoute: false };
  const handler = (request: FastifyRequest, reply: FastifyReply) => answer(request, reply, door);
  app.route({ ...route, method: 'GET', handler });
  app.route({ ...route, method: 'POST', handler });
}

async function answer(request: FastifyRequest, reply: FastifyReply, door: OperationsDoor): Promise<unknown> {
  const { pipeline, snapshots, usable, record } = door;
  const begun = performance.now();
  const snapshot = snapshots.current();
  const operation = usable(snapshot.schema).get((request.params as { name: string }).name);
  if (!operation) return reply.code(404).send(refusal('NOT_FOUND', 'There is no operation of this name.', request.id));
  if (request.method === 'GET' && isMutation(operation)) {
    const message = 'This operation changes something: it takes POST.';
    return reply
      .code(405)
      .header('allow', 'POST')
      .send(refusal('METHOD_NOT_ALLOWED', message, request.id));
  }
  const caller = callerOf(request.id, request.headers);
  const variables = variablesOf(request);
  request.operation = {};
  const explain = EXPLAIN_HEADER in request.headers;
  const format = incrementalFormat(request.headers.accept);
  const incremental = format !== undefined;
  const signal = clientSignal(reply);
  const given = await pipeline({ caller, operation, variables, incremental, signal, explain }, snapshot);
  const { data, errors, deferred } = given;
  const hasValues = () => data !== undefined && hasValue(JSON.parse(data));
  record(request.operation, { name: operation.name, begun }, { hasValues, errors });
  reply.code(statusOf(given) ?? 200).header('content-type', 'application/json; charset=utf-8');
  if (!format || !deferred) return replyBody(given);
  return inParts(reply, format, { first: replyText(given), deferred });
}

function isMutation({ document }: StoredOperation): boolean {
  return document.definitions.some((node) => 'operation' in node && node.operation === OperationTypeNode.MUTATION);
}

/** @throws {VariablesInvalid} */
function variablesOf({ method, query, body }: FastifyRequest): Variables {
  if (method === 'GET') {
    const { variables } = query as { variables?: unknown };
    return variables === undefined ? {} : objectOf(parsed(variables), 'The query parameter `variables`');
  }
  const { variables = {} } = objectOf(body ?? {}, 'The body') as { variables?: unknown };
  return objectOf(variables, '`variables`');
}

function objectOf(value: unknown, where: string): Variables {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new VariablesInvalid(where);
  return value as Variables;
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}
