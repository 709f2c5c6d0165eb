import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { clientSignal } from './client-signal.ts';
import type { Identifying } from './identify.ts';
import { refuseOtherBodies } from './json-body.ts';
import { type AnsweringDoor, askedOf, refuseMethod } from './operations/asked.ts';
import { takesLines } from './operations/ndjson.ts';
import { problemHandler } from './operations/problem-handler.ts';
import { requestVariables } from './operations/request-variables.ts';
import { StreamedExchange } from './operations/streamed-exchange.ts';

/** What the door of operations is made of. */
export interface OperationsDoor extends AnsweringDoor {
  readonly identifying: Identifying;
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
        onRequest: async (request, reply) => {
          refuseMethod(request, reply, 'This path takes GET, HEAD, POST.', TAKEN);
          return reply;
        },
        handler: (_request, reply) => reply,
      });
    }
  });
}

async function answer(request: FastifyRequest, reply: FastifyReply, door: OperationsDoor): Promise<unknown> {
  const asked = askedOf(request, reply, door);
  if (!asked) return reply;
  const exchange = new StreamedExchange(request, reply, asked, clientSignal(reply));
  const read = requestVariables(request, asked.compiled.reader);
  if (read.problem) return exchange.refuse(read.problem);
  if (asked.operation.kind === 'subscription') return exchange.stream(read.variables);
  if (takesLines(request.headers.accept)) return exchange.lines(read.variables);
  return exchange.partsOrWhole(read);
}
