import { type ExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import { InputError } from './errors.ts';

/**
 * The answer that may leave: errors that speak to the caller stay (wrong input, documents that do not parse or validate, requests that
 * are none), any other becomes INTERNAL_SERVER_ERROR at its path and goes to the log whole.
 * Mercurius passes what it refused before execution as one error without a path; what was wrong stands in that error's `errors`.
 */
export function maskErrors(result: ExecutionResult, log: (error: unknown) => void) {
  const refusal = result.errors?.length === 1 ? refusalIn(result.errors[0]) : undefined;
  if (refusal) return { statusCode: refusal.status, response: { data: null, errors: refusal.errors } };
  const errors = result.errors?.map((error) => masked(error, log));
  return { statusCode: 200, response: { data: result.data ?? null, ...(errors && { errors }) } };
}

function masked(error: GraphQLError, log: (error: unknown) => void): GraphQLFormattedError {
  const cause = rootCause(error);
  if (cause instanceof InputError) return told(error, cause.message, { code: cause.extensions.code });
  if (cause instanceof GraphQLError && typeof cause.extensions?.code === 'string') {
    const { code, retryAfter } = cause.extensions;
    return told(error, cause.message, typeof retryAfter === 'number' ? { code, retryAfter } : { code });
  }
  log(error);
  return told(error, 'Something went wrong here; it has been logged.', { code: 'INTERNAL_SERVER_ERROR' });
}

function told(
  { locations, path }: GraphQLError,
  message: string,
  extensions: { code: unknown; retryAfter?: number },
): GraphQLFormattedError {
  return { message, ...(locations && { locations }), ...(path && { path }), extensions };
}

/** A request that was refused before any resolver ran, as Fastify's and Mercurius's errors have it. */
interface RequestError extends Error {
  readonly statusCode?: number;
  readonly errors?: readonly GraphQLError[];
}

function refusalIn(error: GraphQLError | undefined): { status: number; errors: GraphQLFormattedError[] } | undefined {
  const cause = rootCause(error) as RequestError | undefined;
  const status = cause?.statusCode;
  if (error?.path || !cause || status === undefined || status < 400 || status >= 500) return undefined;
  const told400 = (each: GraphQLError) => told(each, each.message, { code: codeOfRefusal(each) });
  // A document's errors are an answer, which a gateway reads; only a request that is no GraphQL gets a status of HTTP's own.
  if (cause.errors) return { status: 200, errors: cause.errors.map(told400) };
  return { status, errors: [told400(new GraphQLError(cause.message))] };
}

/** A scalar's refusal of a value has a code of its own, as a literal and, one error further in, as a variable. */
function codeOfRefusal(error: GraphQLError): unknown {
  const cause = rootCause(error);
  return error.extensions.code ?? (cause instanceof GraphQLError ? cause.extensions.code : undefined) ?? 'BAD_REQUEST';
}

function rootCause(error: unknown): unknown {
  const original = error instanceof GraphQLError ? error.originalError : undefined;
  return original ? rootCause(original) : error;
}
