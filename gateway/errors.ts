import { accessErrors } from './errors/access-errors.ts';
import { limitErrors } from './errors/limit-errors.ts';
import { liveErrors } from './errors/live-errors.ts';
import { partialAnswerErrors } from './errors/partial-answer-errors.ts';
import { requestErrors } from './errors/request-errors.ts';
import { isSubgraphCode } from './errors/subgraph-code.ts';

/** Every error that the gateway makes, by its stable code. A subgraph's own codes pass through beside these. */
export const errors = {
  ...requestErrors,
  ...accessErrors,
  ...limitErrors,
  ...liveErrors,
  ...partialAnswerErrors,
};

/** All that a client is told of a fault of the gateway's. */
export const UNEXPECTED = 'Something went wrong in the gateway.';

/** A code of the gateway's own. */
export type ErrorCode = keyof typeof errors;

/** Whether the code is the gateway's own. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errors, code);
}

/** Whether it is the client that can mend an error of this code: one of the gateway's with such a status, or a subgraph's own. */
export function isClientFault(code: unknown): boolean {
  return isErrorCode(code) ? errors[code].status < 500 : isSubgraphCode(code);
}

/** The table of errors in docs/errors.md. */
export function errorTable(): string {
  const rows = Object.entries(errors).map(
    ([code, { status, meaning, remedy }]) => `| \`${code}\` | ${status} | ${meaning} | ${remedy} |`,
  );
  return ['| code | HTTP | meaning | what to do |', '|---|---|---|---|', ...rows].join('\n');
}
