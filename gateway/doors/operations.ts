import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { RegisteredOperation } from '../operations/registered-operation.ts';
import type { ServedOperations } from '../operations/served-operations.ts';
import type { Snapshot } from '../supergraph/snapshot.ts';
import type { Snapshots } from './graphql/apollo-engine.ts';
import type { Identifying } from './identify.ts';
import { refuseOtherBodies } from './json-body.ts';
import type { DoorOperations } from './operations/door-operation.ts';
import { type AnsweringDoor, Exchange } from './operations/exchange.ts';
import { takesLines } from './operations/ndjson.ts';
import { problem, sendProblem } from './operations/problem.ts';
import { problemHandler } from './operations/problem-handler.ts';
import { requestVariables } from './operations/request-variables.ts';
import { isReading } from './reading-method.ts';

/** What the door of operations is made of. */
export interface OperationsDoor extends AnsweringDoor {
  readonly identifying: Identifying;
  readonly snapshots: Snapshots;
  /** The registered operations that a schema can answer. */
  readonly served: (schema: GraphQLSchema) => ServedOperations;
  readonly compiled: DoorOperations;
}

const PATHS = ['/op/:name', '/op/:name/:version'];
const TAKEN = 'GET, HEAD, POST';

/**
 * Registered operations by name, in plain HTTP: `GET /op/:name?id=…`, `POST /op/:name`, and the same of one version. It leads straight to
 * the pipeline; what goes wrong is told as Problem Details. Subscriptions are streams of events.
 */
export async function operationsDoor(app: FastifyInstance, door: OperationsDoor): Promise<void> {
  const handler = (request: FastifyRequest, reply: FastifyReply) => answer(request, reply, door);
  const { onRequest, preParsing, preHandler } = door.identifying;
  const refuseBody = async (request: FastifyRequest) => refuseOtherBodies(request);
  await app.register(async (scope) => {
    scope.setErrorHandler(problemHandler);
    for (const url of PATHS) {
      const route = { url, exposeHeadRoute: false };
      scope.route({ ...route, method: ['GET', 'HEAD'], onRequest, preParsing, handler });
      scope.route({ ...route, method: 'POST', onRequest: [refuseBody, onRequest], preParsing, preHandler, handler });
      scope.route({
        ...route,
        method: ['PUT', 'PATCH', 'DELETE', 'OPTIONS'],
        onRequest: async (request, reply) => refuseMethod(request, reply, 'This path takes GET, HEAD, POST.', TAKEN),
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
  if (isReading(request) && operation.kind === 'mutation') {
    return refuseMethod(request, reply, 'This operation changes something: it takes POST.', 'POST');
  }
  const exchange = new Exchange(request, reply, { door, snapshot, operation, begun });
  const compiled = door.compiled.of(snapshot.schema, operation);
  const read = requestVariables(request, compiled.reader);
  if (read.problem) return exchange.refuse(read.problem);
  if (operation.kind === 'subscription') return exchange.stream(read.variables);
  if (takesLines(request.headers.accept)) return exchange.lines(read.variables, compiled);
  return exchange.whole(read);
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
