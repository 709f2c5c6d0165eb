import { afterAll, describe, expect, test } from 'vitest';
import { type DifferentialReport, differential } from './random/differential.ts';
import { CONTEXT_REFUSED, KNOWN_DIFFERENCES } from './random/known-differences.ts';

const CASES = Number(process.env.DIFFERENTIAL_CASES ?? 2000);
/** The same cases at every run, unless another seed is given: a search for new ones is for people to start. */
const SEED = Number(process.env.DIFFERENTIAL_SEED ?? 1);
/** From so many cases on, a known difference that none of them needed is taken for mended. */
const MANY = 100_000;
const TIME_LIMIT_MS = 600_000 + CASES * 1000;

let report: DifferentialReport | undefined;

describe('random supergraphs, data and operations', () => {
  test(
    'ours answers as graphql-js over the merged schema, and as the stock gateway but for known differences',
    async () => {
      report = await differential({ cases: CASES, seed: SEED });
      expect(report.failure, report.failure).toBeUndefined();
      for (const kind of KINDS) {
        expect(report.seen.get(kind) ?? 0, `${kind}: the cases are not trivial`).toBeGreaterThan(CASES / 500);
      }
      expect(report.seen.get('does not compose') ?? 0).toBeLessThanOrEqual(1 + report.supergraphs / 20);
      if (CASES >= MANY) expect([...report.differences.keys()].sort()).toEqual(NAMES.sort());
    },
    TIME_LIMIT_MS,
  );

  afterAll(() => {
    if (report) process.stdout.write(`${summary(report)}\n`);
  });
});

const NAMES = [CONTEXT_REFUSED, ...KNOWN_DIFFERENCES.map(({ name }) => name)];

/** What a run must have met to be worth anything. */
const KINDS = [
  'two fetches or more',
  'four fetches or more',
  'errors',
  'abstract types',
  '@requires',
  '@fromContext',
  'interface objects',
  'mutations',
  'introspection',
  'variables',
  'conditions',
];

function summary({ cases, supergraphs, seen, differences }: DifferentialReport): string {
  const counts = JSON.stringify(Object.fromEntries([...seen, ...differences]));
  return `${cases} cases over ${supergraphs} supergraphs: ${counts}`;
}
