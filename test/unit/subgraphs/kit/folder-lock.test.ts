import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderLockedError, lockFolder } from '../../../../subgraphs/kit/folder-lock.ts';

let folder = '';
let children: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redcat-lock-'));
  children = [];
});

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** Another process that locks the folder, says so, and stays. */
async function holder(): Promise<ChildProcess> {
  const lock = new URL('../../../../subgraphs/kit/folder-lock.ts', import.meta.url).href;
  const script = `const { lockFolder } = await import(${JSON.stringify(lock)});
    lockFolder(${JSON.stringify(folder)}); process.stdout.write('held'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  if (child.stdout) await once(child.stdout, 'data');
  return child;
}

test('a folder that another process holds is refused, with who holds it and what to do', async () => {
  const child = await holder();
  expect(() => lockFolder(folder)).toThrow(FolderLockedError);
  expect(() => lockFolder(folder)).toThrow(new RegExp(`${folder} is held by process ${child.pid} .*stop that process`));
});

test('a folder is free as soon as the process that held it was killed', async () => {
  const child = await holder();
  child.kill('SIGKILL');
  await once(child, 'exit');
  lockFolder(folder).release();
});

test('a folder is held once in one process too, and free after release', () => {
  const lock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(FolderLockedError);
  lock.release();
  lockFolder(folder).release();
});

test('a folder that is not there is made', () => {
  lockFolder(join(folder, 'a', 'b')).release();
});

test('a refused opener leaves the holder its lock', async () => {
  await holder();
  for (let attempt = 0; attempt < 3; attempt += 1) expect(() => lockFolder(folder)).toThrow(FolderLockedError);
});
