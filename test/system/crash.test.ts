import { expect, inject, test } from 'vitest';
import { type RoundReport, runSeries } from '../crash/rounds.ts';
import { copyWorld } from '../kit/world-template.ts';

/** Three rounds of what `npm run test:crash` does fifty of. */

const PATIENCE_MS = 300_000;
const OURS = { seed: Date.now(), roundMs: 4_000, prepare: copyWorld };
const postgresUrl = inject('postgresUrl');

function tell({ killed, faults, log }: RoundReport): string {
  return faults.length === 0 ? 'all there, all once' : [`killed ${killed.join(', ')}`, ...faults, log].join('\n');
}

test.skipIf(postgresUrl === null)(
  'what was acknowledged on PostgreSQL is there once, and figures are right, whatever is killed meanwhile',
  async () => {
    for await (const report of runSeries({ engine: 'PostgreSQL', rounds: 2, ...OURS })) {
      expect(tell(report)).toBe('all there, all once');
      expect(report.acknowledged).toBeGreaterThan(0);
    }
  },
  PATIENCE_MS,
);

test(
  'what was acknowledged on PGlite is there once, and figures are right, whatever is killed meanwhile',
  async () => {
    for await (const report of runSeries({ engine: 'PGlite', rounds: 1, ...OURS })) {
      expect(tell(report)).toBe('all there, all once');
      expect(report.acknowledged).toBeGreaterThan(0);
    }
  },
  PATIENCE_MS,
);
