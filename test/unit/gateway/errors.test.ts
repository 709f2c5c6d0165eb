import { describe, expect, test } from 'vitest';
import { errors, errorTable, isErrorCode } from '../../../gateway/errors.ts';

test('the table has a row for each code, with status, meaning and remedy', () => {
  const rows = errorTable().split('\n').slice(2);
  expect(rows.length).toBe(Object.keys(errors).length);
  for (const row of rows) expect(row).toMatch(/^\| `[A-Z_]+` \| \d{3} \| \S.+ \| \S.+ \|$/);
});

describe('isErrorCode', () => {
  test.each(['constructor', '__proto__', 'toString', undefined, 7])('is no for %s', (code) => {
    expect(isErrorCode(code)).toBe(false);
  });
});
