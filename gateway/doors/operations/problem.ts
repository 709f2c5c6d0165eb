import { type ErrorCode, errors, isErrorCode, UNEXPECTED } from '../../errors.ts';
import type { ToldError } from '../../execution/told-errors.ts';
import type { Reply as Given } from '../../pipeline.ts';
import { hasValue } from '../../telemetry/operations.ts';
import type { DoorReply } from '../door-exchange.ts';
import type { VariableFault } from './variable-faults.ts';

/** What went wrong, in plain HTTP. https://www.rfc-editor.org/rfc/rfc9457 */
export interface Problem {
  /** Where the code is explained. */
  readonly type: string;
  /** The same for every problem of the code. */
  readonly title: string;
  readonly status: number;
  /** Stable; the table of errors lists them. */
  readonly code: string;
  readonly detail: string;
  readonly requestId: string;
  /** In how many seconds to ask again, where that is known; the header `retry-after` says it, too. */
  readonly retryAfter?: number;
  /** Each variable that is wrong; or each of several reasons. */
  readonly errors?: readonly (VariableFault | ProblemReason)[];
}

/** One of several reasons. */
interface ProblemReason {
  readonly code: string;
  readonly detail: string;
  readonly path?: readonly (string | number)[];
}

/** Codes of subgraphs end as they are meant; what ends otherwise is a request that can't be carried out as it stands. */
const STATUS_BY_ENDING: readonly (readonly [RegExp, number])[] = [
  [/_FORBIDDEN$/, 403],
  [/_NOT_FOUND$/, 404],
  [/(^|_)BUSY$|^TOO_MANY_/, 429],
  [/_UNAVAILABLE$/, 503],
  [/_TIMEOUT$/, 504],
];

/** The status for a code of the gateway's, by its table, or of a subgraph's. */
function statusOfCode(code: string): number {
  if (isErrorCode(code)) return errors[code].status;
  return STATUS_BY_ENDING.find(([ending]) => ending.test(code))?.[1] ?? 422;
}

/** A problem of the gateway's own. */
export function problem(code: ErrorCode, detail: string, requestId: string): Problem {
  return written(code, statusOfCode(code), detail, requestId);
}

/** Variables that are wrong. */
export function variablesProblem(faults: readonly VariableFault[], requestId: string): Problem {
  const detail = faults.map((fault) => fault.detail).join(' ');
  return { ...problem('BAD_USER_INPUT', detail, requestId), errors: faults };
}

/** Why an operation has no answer at all; undefined where some of its fields have a value, or nothing is wrong. */
export function problemOf({ data, errors }: Given, requestId: string): Problem | undefined {
  const [first] = errors;
  if (!first || (data !== undefined && hasValue(JSON.parse(data)))) return undefined;
  const { code, retryAfter } = first.extensions;
  const wait = retryAfter === undefined ? {} : { retryAfter };
  const told = { ...written(code, statusOfCode(code), first.message, requestId), ...wait };
  return errors.length > 1 ? { ...told, errors: errors.map(reasonOf) } : told;
}

/** Answers a problem. It is never kept: the next answer may be none. */
export function sendProblem<Reply extends DoorReply>(reply: Reply, problem: Problem): Reply {
  const { status, retryAfter } = problem;
  if (retryAfter !== undefined) reply.header('retry-after', Math.ceil(retryAfter));
  // https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  reply
    .code(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problem));
  return reply;
}

function written(code: string, status: number, detail: string, requestId: string): Problem {
  const words = code.toLowerCase().replaceAll('_', ' ');
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  // The status of codes that GraphQL answers with 200 is no success where there is no answer.
  return {
    type: `/docs#${code}`,
    title,
    status: status < 400 ? 500 : status,
    code,
    detail: detail || UNEXPECTED,
    requestId,
  };
}

function reasonOf({ message, path, extensions }: ToldError): ProblemReason {
  return { code: extensions.code, detail: message, ...(path && { path }) };
}
