import { GraphQLError } from 'graphql';
import { errors } from '../errors.ts';
import type { Answer } from '../execution/answer.ts';
import { type AnswerError, requestError, unexpectedError } from '../execution/answer-errors.ts';
import { isMasked, type ToldError, toldErrors } from '../execution/told-errors.ts';
import type { Log } from '../telemetry/log.ts';

/** The most errors of one answer that are logged: logging holds up whatever else this process does. */
const LOGGED = 20;
/** The most characters that are logged of a message, and of what else a subgraph says of an error, as JSON text. */
const LOGGED_CHARACTERS = 10_000;

/** What clients are told of a request's errors; see `errorTeller`. */
export function tellErrors(errors: readonly AnswerError[], requestId: string, log: Log): ToldError[] {
  return errorTeller(requestId, log)(errors);
}

/**
 * What clients are told of the errors of one answer, part by part; those that are for the operator are logged: the first ones with all
 * that is known of them, and how many more there are.
 */
export function errorTeller(requestId: string, log: Log): (errors: readonly AnswerError[]) => ToldError[] {
  let logged = 0;
  return (errors) => {
    let left = 0;
    // The failure of one fetch is told at many fields.
    let known: Loggable | undefined;
    for (const error of errors) {
      if (!isOperatorsMatter(error)) continue;
      if (logged === LOGGED) {
        left += error.count ?? 1;
        continue;
      }
      logged++;
      if (known?.given !== error.extensions) known = { given: error.extensions, ...loggable(error) };
      const { message, extensions } = known;
      log.error({ requestId, error: { ...error, message, extensions } }, 'unexpected error');
    }
    if (left > 0) log.error({ requestId, errors: left }, 'more unexpected errors');
    return toldErrors(errors, requestId);
  };
}

/** What is logged of errors with the same extensions. */
interface Loggable {
  readonly given: object;
  readonly message: string;
  readonly extensions: object;
}

/** What is logged of an error: of what a subgraph wrote, which may be megabytes, the beginning. */
function loggable({ message, extensions, foreign }: AnswerError): Pick<Loggable, 'message' | 'extensions'> {
  if (!foreign) return { message, extensions };
  const text = jsonText(extensions);
  const { subgraph } = extensions;
  const isShort = text !== undefined && text.length <= LOGGED_CHARACTERS;
  return {
    message: message.slice(0, LOGGED_CHARACTERS),
    extensions: isShort ? extensions : { subgraph, begins: text?.slice(0, LOGGED_CHARACTERS) },
  };
}

/** A value as JSON text; undefined where it nests too deep for that. */
function jsonText(value: object): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
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
  return { data: undefined, errors: [unexpectedError(error)] };
}

/** Variables that nest thousands of levels deep can't be written as text again. */
function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError && /call stack/i.test(error.message);
}
