import { type Database, type DatabaseSource, openDatabase, type StatementObserver } from '../../kit/database.ts';
import { migrate } from '../../kit/migrate.ts';
import { contentMigrations } from '../migrations/migrations.ts';
import type { ContentTables } from './tables.ts';

/**
 * Opens content's database and brings it to the newest migration.
 * @throws {FolderLockedError} when another process holds the folder
 */
export async function openContentDatabase(
  source: DatabaseSource,
  observe?: StatementObserver,
): Promise<Database<ContentTables>> {
  const database = await openDatabase<ContentTables>(source, observe);
  try {
    await migrate(database, contentMigrations);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
