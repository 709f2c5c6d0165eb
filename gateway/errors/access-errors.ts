import type { ErrorMeaning } from './error-meaning.ts';

/** Errors of who asks, and of what they may. */
export const accessErrors = {
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
  CREDENTIALS_UNAVAILABLE: {
    status: 503,
    meaning: 'Credentials can’t be checked now: what they are checked against has been out of reach for too long.',
    remedy: 'Ask again in a moment, with the same credential.',
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
} as const satisfies Record<string, ErrorMeaning>;
