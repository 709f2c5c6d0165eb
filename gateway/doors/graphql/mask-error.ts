import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type ErrorCode, errors, isErrorCode, UNEXPECTED } from '../../errors.ts';
import { codeOfStatus } from '../http.ts';
import { ABORTED } from './validation-stop.ts';

/** An error that may leave: always coded. */
export interface MaskedError extends GraphQLFormattedError {
  readonly extensions: {
    readonly code: string;
    readonly subgraph?: string;
    readonly limit?: number;
    readonly found?: number;
  };
}

/**
 * What a client is told of an error: message, path, place in its own document, code, the limit that it exceeds, and the subgraph that failed. Errors that
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
  const message = ours ? messageOf(formatted.extensions?.code, formatted.message) : UNEXPECTED;
  return { message, ...place, extensions: { code, ...named, ...numbersOf(formatted) } };
}

/** What is too much of a document, and how much it may be. */
function numbersOf({ extensions }: GraphQLFormattedError): { limit?: number; found?: number } {
  const { limit, found } = extensions ?? {};
  return typeof limit === 'number' && typeof found === 'number' ? { limit, found } : {};
}

function messageOf(code: unknown, message: string): string {
  if (message === ABORTED)
    return 'Too many fields share a response name to compare them all: whether they agree was not checked.';
  return isGivenUp(code, message) ? errors.OPERATION_TOO_COMPLEX.meaning : message.trim();
}

/** Whether the parser gave up on a document, in the words of the JavaScript engine. */
function isGivenUp(code: unknown, message: string): boolean {
  return code === 'GRAPHQL_PARSE_FAILED' && !message.startsWith('Syntax Error');
}

/** What Apollo Server says of a document that unfolds to more than `maxRecursiveSelections`. */
const TOO_MANY = /recursively requests too many selections/;

/** Apollo Server leaves some refusals uncoded, or lumps them together, and says by HTTP status what they are. */
function codeOf({ extensions, message }: GraphQLFormattedError, error: unknown): ErrorCode {
  const code = extensions?.code;
  if (message === ABORTED || isGivenUp(code, message) || TOO_MANY.test(message)) return 'OPERATION_TOO_COMPLEX';
  if (code === 'BAD_REQUEST' || code === 'INTERNAL_SERVER_ERROR') {
    const status = statusOf(error);
    return status === undefined ? code : codeOfStatus(status);
  }
  return isErrorCode(code) ? code : 'INTERNAL_SERVER_ERROR';
}

function statusOf(error: unknown): number | undefined {
  const http = error instanceof GraphQLError ? error.extensions.http : undefined;
  return (http as { status?: number } | undefined)?.status;
}
