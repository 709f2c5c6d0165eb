import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openContentDatabase } from '../../subgraphs/content/store/open.ts';
import { FolderLockedError } from '../../subgraphs/kit/folder-lock.ts';
import { fillDataFolder, newDataFolder } from '../kit/data-folder.ts';
import { runSubgraph } from '../kit/subgraph-process.ts';

let folder = '';

beforeEach(async () => {
  folder = await newDataFolder();
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const run = (env: Record<string, string> = {}, args: readonly string[] = []) =>
  runSubgraph('content', { CONTENT_DATA_FOLDER: folder, ...env }, args);

test('npm run content serves an empty content graph, is ready, and ends with SIGTERM', async () => {
  await using content = run();
  const origin = await content.listening();
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
  await using first = run();
  await first.listening();
  await using second = run();
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain(folder);
  expect(second.output()).toContain(`process ${first.child.pid}`);
  expect(second.output()).toMatch(/stop that process/);
  expect(second.output()).not.toMatch(/\bat .*\.ts:/);
});

test('a folder whose process was killed opens again, with what was written', async () => {
  await using first = run();
  const origin = await first.listening();
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
  await using again = run();
  expect(await search(await again.listening())).toBe(id);
  await expect(openContentDatabase({ folder })).rejects.toThrow(FolderLockedError);
});

test('it refuses any address but loopback, and unknown settings with the nearest name', async () => {
  await using open = run({ CONTENT_HOST: '0.0.0.0' });
  expect(await open.ended).toBe(2);
  expect(open.output()).toMatch(/CONTENT_HOST=0\.0\.0\.0: must be a loopback address/);
  await using typo = run({ CONTENT_PROT: '4001' });
  expect(await typo.ended).toBe(2);
  expect(typo.output()).toMatch(/CONTENT_PROT is unknown; did you mean CONTENT_PORT\?/);
});

test('a port that is taken ends it, with a reason and without a stack', async () => {
  await using first = run();
  const { port } = new URL(await first.listening());
  const other = join(folder, 'other');
  await fillDataFolder(other);
  await using second = run({ CONTENT_PORT: port, CONTENT_DATA_FOLDER: other });
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain(port);
  expect(second.output()).not.toMatch(/\bat .*\.ts:/);
});

test('--help tells every setting', async () => {
  await using help = run({}, ['--help']);
  expect(await help.ended).toBe(0);
  for (const name of ['CONTENT_PORT', 'CONTENT_DATABASE_URL', 'CONTENT_TRENDING_MIN_PEOPLE']) {
    expect(help.output()).toContain(name);
  }
});
