import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);

/** A world is loaded, its periods are decided, and three servers answer for each of its figures: the slowest of tests where others share the processors. */
const TIMEOUT_MS = 300_000;

test(
  "the gateway answers the sample world's truth at S, figure by figure",
  async () => {
    const { stdout } = await run(process.execPath, ['subgraphs/world/main.ts', 'check', '--scale', 'S']);
    const groups = [...stdout.matchAll(/^(\S.*?) {2,}(\d+) {2,}(\d+)$/gm)].map(([, name, compared, differ]) => ({
      name,
      compared: Number(compared),
      differ: Number(differ),
    }));
    expect(groups.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['NOTE conversion', 'engagement', 'link demand']),
    );
    for (const { name, compared, differ } of groups) {
      expect(compared, name).toBeGreaterThan(0);
      expect(differ, name).toBe(0);
    }
  },
  TIMEOUT_MS,
);
