import { constants } from 'node:os';

/**
 * Whether a subgraph chose this code for clients. What frameworks, drivers and Node put there instead tells of the inside, so
 * that it and its message stay there.
 */
export function isSubgraphCode(code: unknown): code is string {
  return (
    typeof code === 'string' &&
    code.length <= LONGEST_CODE &&
    /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(code) &&
    !/^(ERR|FST|MER|UND|EAI)_/.test(code) &&
    !Object.hasOwn(constants.errno, code) &&
    !ofTheInside.has(code)
  );
}

/** The most characters of a code: it is told with each error that has it. */
const LONGEST_CODE = 100;

/** Codes with which a subgraph refuses the gateway's own request, or tells of a fault. */
const ofTheInside = new Set([
  'BAD_REQUEST',
  'DOWNSTREAM_SERVICE_ERROR',
  'ENOTFOUND',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'INTERNAL_SERVER_ERROR',
  'OPERATION_RESOLUTION_FAILURE',
]);
