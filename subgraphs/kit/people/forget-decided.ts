import { type Kysely, type QueryExecutorProvider, sql } from 'kysely';
import type { Period, PeriodKind } from './lattice.ts';

/** Makes room for what `forgetDecidedCells` notes; for a subgraph's migration. */
export async function createForgottenPeriods(db: Kysely<unknown>): Promise<void> {
  await sql`alter table closed_periods add column forgotten_to date`.execute(db);
  await sql`create index decided_cells_in_time on decided_cells using brin (decided_at)`.execute(db);
}

/**
 * Deletes the cells that were decided before an instant, all of a period together, and notes of which periods they were. Nothing but their age matters: were a
 * cell deleted for somebody who is in it, readers would learn that.
 */
export async function forgetDecidedCells(db: QueryExecutorProvider, before: Date): Promise<void> {
  await sql`
    with gone as (
      delete from decided_cells where decided_at < ${before}
      returning regexp_match(key, ' (DAY|WEEK|MONTH) ([0-9]{4}-[0-9]{2}-[0-9]{2})') as period
    ), newest as (
      select period[1] as kind, max(period[2])::date as from_day from gone where period is not null group by 1
    )
    update closed_periods set forgotten_to = greatest(forgotten_to, from_day) from newest
    where closed_periods.kind = newest.kind`.execute(db);
}

/** Whether what was told of a period is deleted. */
export async function isForgotten(db: QueryExecutorProvider, { kind, from }: Period): Promise<boolean> {
  return from <= ((await readForgotten(db)).get(kind) ?? '');
}

/** The first days of the newest periods whose cells are deleted, by kind; kinds of which none is are absent. */
export async function readForgotten(db: QueryExecutorProvider): Promise<Map<PeriodKind, string>> {
  const { rows } = await sql<{ kind: PeriodKind; forgotten_to: string }>`
    select kind, forgotten_to from closed_periods where forgotten_to is not null`.execute(db);
  return new Map(rows.map(({ kind, forgotten_to }) => [kind, forgotten_to]));
}
