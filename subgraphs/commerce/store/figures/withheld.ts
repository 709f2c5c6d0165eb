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

/** Which clicks after a search say who is behind its figures. */
export interface SearchedClicks {
  readonly range: DayRange;
  /** When the figures of the range became FINAL: what is taken back later is still in them. */
  readonly finalAt: Date;
}

/**
 * Those of some searched texts after which fewer than `least` persons clicked, of whom a platform told in its own name: merchants may have invented others.
 * @param eventPlatform in whose name merchants' events are issued
 */
export async function sparselySearched(
  db: CommerceDb,
  fingerprints: readonly string[],
  { least, eventPlatform }: { readonly least: number; readonly eventPlatform: string },
  within: SearchedClicks,
): Promise<{ id: string }[]> {
  const { rows } = await sql<{ id: string }>`
    select searched.id from unnest(${fingerprints}::text[]) as searched(id)
    where ${least} > (
      select count(*) from (
        select distinct person from clicks
        where fingerprint = searched.id and ${counted(within)} and person is not null and platform_id <> ${eventPlatform}
        limit ${least}
      ) as persons
    )`.execute(db);
  return rows;
}

/** The shops into which clicks led after some searched texts. */
export async function shopsOfSearches(
  db: CommerceDb,
  fingerprints: readonly string[],
  within: SearchedClicks,
): Promise<{ fingerprint: string; shopId: string }[]> {
  const { rows } = await sql<{ fingerprint: string; shopId: string }>`
    select distinct fingerprint, shop_id as "shopId" from clicks
    where fingerprint = any(${fingerprints}::text[]) and ${counted(within)}`.execute(db);
  return rows;
}

function counted({ range, finalAt }: SearchedClicks): RawBuilder<boolean> {
  const { start, end } = instantsOf(range);
  return sql`(occurred_at >= ${start} and occurred_at < ${end} and not invalid and (retired_at is null or retired_at >= ${finalAt}))`;
}
