import { GraphQLError } from 'graphql';
import { errors, UNEXPECTED } from './errors.ts';
import type { Answer } from './execution/answer.ts';
import { type AnswerError, requestError } from './execution/answer-errors.ts';
import { isMasked, type ToldError, toldErrors } from './execution/told-errors.ts';
import type { Log } from './telemetry/log.ts';

/** What clients are told of a request's errors; those that are for the operator are logged in full. */
export function tellErrors(errors: readonly AnswerError[], requestId: string, log: Log): ToldError[] {
  for (const error of errors) if (isOperatorsMatter(error)) log.error({ requestId, error }, 'unexpected error');
  return toldErrors(errors, requestId);
}

function isOperatorsMatter(error: AnswerError): boolean {
  return isMasked(error) || error.extensions.code === 'INTERNAL_SERVER_ERROR';
}

/** The answer to a request that could not be executed. */
export function refused(error: unknown): Answer {
  if (error instanceof GraphQLError) return { data: undefined, errors: [requestError(error)] };
  if (isTooDeep(error)) {
    const code = 'OPERATION_TOO_COMPLEX';
    return { data: undefined, errors: [{ message: errors[code].meaning, extensions: { code }, foreign: false }] };
  }
  const cause = error instanceof Error ? { cause: error.stack } : {};
  const extensions = { code: 'INTERNAL_SERVER_ERROR', ...cause };
  return { data: undefined, errors: [{ message: UNEXPECTED, extensions, foreign: false }] };
}

/** Variables that nest thousands of levels deep can't be written as text again. */
function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError && /call stack/i.test(error.message);
}
