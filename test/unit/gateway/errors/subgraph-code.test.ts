import { constants } from 'node:os';
import fc from 'fast-check';
import { errors as undiciErrors } from 'undici';
import { describe, expect, test } from 'vitest';
import { isSubgraphCode } from '../../../../gateway/errors/subgraph-code.ts';

describe('isSubgraphCode', () => {
  test.each(['ID_INVALID', 'CURSOR_INVALID', 'FORBIDDEN', 'UNAUTHENTICATED', 'BAD_USER_INPUT'])(
    'is yes for %s',
    (code) => {
      expect(isSubgraphCode(code)).toBe(true);
    },
  );

  test.each([
    'MER_ERR_GQL_VALIDATION',
    'FST_ERR_CTP',
    'ERR_INVALID_ARG_TYPE',
    '42P01',
    '23505',
    'ENOTFOUND',
    'a b',
    '',
    null,
  ])('is no for %s, which no person chose for clients', (code) => {
    expect(isSubgraphCode(code)).toBe(false);
  });

  test('is no for every error of the system, and of the transport', () => {
    for (const code of Object.keys(constants.errno)) expect(isSubgraphCode(code)).toBe(false);
    expect(isSubgraphCode(new undiciErrors.SocketError('x').code)).toBe(false);
  });

  test('is never yes for text that could carry a sentence, a path or an address', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(/[^A-Z0-9_]/.test(text));
        expect(isSubgraphCode(text)).toBe(false);
      }),
    );
  });
});
