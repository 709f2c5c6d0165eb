import { type Database, type DatabaseSource, openDatabase, type StatementObserver } from '../../kit/database.ts';
import { migrate } from '../../kit/migrate.ts';
import { commerceMigrations } from '../migrations/migrations.ts';
import type { CommerceTables } from './tables.ts';

/**
 * Opens commerce's database and brings it to the newest migration.
 * @throws {FolderLockedError} when another process holds the folder
 */
export async function openCommerceDatabase(
  source: DatabaseSource,
  observe?: StatementObserver,
): Promise<Database<CommerceTables>> {
  const database = await openDatabase<CommerceTables>(source, observe);
  try {
    await migrate(database, commerceMigrations);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
