import { GraphQLError } from 'graphql';
import { errors } from '../errors.ts';

/** What a client is told of an operation that takes more planning than it may. */
export function tooComplex(): GraphQLError {
  return new GraphQLError(errors.OPERATION_TOO_COMPLEX.meaning, { extensions: { code: 'OPERATION_TOO_COMPLEX' } });
}

/** The planner's limits, whose errors have no class and no code. */
const LIMITS = /selections exceeds limit|too many options generated|maximum recursive selections|maximum call stack/i;

/** An error of the planner as clients are told it; one that is no matter of limits stays as it is. */
export function planningFailure(error: unknown): unknown {
  return error instanceof Error && LIMITS.test(error.message) ? tooComplex() : error;
}
