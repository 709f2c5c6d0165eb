import type { ErrorMeaning } from './error-meaning.ts';

/** Errors of answers that lack a part, or all of them. */
export const partialAnswerErrors = {
  ERRORS_LEFT_OUT: {
    status: 200,
    meaning:
      'The answer has more errors than are told, which are 100 at most, of 100,000 characters in sum; the message says how many. Nulls may stand for any of them.',
    remedy: 'Mend those told, or ask for less at once.',
  },
  SUBGRAPH_UNAVAILABLE: {
    status: 502,
    meaning:
      'The subgraph named in `extensions.subgraph` can’t be reached, or is left alone for a while since it failed too often; the field at `path` is null for that reason.',
    remedy:
      'Use the rest of the answer; ask again later. A mutation may have been carried out: repeat it only with its idempotency key.',
  },
  SUBGRAPH_TIMEOUT: {
    status: 504,
    meaning:
      'The subgraph did not answer within `GATEWAY_SUBGRAPH_TIMEOUT_MS`, or before `GATEWAY_REQUEST_TIMEOUT_MS` was over for the whole request.',
    remedy: 'As for `SUBGRAPH_UNAVAILABLE`.',
  },
  SUBGRAPH_RESPONSE_INVALID: {
    status: 502,
    meaning:
      'The subgraph answered with something that is no GraphQL answer, is larger than `GATEWAY_SUBGRAPH_RESPONSE_BYTES`, or lacks what its schema promises.',
    remedy: 'As for `SUBGRAPH_UNAVAILABLE`; tell the operator.',
  },
  INTERNAL_SERVER_ERROR: {
    status: 500,
    meaning:
      'A fault of ours, in the gateway or in the subgraph named in `extensions.subgraph`. It stands in the log in full.',
    remedy: 'Tell the operator `extensions.requestId`.',
  },
} as const satisfies Record<string, ErrorMeaning>;
