import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openContentDatabase } from '../../subgraphs/content/store/open.ts';
import { FolderLockedError } from '../../subgraphs/kit/folder-lock.ts';
import { fillDataFolder, newDataFolder } from '../kit/data-folder.ts';

/** A content process, with all that it wrote. */
interface Run {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Its exit code, when it has ended. */
  readonly ended: Promise<number | null>;
}

let folder = '';
let runs: Run[] = [];

beforeEach(async () => {
  folder = await newDataFolder();
  runs = [];
});

afterEach(async () => {
  for (const { child, ended } of runs) {
    child.kill('SIGKILL');
    await ended;
  }
  await rm(folder, { recursive: true, force: true });
});

function run(env: Record<string, string> = {}, args: string[] = []): Run {
  const child = spawn(process.execPath, ['subgraphs/content/main.ts', ...args], {
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      CONTENT_PORT: '0',
      CONTENT_DATA_FOLDER: folder,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const started = { child, output: () => output, ended };
  runs.push(started);
  return started;
}

/** The origin at which a process listens. */
async function listening({ child, output }: Run): Promise<string> {
  for (;;) {
    const origin = /listening at (http:\/\/[\d.:]+)/.exec(output())?.[1];
    if (origin) return origin;
    if (child.exitCode !== null) throw new Error(output());
    await sleep(20);
  }
}

test('npm run content serves an empty content graph, is ready, and ends with SIGTERM', async () => {
  const content = run();
  const origin = await listening(content);
  expect((await fetch(`${origin}/readyz`)).status).toBe(200);
  expect((await fetch(`${origin}/livez`)).status).toBe(200);
  expect(await (await fetch(`${origin}/metrics`)).text()).toContain('sql_statements_total');
  const answer = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ notes { nodes { id } } _service { sdl } }' }),
  });
  expect(await answer.json()).toMatchObject({
    data: { notes: { nodes: [] }, _service: { sdl: expect.stringContaining('type Note') } },
  });
  content.child.kill('SIGTERM');
  expect(await content.ended).toBe(0);
});

test('a second process on the same folder ends, saying who holds it and what to do', async () => {
  const first = run();
  await listening(first);
  const second = run();
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain(folder);
  expect(second.output()).toContain(`process ${first.child.pid}`);
  expect(second.output()).toMatch(/stop that process/);
  expect(second.output()).not.toMatch(/\bat .*\.ts:/);
});

test('a folder whose process was killed opens again, with what was written', async () => {
  const first = run();
  const origin = await listening(first);
  const search = async (at: string) => {
    const response = await fetch(`${at}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-redcat-viewer': 'viewer-1' },
      body: JSON.stringify({ query: '{ search(text: "露营") { id } }' }),
    });
    return ((await response.json()) as { data: { search: { id: string } } }).data.search.id;
  };
  const id = await search(origin);
  first.child.kill('SIGKILL');
  await first.ended;
  const again = run();
  expect(await search(await listening(again))).toBe(id);
  await expect(openContentDatabase({ folder })).rejects.toThrow(FolderLockedError);
});

test('it refuses any address but loopback, and unknown settings with the nearest name', async () => {
  const open = run({ CONTENT_HOST: '0.0.0.0' });
  expect(await open.ended).toBe(1);
  expect(open.output()).toMatch(/CONTENT_HOST=0\.0\.0\.0: must be a loopback address/);
  const typo = run({ CONTENT_PROT: '4001' });
  expect(await typo.ended).toBe(1);
  expect(typo.output()).toMatch(/CONTENT_PROT is unknown; did you mean CONTENT_PORT\?/);
});

test('a port that is taken ends it, with a reason and without a stack', async () => {
  const first = run();
  const { port } = new URL(await listening(first));
  const other = join(folder, 'other');
  await fillDataFolder(other);
  const second = run({ CONTENT_PORT: port, CONTENT_DATA_FOLDER: other });
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain(port);
  expect(second.output()).not.toMatch(/\bat .*\.ts:/);
});

test('--help tells every setting', async () => {
  const help = run({}, ['--help']);
  expect(await help.ended).toBe(0);
  for (const name of ['CONTENT_PORT', 'CONTENT_DATABASE_URL', 'CONTENT_TRENDING_MIN_PEOPLE']) {
    expect(help.output()).toContain(name);
  }
});
