import { setTimeout as sleep } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { createDatabase } from '../../bench/load/create-database.ts';
import { startDurablePostgres } from '../../system/postgres/durable.ts';
import type { Query } from '../oracle/stored-figures.ts';
import type { Victim } from './victim.ts';

/** Where commerce's rows are. */
export interface Storage {
  /** Settings that name it. */
  readonly env: Readonly<Record<string, string>>;
  readonly victims: readonly Victim[];
  /** Whether others may read beside commerce. */
  readonly shared: boolean;
  ready(): Promise<void>;
  read<T>(read: (query: Query) => Promise<T>): Promise<T>;
  dispose(): Promise<void>;
}

const LONGEST_DOWN_MS = 1_000;

/** A PostgreSQL of its own, whose postmaster or one of whose backends can be killed. */
export async function serverTarget(): Promise<Storage> {
  const postgres = await startDurablePostgres(process.env.PATH);
  await createDatabase(postgres.url(), 'commerce');
  let coming: Promise<void> = Promise.resolve();

  async function read<T>(run: (query: Query) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: postgres.url('commerce') });
    // It may be killed while nothing is asked.
    client.on('error', () => {});
    await client.connect();
    try {
      return await run((text) => client.query(text));
    } finally {
      await client.end();
    }
  }

  async function startAfter(milliseconds: number): Promise<void> {
    await sleep(milliseconds);
    await postgres.start();
  }

  const postmaster: Victim = {
    name: 'PostgreSQL',
    async kill(random) {
      await coming;
      await postgres.kill();
      coming = startAfter(random.below(LONGEST_DOWN_MS));
      await coming;
    },
  };
  const backend: Victim = {
    name: 'a backend of PostgreSQL',
    async kill(random) {
      const pids = await read(async (query) => {
        const { rows } = await query(
          "select pid from pg_stat_activity where datname = 'commerce' and pid <> pg_backend_pid()",
        );
        return rows as { pid: number }[];
      }).catch(() => []);
      const chosen = pids[random.below(pids.length)];
      if (chosen) killQuietly(chosen.pid);
    },
  };
  return {
    env: { COMMERCE_DATABASE_URL: postgres.url('commerce') },
    victims: [postmaster, backend],
    shared: true,
    read,
    async ready() {
      await coming;
    },
    async dispose() {
      await postgres[Symbol.asyncDispose]();
    },
  };
}

/** It may have ended by itself meanwhile. */
function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Then there is nothing to kill.
  }
}

/** A folder that commerce alone may have open. */
export function embeddedTarget(folder: string): Storage {
  return {
    env: { COMMERCE_DATA_FOLDER: folder },
    victims: [],
    shared: false,
    ready: async () => {},
    async read(run) {
      await using pglite = await PGlite.create(`${folder}/pglite`);
      return await run((text) => pglite.query(text));
    },
    dispose: async () => {},
  };
}
