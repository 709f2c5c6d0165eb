import { sql } from 'kysely';
import type { PlatformModel } from '../../models/catalogue.ts';
import type { CommerceDb } from '../tables.ts';
import type { PlatformCategory } from './catalogue-tables.ts';

const columns = [
  'id',
  'name',
  'english_name as englishName',
  'category',
  'connected_on as connectedOn',
  'capabilities',
] as const;

/** The platforms with some ids, in no order. */
export function platformsByIds(db: CommerceDb, ids: readonly string[]): Promise<PlatformModel[]> {
  return db.selectFrom('platforms').select(columns).where('id', 'in', ids).execute();
}

/** A page of the platforms of a category (null: of all), by id, from after one on. */
export function platformsPage(
  db: CommerceDb,
  category: PlatformCategory | null,
  { limit, after }: { limit: number; after: string | undefined },
): Promise<PlatformModel[]> {
  return db
    .selectFrom('platforms')
    .select(columns)
    .where(category === null ? sql<boolean>`true` : sql<boolean>`category = ${category}`)
    .where(after === undefined ? sql<boolean>`true` : sql<boolean>`id > ${after}`)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** How many platforms there are of a category (null: of all). */
export async function countPlatforms(db: CommerceDb, category: PlatformCategory | null): Promise<number> {
  const { count } = await db
    .selectFrom('platforms')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(category === null ? sql<boolean>`true` : sql<boolean>`category = ${category}`)
    .executeTakeFirstOrThrow();
  return count;
}
