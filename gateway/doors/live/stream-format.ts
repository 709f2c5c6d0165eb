import type { ToldError } from '../../execution/told-errors.ts';
import type { LiveMessage } from '../../live/subscriber.ts';
import { type MediaRange, mediaRanges } from '../media-ranges.ts';

/** How one subscription is sent over one HTTP response. */
export interface StreamFormat {
  readonly protocol: 'sse' | 'multipart';
  readonly contentType: string;
  /** What begins the body: clients and proxies see that something comes. */
  readonly opening: Buffer;
  /** A sign of life. */
  readonly beat: string;
  /** A message: the same bytes for all who read it so. */
  message(message: LiveMessage): Buffer;
  /** What ends the body. @param errors why; none where the subscription is complete */
  ending(errors: readonly ToldError[]): string;
}

/** The format that a client asks for by its `accept` header; undefined for none. */
export function streamFormat(accept: string | undefined): StreamFormat | undefined {
  if (!accept) return undefined;
  if (/\btext\/event-stream\b/i.test(accept) && isTaken(accept, ({ type }) => type === SSE_TYPE)) return SSE;
  const isMultipart =
    /\bmultipart\/mixed\s*;[^,]*\bsubscriptionSpec="?1\.0\b/i.test(accept) && isTaken(accept, isSubscriptionSpec);
  return isMultipart ? MULTIPART : undefined;
}

const SSE_TYPE = 'text/event-stream';

function isSubscriptionSpec({ type, parameters }: MediaRange): boolean {
  return type === 'multipart/mixed' && parameters.has('subscriptionspec');
}

/** Whether a type that is named is not refused (`q=0`). */
function isTaken(accept: string, isMeant: (range: MediaRange) => boolean): boolean {
  return !/;\s*q=/i.test(accept) || mediaRanges(accept).some((range) => isMeant(range) && range.quality > 0);
}

/** https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md#distinct-connections-mode */
export const SSE: StreamFormat = {
  protocol: 'sse',
  contentType: 'text/event-stream; charset=utf-8',
  opening: Buffer.from(':\n\n'),
  beat: ':\n\n',
  message: framed('event: next\ndata: ', '\n\n'),
  ending: (errors) => {
    const why = errors.length > 0 ? `event: next\ndata: ${JSON.stringify({ errors })}\n\n` : '';
    return `${why}event: complete\ndata:\n\n`;
  },
};

const PART = 'content-type: application/json\r\n\r\n';
const BOUNDARY = '\r\n--graphql\r\n';

/** Each part ends with a boundary, so that a client knows at once that it is whole. https://www.apollographql.com/docs/graphos/routing/operations/subscriptions/multipart-protocol */
const MULTIPART: StreamFormat = {
  protocol: 'multipart',
  contentType: 'multipart/mixed; boundary="graphql"; subscriptionSpec=1.0',
  opening: Buffer.from(BOUNDARY),
  beat: `${PART}{}${BOUNDARY}`,
  message: framed(`${PART}{"payload":`, `}${BOUNDARY}`),
  ending: (errors) => {
    const last = errors.length > 0 ? { payload: null, errors } : {};
    return `${PART}${JSON.stringify(last)}\r\n--graphql--\r\n`;
  },
};

/** Puts a frame around messages, once for each. */
function framed(before: string, after: string): StreamFormat['message'] {
  const frames = new WeakMap<LiveMessage, Buffer>();
  return (message) => {
    let frame = frames.get(message);
    if (!frame) {
      frame = Buffer.concat([Buffer.from(before), message.body, Buffer.from(after)]);
      frames.set(message, frame);
    }
    return frame;
  };
}
