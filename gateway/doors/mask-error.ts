import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type ErrorCode, isErrorCode, isSubgraphCode, UNEXPECTED } from '../errors.ts';
import { codeOfStatus } from './http.ts';

/** An error that may leave: always coded. */
export interface MaskedError extends GraphQLFormattedError {
  readonly extensions: { readonly code: string; readonly subgraph?: string };
}

/**
 * What a client is told of an error: message, path, place in its own document, code, and the subgraph that failed. Errors that
 * nobody made for clients keep their path alone.
 * @param formatted as Apollo Server would send it
 * @param error as it was thrown
 */
export function maskError(formatted: GraphQLFormattedError, error: unknown): MaskedError {
  const { path, locations } = formatted;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  const code = codeOf(formatted, error);
  const subgraph = formatted.extensions?.subgraph;
  const named = typeof subgraph === 'string' ? { subgraph } : {};
  const ours = code !== 'INTERNAL_SERVER_ERROR' || typeof subgraph === 'string';
  const message = ours ? formatted.message.trim() : UNEXPECTED;
  return { message, ...place, extensions: { code, ...named } };
}

/** Apollo Server leaves some refusals uncoded, or lumps them together, and says by HTTP status what they are. */
function codeOf({ extensions }: GraphQLFormattedError, error: unknown): ErrorCode | string {
  const code = extensions?.code;
  if (code === 'BAD_REQUEST' || code === 'INTERNAL_SERVER_ERROR') {
    const status = statusOf(error);
    return status === undefined ? code : codeOfStatus(status);
  }
  return isErrorCode(code) || isSubgraphCode(code) ? code : 'INTERNAL_SERVER_ERROR';
}

function statusOf(error: unknown): number | undefined {
  const http = error instanceof GraphQLError ? error.extensions.http : undefined;
  return (http as { status?: number } | undefined)?.status;
}
