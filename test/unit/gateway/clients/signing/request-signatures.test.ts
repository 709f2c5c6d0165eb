import { createHash, createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { RequestSignatures } from '../../../../../gateway/clients/signing/request-signatures.ts';
import { SeenSignatures } from '../../../../../gateway/clients/signing/seen-signatures.ts';

const SECRET = Buffer.alloc(32, 7);
const NOON = 1_746_590_400_000;
const request = { method: 'POST', path: '/op/A?x=1', body: Buffer.from('{"variables":{}}') };

function signed(time: number, of: typeof request = request, secret = SECRET): string {
  const body = createHash('sha256').update(of.body).digest('hex');
  const mac = createHmac('sha256', secret).update(`${time}\n${of.method}\n${of.path}\n${body}`).digest('hex');
  return `t=${time},v1=${mac}`;
}

/** As it is at noon in a gateway that began an hour ago. */
function longRunning(): RequestSignatures {
  let now = NOON - 3_600_000;
  const signatures = new RequestSignatures(undefined, () => now);
  now = NOON;
  return signatures;
}

function check(signature: string | undefined, signatures = longRunning(), of = request): void {
  signatures.check('a', SECRET, { ...of, headers: { ...(signature && { 'x-redcat-signature': signature }) } });
}

describe('RequestSignatures', () => {
  test('takes a request that is signed as told', () => {
    expect(() => check(signed(NOON))).not.toThrow();
    expect(() => check(signed(NOON - 59_000))).not.toThrow();
    expect(() => check(signed(NOON + 59_000))).not.toThrow();
  });

  test.each([
    ['none', undefined, /missing/],
    ['what is no signature', 'v1=00', /missing/],
    ['one that is too old', signed(NOON - 61_000), /more than a minute/],
    ['one of the future', signed(NOON + 61_000), /more than a minute/],
    ['one of another method', signed(NOON, { ...request, method: 'GET' }), /wrong/],
    ['one of another path', signed(NOON, { ...request, path: '/op/A?x=2' }), /wrong/],
    ['one of another body', signed(NOON, { ...request, body: Buffer.from('{}') }), /wrong/],
    ['one by another secret', signed(NOON, request, Buffer.alloc(32)), /wrong/],
  ])('refuses %s', (_, signature, why) => {
    expect(() => check(signature)).toThrow(why);
    expect(() => check(signature)).toThrow(expect.objectContaining({ code: 'SIGNATURE_REFUSED' }));
  });

  test('takes none from before its own start, which it may have taken before', () => {
    const begun = () => new RequestSignatures(undefined, () => NOON);
    expect(() => check(signed(NOON - 1), begun())).toThrow(/before this gateway started/);
    expect(() => check(signed(NOON), begun())).not.toThrow();
  });

  test('takes each signature once, for as long as it could be used', () => {
    let now = NOON;
    const signatures = new RequestSignatures(undefined, () => now);
    const ahead = signed(NOON + 59_000);
    check(ahead, signatures);
    for (now = NOON; now <= NOON + 119_000; now += 17_000) expect(() => check(ahead, signatures)).toThrow(/before/);
  });
});

describe('SeenSignatures', () => {
  test('remembers so many at most, and says when it can’t remember one more', () => {
    const seen = new SeenSignatures(1000);
    for (let index = 0; index < 60_000; index++) seen.add(String(index), 0);
    expect(seen.add('one more', 0)).toBe('full');
    expect(seen.add('5', 999)).toBe('seen');
    expect(seen.add('one more', 1000)).toBe('new');
    expect(seen.add('5', 1999)).toBe('seen');
    expect(seen.add('5', 5000)).toBe('new');
  });
});
