import { constants } from 'node:os';

/** What a code of an error means to who receives it. */
interface ErrorMeaning {
  /** Status of HTTP for `application/graphql-response+json` and for doors that are not GraphQL; an answer with data is always 200. */
  readonly status: number;
  readonly meaning: string;
  readonly remedy: string;
}

/** Every error that the gateway makes, by its stable code. A subgraph's own codes pass through beside these. */
export const errors = {
  BAD_REQUEST: {
    status: 400,
    meaning:
      'The request is no GraphQL request: malformed JSON, an empty body, no query, a malformed header, or one that a foreign web page could have sent (CSRF).',
    remedy:
      'Mend what the message names. A GET, or a body that is not JSON, needs the header `apollo-require-preflight: 1`.',
  },
  CREDENTIAL_REFUSED: {
    status: 401,
    meaning:
      'The API key or token shown is none that is taken here: unknown, revoked, ended, for another audience, or from another issuer.',
    remedy: 'Get a new one. Nothing is answered to a wrong credential, not even what anyone may see.',
  },
  CREDENTIAL_EXPIRED: { status: 401, meaning: 'The token has expired.', remedy: 'Get a new one, and ask again.' },
  CREDENTIAL_ENDED: {
    status: 401,
    meaning: 'The credential by which the stream was opened has expired, was revoked, or grants something else now.',
    remedy:
      'Open it again: with a new credential, or with the same one where only its grants were changed. A WebSocket is closed with 4403 instead.',
  },
  SIGNATURE_REFUSED: {
    status: 401,
    meaning:
      'The client signs its requests, and this one has no signature, a wrong one, one of another time, or one that was used before.',
    remedy: 'Sign each request anew, with the time in milliseconds; the message says what is wrong.',
  },
  CLIENT_FORBIDDEN: {
    status: 403,
    meaning: 'The credential shown does not grant this.',
    remedy: 'Have the operator grant it: the message says what is missing.',
  },
  OPERATION_FORBIDDEN: {
    status: 403,
    meaning:
      'The client may send registered operations alone, and this document is none of those that it may use; or it may send their ids alone, and no document.',
    remedy:
      'Send the operation’s id, as the manifest has it, or ask by its name: `GET` or `POST /op/<name>`. The operator registers operations, and chooses the client’s level.',
  },
  CREDENTIALS_UNAVAILABLE: {
    status: 503,
    meaning: 'Credentials can’t be checked now: what they are checked against has been out of reach for too long.',
    remedy: 'Ask again in a moment, with the same credential.',
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    meaning: 'The path takes another method; a mutation was sent by GET.',
    remedy: 'Use a method that the `allow` header names.',
  },
  NOT_FOUND: { status: 404, meaning: 'There is nothing at this path.', remedy: 'GraphQL is at `/graphql`.' },
  NOT_ACCEPTABLE: {
    status: 406,
    meaning: '`accept` asks for lines of JSON, and the operation has no list that is read page by page.',
    remedy: 'Ask for `application/json`.',
  },
  BODY_TOO_LARGE: {
    status: 413,
    meaning: 'The body is larger than `GATEWAY_BODY_BYTES`.',
    remedy: 'Send less at once, for example smaller batches.',
  },
  MEDIA_TYPE_UNSUPPORTED: {
    status: 415,
    meaning: 'The body’s media type is none that the gateway reads, or the body is compressed.',
    remedy: 'Send `content-type: application/json`, and no `content-encoding`.',
  },
  GRAPHQL_PARSE_FAILED: {
    status: 400,
    meaning: 'The document is not GraphQL.',
    remedy: 'Mend it at the location told.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    meaning: 'The document asks for what the schema does not have.',
    remedy: 'Mend it at the location told.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    status: 400,
    meaning: 'The document has several operations and none was chosen, or has not the one named.',
    remedy: 'Send `operationName`.',
  },
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
  COST_LIMIT: {
    status: 400,
    meaning:
      'The operation may cost more than `GATEWAY_COST_LIMIT`, or than the client’s quota can ever hold; `extensions.found` says how much, `extensions.limit` how much it may.',
    remedy: 'Ask for fewer items of lists, or for parts of it in several requests.',
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
  OPERATION_TOO_COMPLEX: {
    status: 400,
    meaning:
      'The document unfolds to more fields than `GATEWAY_DOCUMENT_SELECTIONS` (also where fields that some types of an interface refuse the caller are asked of each of the others), has too many ways to be answered or merged, needs too many fetches, or takes longer to plan than `GATEWAY_PLANNING_TIMEOUT_MS`; or its variables nest thousands of levels deep.',
    remedy:
      'Split it, name fields apart by aliases, or select fewer fragments on interfaces, and fewer interfaces within each other.',
  },
  PLANNING_BUSY: {
    status: 503,
    meaning: 'More new operations wait to be planned than `GATEWAY_PLANNING_QUEUE`.',
    remedy: 'Ask again in a moment.',
  },
  BAD_USER_INPUT: {
    status: 400,
    meaning: 'A variable is missing or of the wrong type.',
    remedy: 'Send variables as the operation declares them.',
  },
  PERSISTED_QUERY_NOT_FOUND: {
    status: 200,
    meaning: 'No document of this id is known here, or none that the client may use.',
    remedy:
      'Where any document may be sent (automatic persisted queries): send hash and document together, once; clients do it by themselves. Else have the operation registered for the client.',
  },
  PERSISTED_QUERY_MISMATCH: {
    status: 400,
    meaning: 'The request has a document and an id, and the id is not that document’s.',
    remedy: 'Send the lower-case hexadecimal SHA-256 of the document as it is sent, or one of the two alone.',
  },
  UNAUTHENTICATED: {
    status: 401,
    meaning:
      'The field at `path`, or the object that stands there, needs more than a caller without a credential is granted; the message says what. It is null, and was not asked for. Without a path: the whole request does.',
    remedy: 'Show a credential that grants it: `authorization: Bearer <token or API key>`.',
  },
  FIELD_FORBIDDEN: {
    status: 403,
    meaning:
      'The field at `path`, or the object that stands there, needs what the caller’s credential does not grant; the message says what. It is null, and was not asked for.',
    remedy: 'Use the rest of the answer, or have the operator grant it.',
  },
  SUBSCRIPTION_NEEDS_STREAM: {
    status: 406,
    meaning: 'The operation is a subscription, and the request takes one answer.',
    remedy:
      'Send it by WebSocket (`graphql-transport-ws`) to `/graphql`, or by POST with `accept: text/event-stream` or `accept: multipart/mixed; subscriptionSpec=1.0`.',
  },
  SUBSCRIPTIONS_OFF: {
    status: 400,
    meaning:
      'The subgraph that would send what is subscribed to is not asked for it: `GATEWAY_SUBSCRIPTIONS` says `off`.',
    remedy: 'Ask by a query now and then.',
  },
  SUBSCRIPTION_LIMIT: {
    status: 429,
    meaning:
      'The connection has `GATEWAY_LIVE_OPERATIONS` operations under way, or the gateway has no room for the subscription: see `GATEWAY_LIVE_UPSTREAMS`, `GATEWAY_LIVE_BYTES` and `GATEWAY_LIVE_SUBSCRIPTIONS`.',
    remedy: 'End some, or ask again later.',
  },
  CONNECTION_LIMIT: {
    status: 503,
    meaning: 'The gateway has as many live connections as `GATEWAY_LIVE_CONNECTIONS` allows.',
    remedy: 'Try again later, or another instance.',
  },
  ORIGIN_FORBIDDEN: {
    status: 403,
    meaning: 'A web page of a foreign origin asked for a live connection; `GATEWAY_LIVE_ORIGINS` names those that may.',
    remedy: 'Have the operator name the page’s origin.',
  },
  SUBSCRIPTION_LOST: {
    status: 502,
    meaning:
      'The subgraph named in `extensions.subgraph` ended the subscription, or could not be reached again within `GATEWAY_SUBSCRIPTION_RETRY_MS`.',
    remedy: 'Subscribe again, with growing waits between tries.',
  },
  SUPERGRAPH_CHANGED: {
    status: 503,
    meaning: 'The supergraph was replaced by one on which the subscription is not valid, or can’t be planned.',
    remedy: 'Subscribe again: the answer says what is wrong with the operation now.',
  },
  SERVER_DRAINING: {
    status: 503,
    meaning: 'This gateway is about to stop, and ends its subscriptions.',
    remedy: 'Subscribe again at once: another instance answers.',
  },
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

/** The README's table of errors. */
export function errorTable(): string {
  const rows = Object.entries(errors).map(
    ([code, { status, meaning, remedy }]) => `| \`${code}\` | ${status} | ${meaning} | ${remedy} |`,
  );
  return ['| code | HTTP | meaning | what to do |', '|---|---|---|---|', ...rows].join('\n');
}
