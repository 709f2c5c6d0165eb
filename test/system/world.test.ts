import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { readFinishedFile } from '../../subgraphs/world/load/finished-file.ts';
import { temporarySystem } from '../../system/temporary-system.ts';
import { copyWorld } from '../kit/world-template.ts';

const run = promisify(execFile);

/** A world is loaded and decided, and three servers answer for each of its figures: the slowest of tests where others share the processors. */
const TIMEOUT_MS = 300_000;

/** How many figures of each group were compared, once none differs. */
async function check(...options: string[]): Promise<Map<string, number>> {
  const { stdout } = await run(process.execPath, ['subgraphs/world/main.ts', 'check', '--scale', 'S', ...options]);
  const groups = [...stdout.matchAll(/^(\S.*?) {2,}(\d+) {2,}(\d+)$/gm)].map(([, name = '', compared, differ]) => ({
    name,
    compared: Number(compared),
    differ: Number(differ),
  }));
  for (const { name, compared, differ } of groups) {
    expect(compared, name).toBeGreaterThan(0);
    expect(differ, name).toBe(0);
  }
  return new Map(groups.map(({ name, compared }) => [name, compared]));
}

test(
  "the gateway answers the sample world's truth at S, figure by figure, and withholds exactly the cells that it lists",
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'redcat-world-'));
    try {
      await copyWorld(folder);
      const [content, commerce] = [join(folder, 'content'), join(folder, 'commerce')];
      const now = readFinishedFile({ folder: commerce })?.now ?? '';
      await using system = await temporarySystem('S', { CONTENT_DATA_FOLDER: content, COMMERCE_DATA_FOLDER: commerce });
      const compared = await check('--gateway', system.urls.gateway, '--now', now);
      expect([...compared.keys()]).toEqual(
        expect.arrayContaining(['NOTE conversion', 'engagement', 'link demand', 'shop funnels', 'audience']),
      );
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
  TIMEOUT_MS,
);

test(
  'with a threshold of 1 its reports about people tell the fractions that the world realised, and withhold nobody',
  async () => {
    const compared = await check('--min-people', '1', '--only-people');
    expect([...compared.keys()]).toEqual(
      expect.arrayContaining(['uplift report', 'search insights', 'shop funnels', 'audience']),
    );
  },
  TIMEOUT_MS,
);
