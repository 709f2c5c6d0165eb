import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../free-port.ts';
import { newestPostgres, postgresUser } from './installed.ts';

/** A PostgreSQL of its own in a temporary folder, as durable as in production. Disposing stops it and removes the folder. */
export interface DurablePostgres extends AsyncDisposable {
  readonly version: number;
  /** Its maintenance database, as a superuser, and others by name. */
  url(database?: string): string;
  /** The process id of the postmaster; its children are the backends. */
  pid(): number;
  /** Runs it, again after `kill`; done when it takes connections. */
  start(): Promise<void>;
  /** Kills the postmaster as `kill -9` does; its children end by themselves. Done when it is gone. */
  kill(): Promise<void>;
}

/** What is set beside PostgreSQL's own defaults: what can be lost with the power is written through at each commit. */
export const DURABLE_SETTINGS = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '512MB',
  max_wal_size: '4GB',
  max_connections: '100',
} as const;

const START_TIMEOUT_MS = 60_000;

/** Ends what still runs and removes the folder, once this process is gone, however it went. */
const GUARD =
  'cat >/dev/null; pid=$(head -1 "$0/data/postmaster.pid" 2>/dev/null) && kill -QUIT "$pid"; ' +
  'while [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null; do sleep 0.05; done; rm -rf "$0"';

/**
 * Makes a PostgreSQL cluster on a free port of 127.0.0.1, and starts it.
 * @param path folders of programs, as the variable PATH has them
 * @throws when none is installed, or it does not start
 */
export async function startDurablePostgres(path: string | undefined): Promise<DurablePostgres> {
  const installed = newestPostgres(path);
  if (!installed) throw new Error('No PostgreSQL 15 or newer is installed.');
  const { bin, version } = installed;
  const as = postgresUser();
  const folder = mkdtempSync(join(tmpdir(), 'redcat-durable-'));
  if (as) chownSync(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  const options = ['--pgdata', data, '--username=redcat', '--auth=trust', '--no-sync', '--encoding=UTF8', '--locale=C'];
  execFileSync(join(bin, 'initdb'), options, { ...as, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  const guard = spawn('bash', ['-c', GUARD, folder], { ...as, detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  const port = await freePort();
  let postmaster: ChildProcess | undefined;

  async function start(): Promise<void> {
    const giveUpAt = Date.now() + START_TIMEOUT_MS;
    // The children of one that was killed hold its shared memory for a moment; until then it refuses to start.
    while (Date.now() < giveUpAt) {
      postmaster = servePostgres(bin, folder, port, as);
      while (isRunning(postmaster) && Date.now() < giveUpAt) {
        if (isReady(data, postmaster.pid)) return;
        await sleep(50);
      }
      await sleep(50);
    }
    throw new Error(`PostgreSQL did not start:\n${readFileSync(join(folder, 'log'), 'utf8').slice(-2_000)}`);
  }

  await start();
  return {
    version,
    url: (database = 'postgres') => `postgres://redcat@127.0.0.1:${port}/${database}`,
    pid: () => postmaster?.pid ?? 0,
    start,
    async kill() {
      if (!postmaster || !isRunning(postmaster)) return;
      postmaster.kill('SIGKILL');
      await once(postmaster, 'exit');
    },
    async [Symbol.asyncDispose]() {
      const ended = once(guard, 'exit');
      guard.stdin?.end();
      await ended;
    },
  };
}

function servePostgres(bin: string, folder: string, port: number, as: object | undefined): ChildProcess {
  const given = { listen_addresses: '127.0.0.1', port, unix_socket_directories: folder, ...DURABLE_SETTINGS };
  const settings = Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const script = 'exec "$0/postgres" "$@" >>log 2>&1';
  // In a process group of its own, so that Ctrl-C in the terminal reaches the one who started it alone.
  const options = { ...as, cwd: folder, detached: true, stdio: 'ignore' } as const;
  return spawn('bash', ['-c', script, bin, '-D', join(folder, 'data'), ...settings], options);
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

/** The file begins with the postmaster's process id, and its eighth line says when it takes connections. */
function isReady(data: string, pid: number | undefined): boolean {
  const file = join(data, 'postmaster.pid');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  return lines[0] === String(pid) && lines[7]?.trim() === 'ready';
}
