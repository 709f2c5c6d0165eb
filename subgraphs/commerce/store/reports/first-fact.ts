import { sql } from 'kysely';
import type { CommerceDb } from '../tables.ts';

/** The day, in Asia/Shanghai, of the oldest thing that reports count; undefined before the first. */
export async function firstFactDay(db: CommerceDb): Promise<string | undefined> {
  const { rows } = await sql<{ day: string | null }>`
    select least(
      ((least((select min(occurred_at) from reads), (select min(occurred_at) from searches),
        (select min(counted_at) from orders)) at time zone 'UTC') + interval '8 hours')::date,
      (select min(day) from outcome_days),
      (select min(joint_from) from campaigns)
    ) as day`.execute(db);
  return rows[0]?.day ?? undefined;
}
