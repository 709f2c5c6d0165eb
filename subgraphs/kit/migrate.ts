import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Database } from './database.ts';

/** Names the lock that keeps migrations of several starting processes apart; any constant that nothing else uses. */
const MIGRATION_LOCK = 7_226_001;

/**
 * Brings a database to the newest migration. Processes that start together wait for one another: the first migrates, the others find
 * nothing to do.
 * @param migrations by name; they run in the order of their names, each once
 * @returns the names of those that ran now
 * @throws when a migration fails; its changes are rolled back
 */
export async function migrate<Tables>(
  database: Database<Tables>,
  migrations: Record<string, Migration>,
): Promise<string[]> {
  const db = database.db as Kysely<unknown>;
  if (database.engine === 'PGlite') return migrateAlone(db, migrations);
  return db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`.execute(connection);
    try {
      return await migrateAlone(connection, migrations);
    } finally {
      await sql`select pg_advisory_unlock(${MIGRATION_LOCK})`.execute(connection);
    }
  });
}

async function migrateAlone(db: Kysely<unknown>, migrations: Record<string, Migration>): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) throw error;
  return results.map((result) => result.migrationName);
}
