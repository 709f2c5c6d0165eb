import { expect, test } from 'vitest';
import { SSE, streamFormat } from '../../../../gateway/doors/stream-format.ts';

test('a stream is sent to who asks for one by name', () => {
  const asked = (accept: string | undefined) => streamFormat(accept)?.protocol;
  expect(asked('text/event-stream')).toBe('sse');
  expect(asked('multipart/mixed;boundary="graphql";subscriptionSpec=1.0,application/json')).toBe('multipart');
  expect(asked('multipart/mixed; subscriptionSpec="1.0"')).toBe('multipart');
  for (const accept of [
    undefined,
    '*/*',
    'application/json',
    'multipart/mixed',
    'multipart/mixed; deferSpec=20220824',
  ]) {
    expect(asked(accept)).toBeUndefined();
  }
});

test('a message is framed once for all who read it', () => {
  const message = { body: Buffer.from('{"data":null}') };
  expect(String(SSE.message(message))).toBe('event: next\ndata: {"data":null}\n\n');
  expect(SSE.message(message)).toBe(SSE.message(message));
});
