import { type RawBuilder, sql } from 'kysely';
import { type DayRange, instantsOf } from '../../../kit/calendar.ts';
import type { CommerceDb } from '../tables.ts';
import type { SubjectKind } from './figure-tables.ts';

/** The shops that each kind of subject leads to: a query of (id, platform_id). */
const platforms: Record<SubjectKind, (ids: readonly string[]) => RawBuilder<unknown>> = {
  SHOP: (ids) => sql`select id, platform_id from shops where id = any(${ids}::text[])`,
  PRODUCT: (ids) => sql`select id, platform_id from products where id = any(${ids}::text[])`,
  LINK: (ids) => sql`
    select link_id as id, platform_id from link_targets join products on products.id = product_id
    where link_id = any(${ids}::text[])
    union all
    select link_id, platform_id from placements join shops on shops.id = shop_id where link_id = any(${ids}::text[])`,
  NOTE: (ids) => sql`
    select note_id as id, platform_id from link_targets join products on products.id = product_id
    where note_id = any(${ids}::text[])
    union all
    select source_id, platform_id from placements join shops on shops.id = shop_id where source_id = any(${ids}::text[])`,
  SEARCH: (ids) => sql`
    select fingerprint as id, platform_id from search_shops join shops on shops.id = shop_id
    where fingerprint = any(${ids}::text[])`,
};

/** Those of some subjects of which no platform that they lead to returns what happened after the click. */
export async function unreportedSubjects(
  db: CommerceDb,
  kind: SubjectKind,
  ids: readonly string[],
): Promise<{ id: string }[]> {
  const { rows } = await sql<{ id: string }>`
    select led.id from (${platforms[kind](ids)}) as led join platforms on platforms.id = led.platform_id
    group by led.id having not bool_or('CONVERSION_RETURN' = any(platforms.capabilities))`.execute(db);
  return rows;
}

/** Those of some searched texts after which fewer than `least` persons clicked, within a range or ever. */
export async function sparselySearched(
  db: CommerceDb,
  fingerprints: readonly string[],
  least: number,
  range: DayRange | null,
): Promise<{ id: string }[]> {
  const ever = sql`select from search_people where fingerprint = searched.id`;
  const persons = range === null ? ever : personsWithin(range);
  const { rows } = await sql<{ id: string }>`
    select searched.id from unnest(${fingerprints}::text[]) as searched(id)
    where ${least} > (select count(*) from (${persons} limit ${least}) as persons)`.execute(db);
  return rows;
}

function personsWithin(range: DayRange): RawBuilder<unknown> {
  const { start, end } = instantsOf(range);
  return sql`
    select distinct person from clicks
    where fingerprint = searched.id and retired_at is null and not invalid
      and person is not null and occurred_at >= ${start} and occurred_at < ${end}`;
}
