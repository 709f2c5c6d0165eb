import { GraphQLError } from 'graphql';

interface Meaning {
  /** Of `POST /events`. https://www.rfc-editor.org/rfc/rfc9110#section-15 */
  readonly status: 400 | 403 | 413 | 415 | 422 | 429 | 503;
  readonly meaning: string;
}

/**
 * Why no event of a batch was judged, by stable code: what it means and what to do. `POST /events` answers with the status, `eventsRecord`
 * with the code. The table of docs/errors.md is written from it.
 */
export const recordingErrors = {
  RECORDING_BUSY: {
    status: 429,
    meaning: 'More events wait than the queue takes: send the same batch again after Retry-After (retryAfter) seconds.',
  },
  RECORDING_UNAVAILABLE: {
    status: 503,
    meaning: 'The database can’t be reached or refused; what became of the batch is unknown: send the same again.',
  },
  EVENTS_COUNT: {
    status: 400,
    meaning: 'A batch has no event or too many: 1 to 500 in JSON, up to 5,000 in NDJSON.',
  },
  EVENTS_FORBIDDEN: { status: 403, meaning: 'The sender does not hold the scope event:write.' },
  EVENTS_MALFORMED: {
    status: 400,
    meaning: 'The body is neither a JSON array of events nor an object with one in `events`, or its gzip is damaged.',
  },
  EVENTS_TOO_LARGE: {
    status: 413,
    meaning: 'The body is too large, as sent or once it is unpacked; the message says by which bound.',
  },
  EVENTS_TYPE_UNSUPPORTED: {
    status: 415,
    meaning: 'The body is neither application/json nor application/x-ndjson, or packed otherwise than with gzip.',
  },
  IDEMPOTENCY_KEY_INVALID: { status: 400, meaning: 'An idempotency key is not 1 to 200 visible ASCII characters.' },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    meaning: 'The idempotency key named another batch within the last 7 days: use a new one for each batch.',
  },
} as const satisfies Record<string, Meaning>;

export type RecordingErrorCode = keyof typeof recordingErrors;

/** A batch of which nothing was judged; its message reaches the sender as it stands. */
export class RecordingError extends GraphQLError {
  readonly code: RecordingErrorCode;
  /** After how many seconds to send it again; undefined where that would not help. */
  readonly retryAfter: number | undefined;

  constructor(code: RecordingErrorCode, message: string, retryAfter?: number) {
    super(message, { extensions: { code, ...(retryAfter !== undefined && { retryAfter }) } });
    this.code = code;
    this.retryAfter = retryAfter;
  }
}
