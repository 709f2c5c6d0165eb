import type { SourceLocation } from 'graphql';
import { isSubgraphCode } from '../errors/subgraph-code.ts';
import { type AnswerError, countOf, type Path } from './answer-errors.ts';

/** An error as clients read it: always coded. */
export interface ToldError {
  readonly message: string;
  readonly locations?: readonly SourceLocation[];
  readonly path?: Path;
  readonly extensions: {
    readonly code: string;
    readonly subgraph?: string;
    /** What the request goes beyond, and how far. */
    readonly limit?: number;
    readonly found?: number;
    /** In how many seconds to ask again, where a subgraph says so with a code for clients. */
    readonly retryAfter?: number;
    readonly requestId?: string;
  };
}

/** The most errors that one answer tells, and the most characters that they have in sum as JSON text. */
const LIMIT = 100;
const MOST_CHARACTERS = 100_000;
/** The most characters of one message: a failed fetch may be told at each field that it costs. */
const LONGEST_MESSAGE = 1000;

/**
 * What clients are told of an answer's errors: the first ones, each coded, and where there are more a last one that says how many.
 * Long messages are cut; names in paths are the client's own.
 * Of a subgraph's errors pass those that it made for clients, by message and code; of others only whose they are.
 * @param requestId stands in each, so that a client can name it to the operator
 */
export function toldErrors(errors: readonly AnswerError[], requestId: string): ToldError[] {
  const told: ToldError[] = [];
  let characters = 0;
  for (const error of errors.slice(0, LIMIT)) {
    const next = toldError(error, requestId);
    characters += JSON.stringify(next).length;
    const fits = characters <= MOST_CHARACTERS;
    if (!fits && told.length > 0) break;
    told.push(fits ? next : withoutPath(next));
  }
  const left = countOf(errors.slice(told.length));
  if (left === 0) return told;
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
  const { code, limit, found, retryAfter } = extensions;
  const wait = foreign && isSeconds(retryAfter) ? { retryAfter } : {};
  const beyond = !foreign && typeof limit === 'number' && typeof found === 'number' ? { limit, found } : {};
  const more = { ...(!foreign && subgraph), ...beyond, ...wait };
  return { message: cut(message), ...place, extensions: { code, ...more, requestId } };
}

function withoutPath({ message, locations, extensions }: ToldError): ToldError {
  return { message, ...(locations && { locations }), extensions };
}

/** The longest wait that a subgraph may ask for, in seconds. */
const LONGEST_WAIT = 86_400;

function isSeconds(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= LONGEST_WAIT;
}

/** A message without what is past the limit; never with half a character. */
function cut(message: string): string {
  if (message.length <= LONGEST_MESSAGE) return message.trim();
  return `${message
    .slice(0, LONGEST_MESSAGE)
    .trim()
    .replace(/[\uD800-\uDBFF]$/, '')}…`;
}
