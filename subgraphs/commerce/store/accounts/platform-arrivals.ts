import { sql } from 'kysely';
import { jsonRows } from '../../../kit/json-rows.ts';
import type { CommerceDb } from '../tables.ts';

/** When events of a platform came, between two looks: milliseconds since 1970. */
export interface Arrivals {
  readonly platformId: string;
  readonly first: number;
  readonly last: number;
}

const TYPES = { platform_id: 'text', first_at: 'timestamptz', last_at: 'timestamptz' };

/** Keeps when events of platforms came; a gap that was noticed ends when they come again. */
export async function keepArrivals(db: CommerceDb, arrivals: readonly Arrivals[]): Promise<void> {
  if (arrivals.length === 0) return;
  const rows = arrivals.map(({ platformId, first, last }) => ({
    platform_id: platformId,
    first_at: new Date(first),
    last_at: new Date(last),
  }));
  await sql`
    update data_gaps set ended_at = first_at from ${jsonRows('came', TYPES, rows)}
    where data_gaps.platform_id = came.platform_id and ended_at is null and declared_by is null and first_at > started_at
  `.execute(db);
  await sql`
    insert into platform_arrivals (platform_id, arrived_at) select platform_id, last_at from ${jsonRows('came', TYPES, rows)}
    on conflict (platform_id) do update set arrived_at = greatest(platform_arrivals.arrived_at, excluded.arrived_at)
  `.execute(db);
}

/** Notices the gaps of platforms of which nothing has come since an instant, from when something came last. */
export async function noticeGaps(db: CommerceDb, since: Date): Promise<void> {
  await sql`
    insert into data_gaps (platform_id, started_at, reason)
    select platform_id, arrived_at, 'No events have come since.' from platform_arrivals
    where arrived_at < ${since} and not exists (
      select from data_gaps where data_gaps.platform_id = platform_arrivals.platform_id and ended_at is null)
    on conflict do nothing`.execute(db);
}
