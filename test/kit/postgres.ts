import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../../system/free-port.ts';
import { newestPostgres, postgresUser } from '../../system/postgres/installed.ts';

const START_TIMEOUT_MS = 60_000;

/** A PostgreSQL server of a test run. */
export interface Cluster {
  /** Its maintenance database, as a superuser. */
  readonly url: string;
  readonly version: string;
  /** Stops the server and removes its files. */
  stop(): Promise<void>;
}

/**
 * Serves the folder's cluster. Between this process and PostgreSQL stands a shell that waits for the end of its input, which comes when
 * this process ends, however it ends; then it stops the server and removes the folder.
 */
function serve(bin: string, folder: string, port: number, as: object): ChildProcess {
  const script = 'bin=$0 folder=$1; shift; "$bin"/postgres "$@" & cat; kill -INT $!; wait $!; rm -rf "$folder"';
  // Nothing of it outlives the run, so it need not reach the disk.
  const speed = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300'];
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, `unix_socket_directories=${folder}`, ...speed];
  const args = ['-D', join(folder, 'data'), ...settings.flatMap((setting) => ['-c', setting])];
  const command = `exec >${folder}/log 2>&1; ${script}`;
  // In a process group of its own, so that Ctrl-C in the terminal reaches the test runner alone.
  const options: SpawnOptions = { ...as, cwd: folder, detached: true, stdio: ['pipe', 'ignore', 'ignore'] };
  return spawn('bash', ['-c', command, bin, folder, ...args], options);
}

async function untilReady(url: string, shell: ChildProcess, log: string): Promise<string> {
  const giveUpAt = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      const { rows } = await client.query<{ server_version: string }>('show server_version');
      return rows[0]?.server_version ?? 'unknown';
    } catch (error) {
      if (shell.exitCode === null && Date.now() < giveUpAt) await sleep(50);
      else throw new Error(`PostgreSQL did not start:\n${readFileSync(log, 'utf8')}`, { cause: error });
    } finally {
      await client.end().catch(() => {});
    }
  }
}

/**
 * Starts a PostgreSQL server of its own, in a temporary folder, on a free port of 127.0.0.1. Its databases sort text by ICU's rules for
 * English, as a production server may: a query that relies on byte order has to say so.
 * @returns undefined where no PostgreSQL 15 or newer is installed
 * @throws when one is installed and does not start
 */
export async function startCluster(): Promise<Cluster | undefined> {
  const newest = newestPostgres(process.env.PATH);
  if (!newest) return undefined;
  const as = postgresUser();
  const folder = mkdtempSync(join(tmpdir(), 'redcat-postgres-'));
  if (as) chownSync(folder, as.uid, as.gid);
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-US'];
  const options = ['--pgdata', join(folder, 'data'), '--username=redcat', '--auth=trust', '--no-sync', ...locale];
  execFileSync(join(newest.bin, 'initdb'), options, { ...as, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  const port = await freePort();
  const shell = serve(newest.bin, folder, port, { ...as });
  const url = `postgres://redcat@127.0.0.1:${port}/postgres`;
  const version = await untilReady(url, shell, join(folder, 'log'));
  const stop = async () => {
    const exited = shell.exitCode === null ? once(shell, 'exit') : undefined;
    shell.stdin?.end();
    await exited;
  };
  return { url, version, stop };
}

let made = 0;

function freshName(): string {
  made += 1;
  return `test_${process.pid}_${made}`;
}

/**
 * Makes a database.
 * @param url a database of the server, as a superuser
 * @param template a database to copy, to which nobody is connected; absent: an empty one
 * @returns its URL, and a function that drops it, whoever is still connected
 */
export async function createDatabase(
  url: string,
  { name = freshName(), template = 'template1' }: { name?: string; template?: string } = {},
): Promise<{ url: string; drop: () => Promise<void> }> {
  await run(url, `create database ${name} template ${template}`);
  const created = new URL(url);
  created.pathname = `/${name}`;
  return { url: created.href, drop: () => run(url, `drop database ${name} with (force)`) };
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
