import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { errors } from '../errors.ts';
import type { Gate } from '../guard/gate.ts';
import { TurnedAway } from '../guard/turned-away.ts';
import type { ServedOperations } from '../operations/served-operations.ts';
import type { Pipeline } from '../pipeline.ts';
import type { RecordOperation } from '../telemetry/operations.ts';
import { clientSignal } from './client-signal.ts';
import type { Snapshots } from './graphql/apollo-engine.ts';
import { refusalOf } from './http.ts';
import type { Identifying } from './identify.ts';
import { refuseOtherBodies } from './json-body.ts';
import { isForeign } from './live/live-origins.ts';
import { answerBatch, answerMessage, takesBatches } from './mcp/answering.ts';
import { RPC_ERRORS, RpcError, rpcError } from './mcp/json-rpc.ts';
import { type McpContext, PROTOCOL_VERSIONS } from './mcp/methods.ts';
import { Tools } from './mcp/tools.ts';
import type { UsableOperations } from './openapi/usable-operations.ts';
import type { DoorOperations } from './operations/door-operation.ts';
import { recordedReply } from './recorded-reply.ts';

/** What the door for agents is made of. */
export interface McpDoor {
  readonly pipeline: Pipeline;
  readonly identifying: Identifying;
  readonly gate: Gate;
  readonly snapshots: Snapshots;
  /** The registered operations that a schema can answer. */
  readonly served: (schema: GraphQLSchema) => ServedOperations;
  readonly record: RecordOperation;
  /** Those that a client is told of. */
  readonly usable: UsableOperations;
  readonly compiled: DoorOperations;
  /** Origins of pages that may ask, beside the gateway's own. */
  readonly liveOrigins: 'any' | readonly string[];
}

const ROUTE = { url: '/mcp', exposeHeadRoute: false };

/**
 * Registered operations as tools for agents at /mcp: the Model Context Protocol over streamable HTTP, without sessions, each message, or
 * batch of them, answered at once in JSON. https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#streamable-http
 */
export async function mcpDoor(app: FastifyInstance, door: McpDoor): Promise<void> {
  const tools = new Tools();
  const { onRequest, preParsing, preHandler } = door.identifying;
  const refuseForeign = async (request: FastifyRequest, reply: FastifyReply) => {
    refuseOtherBodies(request);
    if (!isForeign(request.headers, door.liveOrigins)) return;
    return refuse(reply, errors.ORIGIN_FORBIDDEN.status, errors.ORIGIN_FORBIDDEN.meaning);
  };
  await app.register(async (scope) => {
    scope.setErrorHandler((error: FastifyError, request, reply) => {
      const { code, message } = refusalOf(error, request);
      const { status } = errors[code];
      if (status === 401) reply.header('www-authenticate', 'Bearer');
      if (error instanceof TurnedAway) reply.header('retry-after', error.retryAfter);
      const kind = error instanceof SyntaxError || status === 400 ? RPC_ERRORS.parse : RPC_ERRORS.refused;
      return reply.code(status).send(rpcError(undefined, kind, message, { code, requestId: request.id }));
    });
    scope.route({
      ...ROUTE,
      method: 'POST',
      onRequest: [refuseForeign, onRequest],
      preParsing,
      preHandler,
      handler: (request, reply) => answer(request, reply, { ...door, tools }),
    });
    scope.route({
      ...ROUTE,
      method: ['GET', 'DELETE'],
      // There is no stream of the server's own, and no session to end. A body is not looked at.
      onRequest: async (_request, reply) => refuse(reply.header('allow', 'POST'), 405, 'This path takes POST.'),
      handler: (_request, reply) => reply,
    });
  });
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  door: McpDoor & Pick<McpContext, 'tools'>,
): Promise<FastifyReply> {
  const version = request.headers['mcp-protocol-version'];
  if (version !== undefined && !PROTOCOL_VERSIONS.includes(String(version))) {
    return refuse(reply, 400, `The protocol’s versions are ${PROTOCOL_VERSIONS.join(', ')}.`);
  }
  const context = contextOf(request, reply, door);
  const { body } = request;
  const isBatch = Array.isArray(body) && takesBatches(version);
  const outcome = isBatch
    ? await answerBatch(body, context, () => enterAgain(door.gate, request))
    : await answerMessage(body, context);
  // What is no request is only taken note of.
  if (!outcome) return reply.code(202).send();
  return reply
    .header('cache-control', 'no-store')
    .code(outcome.isMalformed ? 400 : 200)
    .send(outcome.told);
}

/** Lets in one more operation of the same request, and counts it. @throws {RpcError} (the promise) where it is turned away */
async function enterAgain(gate: Gate, { caller, id: requestId }: FastifyRequest): Promise<void> {
  const turnedAway = await gate.enter(caller);
  if (!turnedAway) return;
  const { code, retryAfter, message } = turnedAway;
  throw new RpcError('refused', message, { code, retryAfter, requestId });
}

function contextOf(
  request: FastifyRequest,
  reply: FastifyReply,
  { pipeline, snapshots, served, usable, record, compiled, tools }: McpDoor & Pick<McpContext, 'tools'>,
): McpContext {
  const { caller, id: requestId } = request;
  const snapshot = snapshots.current();
  const signal = clientSignal(reply);
  return {
    snapshot,
    operations: served(snapshot.schema).all(caller.client),
    listed: () => usable.of(snapshot, caller.client),
    compiled,
    tools,
    requestId,
    async ask(operation, variables) {
      const told = {};
      request.operation = told;
      const about = { name: operation.name, begun: performance.now(), client: caller.client.name };
      const given = await pipeline({ caller, operation, variables, signal }, snapshot);
      return recordedReply(given, (answered) => record(told, about, answered));
    },
  };
}

function refuse(reply: FastifyReply, status: number, message: string): FastifyReply {
  return reply.code(status).send(rpcError(undefined, RPC_ERRORS.refused, message));
}
