import type { SourceLocation } from 'graphql';
import { isSubgraphCode } from '../errors.ts';
import type { AnswerError, Path } from './answer-errors.ts';

/** An error as clients read it: always coded. */
export interface ToldError {
  readonly message: string;
  readonly locations?: readonly SourceLocation[];
  readonly path?: Path;
  readonly extensions: { readonly code: string; readonly subgraph?: string; readonly requestId?: string };
}

/** The most errors that one answer tells. */
const LIMIT = 100;

/**
 * What clients are told of an answer's errors: the first ones, each coded, and where there are more a last one that says how many.
 * Of a subgraph's errors pass those that it made for clients, by message and code; of others only whose they are.
 * @param requestId stands in each, so that a client can name it to the operator
 */
export function toldErrors(errors: readonly AnswerError[], requestId: string): ToldError[] {
  const told = errors.slice(0, LIMIT).map((error) => toldError(error, requestId));
  const left = errors.length - LIMIT;
  if (left <= 0) return told;
  const message = `${left} more ${left === 1 ? 'error is' : 'errors are'} not told.`;
  return [...told, { message, extensions: { code: 'ERRORS_LEFT_OUT', requestId } }];
}

/** Whether clients are told less of an error than it says. */
export function isMasked({ foreign, extensions: { code } }: AnswerError): boolean {
  return foreign && !isSubgraphCode(code);
}

function toldError(error: AnswerError, requestId: string): ToldError {
  const { message, locations, path, extensions, foreign } = error;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  const subgraph = typeof extensions.subgraph === 'string' ? { subgraph: extensions.subgraph } : {};
  if (isMasked(error)) {
    const masked = `Something went wrong in the ${extensions.subgraph} subgraph.`;
    return { message: masked, ...place, extensions: { code: 'INTERNAL_SERVER_ERROR', ...subgraph, requestId } };
  }
  const { code } = extensions;
  return { message: message.trim(), ...place, extensions: { code, ...(!foreign && subgraph), requestId } };
}
