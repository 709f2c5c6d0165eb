import { type RawBuilder, sql } from 'kysely';
import type { DayRange } from '../../../kit/calendar.ts';
import type { AttributionModel } from '../../conversions/attribution/models.ts';
import { type AttributionWindow, windowOf } from '../../conversions/attribution/windows.ts';
import type { CommerceDb } from '../tables.ts';
import type { SubjectKind } from './figure-tables.ts';

/** Which figures are read: of one kind of subject, in one window and model, within a range or ever. */
export interface FiguresQuery {
  readonly kind: SubjectKind;
  readonly window: AttributionWindow;
  readonly model: AttributionModel;
  readonly range: DayRange | null;
}

/** What was counted; credit in millionths, money in 分. */
export interface Figures {
  readonly linkClicks: number;
  readonly visits: number;
  readonly carts: number;
  readonly orders: number;
  readonly newCustomers: number;
  readonly credited: number;
  readonly sales: number;
  readonly refunds: number;
}

/** The figures of a subject, with the time of the newest event in them; null where there is none. */
export type SubjectFigures = Figures & { readonly id: string; readonly newest: Date | null };

/** The figures of a subject on one day. */
export type DayFigures = Figures & { readonly id: string; readonly day: string };

/** The figures of some subjects, added up. Costs as many rows as they have days, however many events stand behind them. */
export async function figuresOf(
  db: CommerceDb,
  query: FiguresQuery,
  ids: readonly string[],
): Promise<SubjectFigures[]> {
  const newest = sql.ref(`newest_${windowOf(query.window).suffix}`);
  const { rows } = await sql<SubjectFigures>`
    select subject.id, ${whole('"linkClicks"')}, ${outcomeNames(whole)}, greatest(clicks.newest, outcomes.newest) as newest
    from unnest(${ids}::text[]) as subject(id)
    cross join lateral (
      select sum(${clicks(query.window)}) as "linkClicks", max(newest_at) as newest from click_days where ${within(query)}
    ) as clicks
    cross join lateral (
      select ${sums(query.window)}, max(${newest}) as newest from outcome_days where ${of(query)} and ${within(query)}
    ) as outcomes`.execute(db);
  return rows;
}

/** The figures of some subjects on each day that has any. */
export async function figuresByDay(db: CommerceDb, query: FiguresQuery, ids: readonly string[]): Promise<DayFigures[]> {
  const { rows } = await sql<DayFigures>`
    select subject.id, days.*
    from unnest(${ids}::text[]) as subject(id)
    cross join lateral (
      select day, ${whole('"linkClicks"')}, ${outcomeNames(whole)}
      from (
        select day, sum(${clicks(query.window)}) as "linkClicks" from click_days where ${within(query)} group by day
      ) as clicks
      full join (
        select day, ${sums(query.window)} from outcome_days where ${of(query)} and ${within(query)} group by day
      ) as outcomes using (day)
    ) as days`.execute(db);
  return rows;
}

/** The figures that `outcome_days` has for each window, by the name that they come out under. */
const OUTCOMES = {
  visits: 'visits',
  carts: 'carts',
  orders: 'orders',
  newCustomers: 'new_customers',
  credited: 'credited',
  sales: 'sales',
  refunds: 'refunds',
} as const;

function clicks(window: AttributionWindow): RawBuilder<unknown> {
  return sql.ref(`clicks_${windowOf(window).suffix}`);
}

function sums(window: AttributionWindow): RawBuilder<unknown> {
  const { suffix } = windowOf(window);
  const columns = Object.entries(OUTCOMES).map(
    ([name, column]) => sql`sum(${sql.ref(`${column}_${suffix}`)}) as ${sql.ref(name)}`,
  );
  return sql.join(columns);
}

function outcomeNames(each: (column: string) => RawBuilder<unknown>): RawBuilder<unknown> {
  return sql.join(Object.keys(OUTCOMES).map((name) => each(`"${name}"`)));
}

/** A sum as a whole number: zero where there was nothing to add. */
function whole(column: string): RawBuilder<unknown> {
  return sql`coalesce(${sql.raw(column)}, 0)::bigint as ${sql.raw(column)}`;
}

/** The rows of a model: LAST_CLICK's, and what the model differs from it by, where it is one that shares. */
function of({ model }: FiguresQuery): RawBuilder<unknown> {
  const rows: AttributionModel[] = model === 'READ_THROUGH' ? [model] : [...new Set(['LAST_CLICK' as const, model])];
  return sql`model in (${sql.join(rows.map((row) => sql.lit(row)))})`;
}

function within({ kind, range }: FiguresQuery): RawBuilder<unknown> {
  const subject = sql`subject_kind = ${kind} and subject_id = subject.id`;
  return range === null ? subject : sql`${subject} and day between ${range.from} and ${range.to}`;
}
