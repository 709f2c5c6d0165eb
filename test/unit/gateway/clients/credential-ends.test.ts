import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ANONYMOUS, type Client } from '../../../../gateway/clients/client.ts';
import { CredentialEnds } from '../../../../gateway/clients/credential-ends.ts';

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

const until = (expiresAt: number): Client => ({ ...ANONYMOUS, expiresAt });

test('an end is told within half a second of expiry, not before, and once', () => {
  const ends = new CredentialEnds();
  const told: string[] = [];
  ends.wait(until(1000), () => void told.push('first'));
  ends.wait(until(1400), () => void told.push('second'));
  vi.advanceTimersByTime(999);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(400);
  expect(told).toEqual(['first']);
  vi.advanceTimersByTime(10_000);
  expect(told).toEqual(['first', 'second']);
  expect(vi.getTimerCount()).toBe(0);
});

test('an end is told at once on revocation, to all who wait for it', () => {
  const ends = new CredentialEnds();
  const revocation = new AbortController();
  const client: Client = { ...until(5000), revoked: revocation.signal };
  const told: number[] = [];
  for (const each of [1, 2, 3]) ends.wait(client, () => void told.push(each));
  revocation.abort();
  expect(told).toEqual([1, 2, 3]);
  vi.advanceTimersByTime(10_000);
  expect(told).toHaveLength(3);
});

test('what has ended before is told at once', () => {
  const ends = new CredentialEnds();
  const told: string[] = [];
  ends.wait(until(0), () => void told.push('expired'));
  ends.wait({ ...ANONYMOUS, revoked: AbortSignal.abort() }, () => void told.push('revoked'));
  expect(told).toEqual(['expired', 'revoked']);
});

test('nobody is told who waits no more, nor where nothing ends; nothing runs on', () => {
  const ends = new CredentialEnds();
  const told: string[] = [];
  const revocation = new AbortController();
  ends.wait({ ...until(1000), revoked: revocation.signal }, () => void told.push('left'))();
  ends.wait(ANONYMOUS, () => void told.push('never'));
  expect(vi.getTimerCount()).toBe(0);
  revocation.abort();
  vi.advanceTimersByTime(10_000);
  expect(told).toEqual([]);
});

test('clocks that are set forward and back lose no end', () => {
  const ends = new CredentialEnds();
  const told: number[] = [];
  vi.setSystemTime(1_000_000);
  ends.wait(until(2_000_000), () => void told.push(1));
  vi.setSystemTime(500_000);
  ends.wait(until(501_000), () => void told.push(2));
  vi.advanceTimersByTime(1500);
  expect(told).toEqual([2]);
  vi.setSystemTime(9_000_000);
  vi.advanceTimersByTime(300);
  expect(told).toEqual([2, 1]);
});
