import type { ErrorMeaning } from './error-meaning.ts';

/** Errors of requests that are too large, cost too much, or come too fast. */
export const limitErrors = {
  TOKEN_LIMIT: {
    status: 400,
    meaning:
      'The document has more tokens than `GATEWAY_DOCUMENT_TOKENS`; `extensions.limit` says how many it may have.',
    remedy: 'Split it.',
  },
  DEPTH_LIMIT: {
    status: 400,
    meaning:
      'The document nests fields, or values within an argument, deeper than `GATEWAY_DOCUMENT_DEPTH`; `extensions.found` says how deep.',
    remedy: 'Ask for what lies deeper in another request, by its id.',
  },
  ALIAS_LIMIT: {
    status: 400,
    meaning: 'The operation has more aliases than `GATEWAY_DOCUMENT_ALIASES`; `extensions.found` says how many.',
    remedy: 'Ask for many of a kind by a field that takes a list, such as `nodes(ids:)`, or in several requests.',
  },
  ROOT_FIELD_LIMIT: {
    status: 400,
    meaning:
      'The operation has more fields at its root than `GATEWAY_DOCUMENT_ROOT_FIELDS`; `extensions.found` says how many.',
    remedy: 'Send several operations.',
  },
  DIRECTIVE_LIMIT: {
    status: 400,
    meaning: 'The operation has more directives than `GATEWAY_DOCUMENT_DIRECTIVES`; `extensions.found` says how many.',
    remedy: 'Set a directive on a fragment instead of on each of its fields.',
  },
  LIST_SIZE_LIMIT: {
    status: 400,
    meaning: 'A list is asked for more items at once than `GATEWAY_LIST_SIZE`; the message says which.',
    remedy: 'Ask for a page, and go on after it.',
  },
  LIST_SIZE_MISSING: {
    status: 400,
    meaning:
      'A list is asked for without saying how many items, or in more than one way; the message says by which arguments.',
    remedy: 'Give exactly one of them.',
  },
  COST_LIMIT: {
    status: 400,
    meaning:
      'The operation may cost more than `GATEWAY_COST_LIMIT`, or than the client’s quota can ever hold; `extensions.found` says how much, `extensions.limit` how much it may.',
    remedy: 'Ask for fewer items of lists, or for parts of it in several requests.',
  },
  OPERATION_TOO_COMPLEX: {
    status: 400,
    meaning:
      'The document unfolds to more fields than `GATEWAY_DOCUMENT_SELECTIONS` (also where fields that some types of an interface refuse the caller are asked of each of the others), has too many ways to be answered or merged, needs too many fetches, or takes longer to plan than `GATEWAY_PLANNING_TIMEOUT_MS`; or its variables nest thousands of levels deep.',
    remedy:
      'Split it, name fields apart by aliases, or select fewer fragments on interfaces, and fewer interfaces within each other.',
  },
  QUOTA_EXCEEDED: {
    status: 429,
    meaning:
      'The client, viewer or address has asked for as much as it may: requests per second, or cost per minute. `retry-after` says in how many seconds there is room; on a live connection the message does.',
    remedy: 'Wait as long, ask for less, or have the operator raise the quota (`clients add --quota`).',
  },
  OVERLOADED: {
    status: 503,
    meaning:
      'The gateway has too much to do for this caller now: documents of callers without a credential are turned away first, partners last.',
    remedy: 'Ask again after `retry-after`, with growing waits between tries; a credential helps.',
  },
  ANSWER_TOO_LARGE: {
    status: 400,
    meaning:
      'The answer has more characters than `GATEWAY_ANSWER_CHARACTERS`, and none of it is told; or, where there is a path, a deferred part of it has, or what a subgraph would have to be sent for the field there. A mutation has been carried out.',
    remedy: 'Ask for less at once: fewer items, or fewer fields of each.',
  },
  PLANNING_BUSY: {
    status: 503,
    meaning: 'More new operations wait to be planned than `GATEWAY_PLANNING_QUEUE`.',
    remedy: 'Ask again in a moment.',
  },
} as const satisfies Record<string, ErrorMeaning>;
