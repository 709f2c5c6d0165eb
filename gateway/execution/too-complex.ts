import { type ExecutionResult, GraphQLError } from 'graphql';
import { errors } from '../errors.ts';

/**
 * What a client is told where an operation passes the planner's limits, whose errors have no class and no code.
 * @throws the error itself where it is another one
 */
export function tooComplexOr(error: unknown): ExecutionResult {
  const limits = /selections exceeds limit|maximum recursive selections|maximum call stack/i;
  if (!(error instanceof Error) || !limits.test(error.message)) throw error;
  return {
    errors: [new GraphQLError(errors.OPERATION_TOO_COMPLEX.meaning, { extensions: { code: 'OPERATION_TOO_COMPLEX' } })],
  };
}
