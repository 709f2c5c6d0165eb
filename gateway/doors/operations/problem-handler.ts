import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { TurnedAway } from '../../guard/turned-away.ts';
import { refusalOf } from '../http.ts';
import { problem, sendProblem } from './problem.ts';

/** Tells of what a hook or handler threw as a problem: the error handler of doors for who knows no GraphQL. */
export function problemHandler(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { code, message } = refusalOf(error, request);
  if (error instanceof TurnedAway) reply.header('retry-after', error.retryAfter);
  return sendProblem(reply, problem(code, message, request.id));
}
