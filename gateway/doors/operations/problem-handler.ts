import type { FastifyError } from 'fastify';
import { TurnedAway } from '../../guard/turned-away.ts';
import type { DoorReply, DoorRequest } from '../door-exchange.ts';
import { refusalOf } from '../http.ts';
import { problem, sendProblem } from './problem.ts';

/** Tells of what a hook or handler threw as a problem: the error handler of doors for who knows no GraphQL. */
export function problemHandler<Reply extends DoorReply>(error: unknown, request: DoorRequest, reply: Reply): Reply {
  const { code, message } = refusalOf(error as FastifyError, request);
  if (error instanceof TurnedAway) reply.header('retry-after', error.retryAfter);
  return sendProblem(reply, problem(code, message, request.id));
}
