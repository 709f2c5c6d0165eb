import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Database } from './database.ts';

/** A database has had migrations that are none of ours: another subgraph's, or a newer version's. */
export class ForeignDatabaseError extends Error {}

/** Names the lock that keeps migrations of several starting processes apart; any constant that nothing else uses. */
const MIGRATION_LOCK = 7_226_001;

/**
 * Brings a database to the newest migration. Processes that start together wait for one another: the first migrates, the others find
 * nothing to do.
 * @param migrations by name; they run in the order of their names, each once
 * @returns the names of those that ran now
 * @throws {ForeignDatabaseError}
 * @throws when a migration fails; its changes are rolled back
 */
export async function migrate<Tables>(
  database: Database<Tables>,
  migrations: Record<string, Migration>,
): Promise<string[]> {
  const db = database.db as Kysely<unknown>;
  if (database.engine === 'PGlite') return migrateAlone(db, migrations);
  return db.connection().execute(async (connection) => {
    const patience = await readPatience(connection);
    await setPatience(connection, WITHOUT_END);
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`.execute(connection);
    try {
      return await migrateAlone(connection, migrations);
    } finally {
      await sql`select pg_advisory_unlock(${MIGRATION_LOCK})`.execute(connection);
      await setPatience(connection, patience);
    }
  });
}

/** How long a connection waits, as PostgreSQL writes it: for a statement, and in a transaction for the next one. */
interface Patience {
  readonly statement: string;
  readonly idle: string;
}

/** For another one's migrations, and for one's own. */
const WITHOUT_END: Patience = { statement: '0', idle: '0' };

async function readPatience(connection: Kysely<unknown>): Promise<Patience> {
  const { rows } = await sql<Patience>`
    select current_setting('statement_timeout') as statement,
      current_setting('idle_in_transaction_session_timeout') as idle`.execute(connection);
  return rows[0] ?? WITHOUT_END;
}

async function setPatience(connection: Kysely<unknown>, { statement, idle }: Patience): Promise<void> {
  await sql`
    select set_config('statement_timeout', ${statement}, false),
      set_config('idle_in_transaction_session_timeout', ${idle}, false)`.execute(connection);
}

async function migrateAlone(db: Kysely<unknown>, migrations: Record<string, Migration>): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) throw foreign(error) ?? error;
  return results.map((result) => result.migrationName);
}

function foreign(error: unknown): ForeignDatabaseError | undefined {
  const missing = error instanceof Error && /previously executed migration (\S+) is missing/.exec(error.message)?.[1];
  if (!missing) return undefined;
  return new ForeignDatabaseError(
    `The database has a migration that is not known here, ${missing}: it is another subgraph’s, or a newer version’s. The settings …_DATABASE_URL and …_DATA_FOLDER name another one.`,
    { cause: error },
  );
}
