import { type ErrorCode, errors } from '../errors.ts';
import type { AnswerError } from '../execution/answer-errors.ts';
import { type ToldError, toldErrors } from '../execution/told-errors.ts';

/** An error of the gateway's own about a subscription. @param subgraph whose fault it is */
export function ownError(code: ErrorCode, subgraph?: string): AnswerError {
  const extensions = { code, ...(subgraph !== undefined && { subgraph }) };
  return { message: errors[code].meaning, extensions, foreign: false };
}

/** The same as clients are told it. */
export function ownToldError(code: ErrorCode, requestId: string): ToldError[] {
  return toldErrors([ownError(code)], requestId);
}
