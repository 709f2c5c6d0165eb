import { type RawBuilder, sql } from 'kysely';
import type { CommerceDb } from '../tables.ts';

/** A time for which events of a platform are missing. */
export interface GapOfPlatform {
  readonly platformId: string;
  readonly startedAt: Date;
  /** Null while it goes on. */
  readonly endedAt: Date | null;
  readonly reason: string;
  /** Who told of it; null where it was noticed here. */
  readonly declaredBy: string | null;
}

/** What is asked of the gaps of platforms. */
interface Asked {
  /** Those that reach into this time; null: of all times. Milliseconds since 1970, the end not included. */
  readonly within: { readonly start: number; readonly end: number } | null;
  /** At most so many of each platform. */
  readonly limit: number;
}

/** The gaps of some platforms, newest first. */
export async function gapsOfPlatforms(
  db: CommerceDb,
  platformIds: readonly string[],
  { within, limit }: Asked,
): Promise<GapOfPlatform[]> {
  const { rows } = await sql<GapOfPlatform>`
    select platform_id as "platformId", started_at as "startedAt", ended_at as "endedAt", reason, declared_by as "declaredBy"
    from unnest(${platformIds}::text[]) as asked(platform)
    cross join lateral (
      select * from data_gaps where platform_id = platform and ${reachesInto(within)} order by started_at desc limit ${limit}
    ) gaps order by platform_id, started_at desc`.execute(db);
  return rows;
}

/** The gaps of all platforms that reach into a time, newest first. */
export async function gapsWithin(db: CommerceDb, { within, limit }: Asked): Promise<GapOfPlatform[]> {
  const { rows } = await sql<GapOfPlatform>`
    select platform_id as "platformId", started_at as "startedAt", ended_at as "endedAt", reason, declared_by as "declaredBy"
    from data_gaps where ${reachesInto(within)} order by started_at desc, platform_id limit ${limit}`.execute(db);
  return rows;
}

/**
 * Keeps what a platform tells of a gap of its own; of one that began at the same instant, told before or noticed here, what is told now holds.
 * @param most how many gaps a platform may have
 * @returns false where it has as many
 */
export function declareGap(db: CommerceDb, gap: GapOfPlatform, most: number): Promise<boolean> {
  const { platformId, startedAt, endedAt, reason, declaredBy } = gap;
  return db.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ others: number }>`
      select count(*) as others from data_gaps where platform_id = ${platformId} and started_at <> ${startedAt}`.execute(
      transaction,
    );
    if ((rows[0]?.others ?? 0) >= most) return false;
    await sql`
      insert into data_gaps (platform_id, started_at, ended_at, reason, declared_by)
      values (${platformId}, ${startedAt}, ${endedAt}, ${reason}, ${declaredBy})
      on conflict (platform_id, started_at) do update set
        ended_at = excluded.ended_at, reason = excluded.reason, declared_by = excluded.declared_by`.execute(
      transaction,
    );
    return true;
  });
}

function reachesInto(within: Asked['within']): RawBuilder<unknown> {
  return within
    ? sql`started_at < ${new Date(within.end)} and (ended_at is null or ended_at > ${new Date(within.start)})`
    : sql`true`;
}
