import { type RawBuilder, sql } from 'kysely';
import type { Run } from './close-periods.ts';

/** The day of Asia/Shanghai of an instant, within a statement. */
export function dayColumn(instant: RawBuilder<unknown>): RawBuilder<string> {
  return sql`((${instant} at time zone 'UTC') + interval '8 hours')::date`;
}

/** The first day of the period of a run in which a day lies, within a statement. */
export function periodColumn({ kind, monthStart }: Run, day: RawBuilder<unknown>): RawBuilder<string> {
  if (kind === 'DAY') return sql`${day}`;
  if (kind === 'WEEK') return sql`date_trunc('week', ${day}::timestamp)::date`;
  const before = sql.lit(monthStart - 1);
  return sql`(date_trunc('month', (${day} - ${before})::timestamp)::date + ${before})`;
}

/** Whether an instant lies within a run, within a statement. */
export function withinRun({ start, end }: Run, instant: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`(${instant} >= ${start} and ${instant} < ${end})`;
}
