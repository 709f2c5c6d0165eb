import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { whileLocked } from '../../../../gateway/store/file-lock.ts';

test('work under one lock is done one after another, also where a killed process left the lock behind', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'redcat-lock-'));
  const lock = join(folder, 'a.lock');
  const gone = spawn('true');
  await once(gone, 'exit');
  await writeFile(lock, `${gone.pid} ${hostname()}`);
  let inside = 0;
  const most: number[] = [];
  const work = async () => {
    most.push(++inside);
    await sleep(2);
    inside--;
  };
  await Promise.all(Array.from({ length: 8 }, () => whileLocked(lock, work)));
  expect(most).toEqual(Array.from({ length: 8 }, () => 1));
  expect(await readdir(folder)).toEqual([]);
  await rm(folder, { recursive: true });
});

test('a lock is given back where the work fails', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'redcat-lock-'));
  const lock = join(folder, 'a.lock');
  const failing = whileLocked(lock, async () => {
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  await expect(access(lock)).rejects.toThrow();
  await rm(folder, { recursive: true });
});
