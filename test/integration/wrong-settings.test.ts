import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redcat-settings-'));
});

afterAll(() => rm(folder, { recursive: true }));

/** Runs a command to its end. @returns its status, and what it wrote */
function run(args: readonly string[], env: Record<string, string>) {
  const folders = { CONTENT_DATA_FOLDER: join(folder, 'content'), COMMERCE_DATA_FOLDER: join(folder, 'commerce') };
  return new Promise<{ status: unknown; stdout: string; stderr: string }>((resolve) => {
    execFile(process.execPath, args, { env: { ...process.env, ...folders, ...env } }, (error, stdout, stderr) =>
      resolve({ status: error?.code ?? 0, stdout, stderr }),
    );
  });
}

const GATEWAYS = { GATEWAY_COST_LIMIT: 'lots', GATEWAY_GRAPHIQL: 'maybe', GATEWAY_SUPERGRAHP: 'x' };
const COSTS = 'GATEWAY_COST_LIMIT=lots: must be a whole number from 1 to 1000000000000, such as 100000';
const UNKNOWN = 'GATEWAY_SUPERGRAHP is unknown; did you mean GATEWAY_SUPERGRAPH?';
const PAGE = 'GATEWAY_GRAPHIQL=maybe: must be on or off';
const LINKS = 'CONTENT_LINKS_PER_NOTE=none: must be a whole number from 1 to 100, such as 20';
const PEOPLE = 'COMMERCE_MIN_PEOPLE=-3: must be a whole number from 1 to 1000000, such as 50';

test.each([
  [
    'npm start',
    ['start.ts'],
    { ...GATEWAYS, CONTENT_LINKS_PER_NOTE: 'none', COMMERCE_MIN_PEOPLE: '-3' },
    [UNKNOWN, COSTS, PAGE, LINKS, PEOPLE],
  ],
  ['the gateway', ['gateway/cli.ts', 'start'], GATEWAYS, [UNKNOWN, COSTS, PAGE]],
  ['content', ['subgraphs/content/main.ts'], { CONTENT_LINKS_PER_NOTE: 'none' }, [LINKS]],
  ['commerce', ['subgraphs/commerce/main.ts'], { COMMERCE_MIN_PEOPLE: '-3' }, [PEOPLE]],
])(
  '%s tells all wrong settings at once, each with how to mend it, and ends with 2 before anything is laid out',
  async (_name, args, env, problems) => {
    const { status, stdout, stderr } = await run(args, env);
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr: `These settings are wrong:\n${problems.map((each) => `  ${each}\n`).join('')}`,
    });
    expect(existsSync(join(folder, 'content')) || existsSync(join(folder, 'commerce'))).toBe(false);
  },
);
