import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPersonKey } from '../../../../../../subgraphs/commerce/conversions/intake/person-key.ts';

describe('readPersonKey', () => {
  it('reads the same key from hexadecimal digits and from base64url', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const key = Buffer.from(bytes);
        expect(readPersonKey(key.toString('hex'))).toBe(key.toString('hex'));
        expect(readPersonKey(key.toString('hex').toUpperCase())).toBe(key.toString('hex'));
        expect(readPersonKey(key.toString('base64url'))).toBe(key.toString('hex'));
      }),
    );
  });

  it.each([
    ['13812345678', /phone number/],
    ['+86 138-1234-5678', /phone number/],
    ['li.wei@example.cn', /mail address/],
    ['7f3c9a52-1111-4222-8333-944455556666', /UUID or device id/],
    ['李雷', /no hash/],
    [createHash('md5').update('13812345678').digest('hex'), /device id/],
    [`${'A'.repeat(42)}B`, /no hash/],
    [`${'0'.repeat(65)}`, /no hash/],
  ])('refuses %s', (raw, says) => {
    const refused = expect.objectContaining({
      rejection: { code: 'EVENT_PERSON_RAW', field: ['personKey'], message: expect.stringMatching(says) },
    });
    expect(() => readPersonKey(raw)).toThrow(refused);
  });
});
