import type { ErrorMeaning } from './error-meaning.ts';

/** Errors of requests that can't be read, or name what is not there. */
export const requestErrors = {
  BAD_REQUEST: {
    status: 400,
    meaning:
      'The request is no GraphQL request: malformed JSON, an empty body, no query, a malformed header, or one that a foreign web page could have sent (CSRF).',
    remedy:
      'Mend what the message names. A GET, or a body that is not JSON, needs the header `apollo-require-preflight: 1`.',
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
    meaning:
      'The body’s media type is none that the gateway reads, its `charset` is another than `utf-8`, or it is compressed.',
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
} as const satisfies Record<string, ErrorMeaning>;
