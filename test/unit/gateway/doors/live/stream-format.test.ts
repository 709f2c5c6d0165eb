import { expect, test } from 'vitest';
import { SSE, streamFormat } from '../../../../../gateway/doors/live/stream-format.ts';

test('a stream is sent to who asks for one by name', () => {
  const asked = (accept: string | undefined) => streamFormat(accept)?.protocol;
  expect(asked('text/event-stream')).toBe('sse');
  expect(asked('multipart/mixed;boundary="graphql";subscriptionSpec=1.0,application/json')).toBe('multipart');
  expect(asked('multipart/mixed; subscriptionSpec="1.0"')).toBe('multipart');
  expect(asked('text/event-stream;q=0.5, application/json')).toBe('sse');
  for (const accept of [
    undefined,
    '*/*',
    'application/json',
    'multipart/mixed',
    'multipart/mixed; deferSpec=20220824',
    'text/event-stream;q=0',
    'text/event-stream; q=0.0, application/json',
    'multipart/mixed;subscriptionSpec=1.0;q=0, application/json',
  ]) {
    expect(asked(accept)).toBeUndefined();
  }
});

test('a message is framed once for all who read it', () => {
  const message = { body: Buffer.from('{"data":null}') };
  expect(String(SSE.message(message))).toBe('event: next\ndata: {"data":null}\n\n');
  expect(SSE.message(message)).toBe(SSE.message(message));
});
