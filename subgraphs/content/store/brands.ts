import { sql } from 'kysely';
import type { ContentDb } from './tables.ts';

/** The most brands that are known. */
const MOST_BRANDS = 20_000;

/** The brands that content knows: those that sponsor notes, and the accounts of brands. */
export async function brandNames(db: ContentDb): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from (
      select distinct brand_name as name from notes where brand_name is not null
      union select name from authors where kind = 'BRAND'
    ) as brands order by name collate "C" limit ${MOST_BRANDS}`.execute(db);
  return rows.map(({ name }) => name);
}
