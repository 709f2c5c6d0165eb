import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe } from 'vitest';
import { freePort } from '../../system/free-port.ts';

/** A Redis server of a test. */
export interface TestRedis extends AsyncDisposable {
  readonly url: string;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
  /** Has it wait without answering, and go on. */
  pause(): void;
  resume(): void;
  /** Starts it again, empty, at the same URL. */
  restart(): Promise<void>;
}

/** Whether a redis-server is installed. */
export function redisInstalled(): boolean {
  try {
    return execFileSync('redis-server', ['--version'], { encoding: 'utf8' }).includes('v=');
  } catch {
    return false;
  }
}

/** A `describe` whose tests need a Redis server: they are skipped where none is installed. */
export function describeOnRedis(name: string, body: () => void): void {
  if (redisInstalled()) describe(name, body);
  else describe.skip(`${name} (no redis-server is installed)`, body);
}

/** Starts a Redis server of its own, in a temporary folder, on a free port of 127.0.0.1. */
export async function startRedis(): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'redcat-redis-'));
  const port = await freePort();
  let server = await start(port, folder);
  const end = async (): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill('SIGKILL');
    await once(server, 'exit');
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    kill: end,
    pause: () => void server.kill('SIGSTOP'),
    resume: () => void server.kill('SIGCONT'),
    async restart() {
      await end();
      server = await start(port, folder);
    },
    async [Symbol.asyncDispose]() {
      await end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function start(port: number, folder: string): Promise<ChildProcess> {
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'];
  const server = spawn('redis-server', args, { stdio: 'ignore' });
  while (!(await answers(port))) {
    if (server.exitCode !== null) throw new Error('redis-server did not start');
    await sleep(20);
  }
  return server;
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    socket.write('PING\r\n');
    const [data] = (await once(socket, 'data')) as [Buffer];
    return data.toString().startsWith('+PONG');
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
