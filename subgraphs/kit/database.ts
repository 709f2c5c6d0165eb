import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { lockFolder } from './folder-lock.ts';
import { type Hearer, listenToPostgres } from './listen.ts';
import { keepPrepared, nothingPrepared } from './prepared.ts';

/** Where the rows are: a PostgreSQL server, a folder for the embedded one, or an embedded one that a test made. */
export type DatabaseSource =
  | {
      readonly url: string;
      readonly poolSize?: number;
      /**
       * Longest time, in milliseconds, that a statement may take, and that a transaction may wait for its next one: a process that hangs
       * holds no lock for longer. Absent: as the server has it.
       */
      readonly patienceMs?: number | undefined;
    }
  | { readonly folder: string }
  | { readonly pglite: PGlite };

/** Told of each statement that ran: its text and how long it took, in milliseconds. */
export type StatementObserver = (sql: string, milliseconds: number) => void;

export interface Database<Tables> {
  readonly db: Kysely<Tables>;
  readonly engine: 'PostgreSQL' | 'PGlite';
  /** Answers once the database did; throws while it can't. */
  check(): Promise<void>;
  /**
   * Listens to a channel of `NOTIFY`, until the returned function is called. PostgreSQL's reaches all processes, the embedded database's
   * this one.
   */
  listen(channel: string, hearer: Hearer): () => Promise<void>;
  /** Waits for what runs, closes, and gives the folder back. */
  close(): Promise<void>;
}

/** The PostgreSQL server can't be reached, or refuses; the message says which setting is meant, and never the password in it. */
export class DatabaseUnreachableError extends Error {
  constructor(url: string, reason: unknown) {
    const { host, pathname, username } = new URL(url);
    const why = reason instanceof Error ? reason.message || reason.name : String(reason);
    super(
      `PostgreSQL can't be used at ${host}${pathname} as ${username || 'the default user'}: ${why}. ` +
        'Start it, create the database, or mend the setting …_DATABASE_URL; without it an embedded database is used.',
    );
  }
}

const INT8 = 20;
const DATE = 1082;

/** int8 as a number (all of ours stay below 2^53), dates as the text that they are: alike in both engines. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = { [INT8]: Number, [DATE]: (text) => text };

/**
 * Opens a database.
 * @throws {FolderLockedError} when another process holds the folder
 * @throws {DatabaseUnreachableError} when the PostgreSQL server does not answer
 */
export async function openDatabase<Tables>(
  source: DatabaseSource,
  observe?: StatementObserver,
): Promise<Database<Tables>> {
  const log = observe
    ? (event: { query: { sql: string }; queryDurationMillis: number }) =>
        observe(event.query.sql, event.queryDurationMillis)
    : [];
  if ('url' in source) {
    const pool = postgresPool(source);
    await pool.query('select 1').catch(async (error) => {
      await pool.end();
      throw new DatabaseUnreachableError(source.url, error);
    });
    const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), log });
    const listen = (channel: string, hearer: Hearer) => listenToPostgres(source.url, channel, hearer);
    return { db, engine: 'PostgreSQL', check: () => check(db), listen, close: () => db.destroy() };
  }
  const lock = 'folder' in source ? lockFolder(source.folder) : undefined;
  const pglite = 'folder' in source ? new PGlite(join(source.folder, 'pglite'), { parsers }) : source.pglite;
  try {
    await pglite.waitReady;
  } catch (error) {
    lock?.release();
    throw error;
  }
  Object.assign(pglite.parsers, parsers);
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }), log });
  const close = async () => {
    await db.destroy();
    if (!pglite.closed) await pglite.close();
    lock?.release();
  };
  const listen = (channel: string, hearer: Hearer) => listenToPGlite(pglite, channel, hearer);
  return { db, engine: 'PGlite', check: () => check(db), listen, close };
}

/** It is lost with the process alone. */
function listenToPGlite(pglite: PGlite, channel: string, hearer: Hearer): () => Promise<void> {
  const listening = pglite.listen(channel, (payload) => hearer.message(payload));
  listening.then(hearer.connected, hearer.lost);
  return async () => {
    const stop = await listening.catch(() => undefined);
    if (!pglite.closed) await stop?.();
  };
}

async function check<Tables>(db: Kysely<Tables>): Promise<void> {
  await sql`select 1`.execute(db);
}

function postgresPool({ url, poolSize = 10, patienceMs }: Extract<DatabaseSource, { url: string }>): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 5_000,
    pipeline: true,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        parsers[oid] ?? pg.types.getTypeParser(oid, format as 'text'),
    } as pg.CustomTypesConfig,
  });
  const prepared = nothingPrepared();
  // An idle connection that the server closes is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {});
  // So would one that is lost between two statements of a transaction: the next statement tells.
  pool.on('connect', (client) => {
    client.on('error', () => {});
    if (patienceMs !== undefined) limitPatience(client, patienceMs);
    keepPrepared(client, prepared);
  });
  return pool;
}

/** Not by parameters of the connection's start, which poolers refuse. Where it fails, so does whatever comes after it. */
function limitPatience(client: pg.ClientBase, milliseconds: number): void {
  const limit = `set statement_timeout = ${milliseconds}; set idle_in_transaction_session_timeout = ${milliseconds}`;
  client.query(limit).catch(() => {});
}
