import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { operationLabels } from '../../../../gateway/telemetry/operation-labels.ts';

describe('operationLabels', () => {
  test('gives known names, and others while there is room, their own; the rest and the nameless share one', () => {
    const labelOf = operationLabels((name) => name === 'Known', 1);
    expect(['First', 'Second', 'Known', 'First', undefined].map(labelOf)).toEqual([
      'First',
      'other',
      'Known',
      'First',
      'other',
    ]);
  });

  test('gives none to a name that is too long', () => {
    const labelOf = operationLabels(() => false, 10);
    expect(labelOf('a'.repeat(100))).toHaveLength(100);
    expect(labelOf('a'.repeat(101))).toBe('other');
  });

  test('never makes more labels than there is room for, whatever clients send', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.nat(10), (names, room) => {
        const labelOf = operationLabels((name) => name === 'A' || name === 'B', room);
        expect(new Set(names.map(labelOf)).size).toBeLessThanOrEqual(2 + room + 1);
        expect(labelOf('A')).toBe('A');
      }),
    );
  });
});
