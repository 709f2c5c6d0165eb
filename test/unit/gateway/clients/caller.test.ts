import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callerOf, requestIdFrom, ViewerInvalid } from '../../../../gateway/clients/caller.ts';
import { ANONYMOUS } from '../../../../gateway/clients/client.ts';

describe('requestIdFrom', () => {
  test('keeps an id that is short and plain', () => {
    expect(requestIdFrom({ 'x-request-id': '7f:a.b-C_1' })).toBe('7f:a.b-C_1');
  });

  test('is always short and plain, and new where the given one is not', () => {
    fc.assert(
      fc.property(fc.string(), (given) => {
        expect(requestIdFrom({ 'x-request-id': given })).toMatch(/^[\w.:-]{1,128}$/);
      }),
    );
    const made = Array.from({ length: 1000 }, () => requestIdFrom({}));
    expect(new Set(made).size).toBe(1000);
    for (const id of made) expect(id).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('callerOf', () => {
  test('is nobody without the header, and who the header says', () => {
    expect(callerOf('r', {}, ANONYMOUS).viewer).toBeUndefined();
    expect(callerOf('r', { 'x-redcat-viewer': 'p_1-A' }, ANONYMOUS).viewer).toBe('p_1-A');
  });

  test.each(['', 'a b', 'é', 'x'.repeat(129), 'a,b', ['a', 'b']])('refuses %j', (given) => {
    expect(() => callerOf('r', { 'x-redcat-viewer': given }, ANONYMOUS)).toThrow(ViewerInvalid);
  });

  test('is whom a viewer’s credential names, whatever the header says', () => {
    const viewer = { ...ANONYMOUS, kind: 'viewer', person: 'sub:a' } as const;
    const { viewer: told, headers } = callerOf('r', { 'x-redcat-viewer': 'somebody-else' }, viewer);
    expect([told, headers['x-redcat-viewer']]).toEqual(['sub:a', 'sub:a']);
  });
});
