import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LiveOperation } from '../../../../../gateway/doors/live/live-operation.ts';
import { LiveOutbox } from '../../../../../gateway/doors/live/live-outbox.ts';
import { LocalBucket } from '../../../../../gateway/guard/quota/bucket.ts';
import type { LiveMessage } from '../../../../../gateway/live/subscriber.ts';

const message = (text: string): LiveMessage => ({ body: Buffer.from(text), cost: 50 });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('messages over the quota of their client wait until there is room, and then the newest is sent', async () => {
  const sent: string[] = [];
  const watch = { onSubscription: () => undefined, onSent: () => undefined, onSuperseded: () => undefined };
  const live = { subscribe: async () => ({ stop: () => undefined }) };
  const parts = { protocol: 'ws', live, watch, outbox: new LiveOutbox(1_000_000) };
  const operation = new LiveOperation(parts as never, {
    write: ({ body }) => void sent.push(String(body)),
    waiting: 0,
    finish: () => undefined,
  });
  const cost = new LocalBucket({ capacity: 20, rate: 1000 });
  const charge = { accounts: [{ prefix: '', requests: undefined, cost }], retryAfter: undefined };
  const caller = { client: {}, requestId: 'r', charge };
  await operation.open({ request: { caller }, record: () => undefined } as never);
  for (const text of ['first', 'second', 'third']) operation.next(message(text));
  expect(sent).toEqual(['first']);
  for (let waited = 0; sent.length < 2 && waited < 1000; waited++) vi.advanceTimersByTime(1);
  expect(sent).toEqual(['first', 'third']);
  operation.next(message('fourth'));
  operation.cancel();
  vi.advanceTimersByTime(1000);
  expect(sent).toEqual(['first', 'third']);
});
