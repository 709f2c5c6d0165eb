import { sql } from 'kysely';
import { insertRows } from '../../../kit/json-rows.ts';
import type { Period, PeriodKind } from '../../../kit/people/lattice.ts';
import type { ToldFigures } from '../../funnel/told-figures.ts';
import type { CommerceDb } from '../tables.ts';
import type { Span } from './shop-facts.ts';

/** A shop's period as it is kept. */
export interface KeptPeriod {
  readonly shopId: string;
  readonly period: Period;
  readonly told: boolean;
  readonly totals: ToldFigures;
  readonly withheld: Readonly<Record<string, number>>;
}

/** A row as it is kept. */
export interface KeptRow {
  readonly shopId: string;
  readonly period: Period;
  readonly grouping: string;
  /** From 1 on. */
  readonly place: number;
  readonly keys: readonly string[];
  readonly figures: ToldFigures;
}

/** A shop's period with its rows. */
export interface KeptFunnel {
  readonly period: KeptPeriod;
  readonly rows: readonly KeptRow[];
}

const PERIOD_TYPES = {
  shop_id: 'text',
  kind: 'text',
  from_day: 'date',
  told: 'boolean',
  totals: 'jsonb',
  withheld: 'jsonb',
} as const;

const ROW_TYPES = {
  shop_id: 'text',
  kind: 'text',
  grouping_name: 'text',
  from_day: 'date',
  place: 'integer',
  keys: 'text[]',
  figures: 'jsonb',
} as const;

const ROWS_AT_ONCE = 2_000;

/** Keeps what was decided now; what was decided before stays as it is, with its rows. */
export async function keepDecided(db: CommerceDb, funnels: readonly KeptFunnel[]): Promise<void> {
  const given = funnels.map(({ period: { shopId, period, told, totals, withheld } }) => ({
    shop_id: shopId,
    kind: period.kind,
    from_day: period.from,
    told,
    totals,
    withheld,
  }));
  const fresh = new Set<string>();
  for (let from = 0; from < given.length; from += ROWS_AT_ONCE) {
    const chunk = given.slice(from, from + ROWS_AT_ONCE);
    const { rows: made } = await sql<{ name: string }>`
      ${insertRows('funnel_periods', PERIOD_TYPES, chunk)} on conflict do nothing
      returning shop_id || ' ' || kind || ' ' || from_day as name`.execute(db);
    for (const { name } of made) fresh.add(name);
  }
  const own = funnels
    .flatMap(({ rows }) => rows)
    .filter(({ shopId, period }) => fresh.has(`${shopId} ${period.kind} ${period.from}`))
    .map(({ shopId, period, grouping, place, keys, figures }) => ({
      shop_id: shopId,
      kind: period.kind,
      grouping_name: grouping,
      from_day: period.from,
      place,
      keys,
      figures,
    }));
  for (let from = 0; from < own.length; from += ROWS_AT_ONCE)
    await insertRows('funnel_rows', ROW_TYPES, own.slice(from, from + ROWS_AT_ONCE)).execute(db);
}

/** How far the periods of a kind are decided, and how far what was decided is deleted. */
export interface ClosedKind {
  /** The last day of the newest one. */
  readonly to: string;
  /** The first day of the newest one that is deleted; null where none is. */
  readonly forgottenTo: string | null;
}

/** The same by kind; kinds of which none is decided are absent. */
export async function readClosed(db: CommerceDb): Promise<Map<PeriodKind, ClosedKind>> {
  const rows = await db.selectFrom('funnel_closed').selectAll().execute();
  return new Map(rows.map(({ kind, last_day, forgotten_to }) => [kind, { to: last_day, forgottenTo: forgotten_to }]));
}

/** Deletes what was decided before an instant, whoever is in it, and notes of which periods that was; a shop's period goes as a whole. */
export async function forgetFunnels(db: CommerceDb, before: Date): Promise<void> {
  await sql`
    with gone as (
      delete from funnel_periods where decided_at < ${before} returning shop_id, kind, from_day
    ), rows_gone as (
      delete from funnel_rows using gone
      where funnel_rows.shop_id = gone.shop_id and funnel_rows.kind = gone.kind and funnel_rows.from_day = gone.from_day
    ), newest as (
      select kind, max(from_day) as from_day from gone group by 1
    )
    update funnel_closed set forgotten_to = greatest(forgotten_to, from_day) from newest
    where funnel_closed.kind = newest.kind`.execute(db);
}

/** Says up to which day the periods of a kind are decided; never back to an earlier one. */
export async function markClosed(db: CommerceDb, kind: PeriodKind, lastDay: string): Promise<void> {
  await sql`
    insert into funnel_closed (kind, last_day) values (${kind}, ${lastDay}::date)
    on conflict (kind) do update set last_day = greatest(funnel_closed.last_day, excluded.last_day)`.execute(db);
}

interface ToldRow {
  readonly shop_id: string;
  readonly kind: string;
  readonly from_day: string;
  readonly grouping_name: string;
  readonly keys: readonly string[];
  readonly figures: ToldFigures;
}

/** Behind the keys that a row is grouped by stands what follows from them. */
function toldName({ shop_id, kind, from_day, grouping_name, keys }: ToldRow): string {
  const dimensions = grouping_name === '' ? [] : grouping_name.split(' ');
  return toldCellName(shop_id, { kind, from: from_day }, grouping_name, keys.slice(0, dimensions.length));
}

/** Names a cell of a shop's period. */
export function toldCellName(
  shopId: string,
  { kind, from }: { readonly kind: string; readonly from: string },
  grouping: string,
  keys: readonly string[],
): string {
  return JSON.stringify([shopId, kind, from, grouping, ...keys]);
}

/** What is told of some shops in days and weeks of a span: of each cell by `toldCellName`. */
export async function readToldCells(
  db: CommerceDb,
  shopIds: readonly string[],
  { start, end }: Span,
): Promise<Map<string, ToldFigures>> {
  const days = sql`from_day >= ${start}::timestamptz::date - 1 and from_day <= ${end}::timestamptz::date`;
  const own = sql`shop_id = any(${shopIds}::text[]) and kind in ('DAY', 'WEEK') and ${days}`;
  const { rows } = await sql<ToldRow>`
    select shop_id, kind, from_day, '' as grouping_name, '{}'::text[] as keys, totals as figures from funnel_periods
    where ${own} and told
    union all select shop_id, kind, from_day, grouping_name, keys, figures from funnel_rows where ${own}`.execute(db);
  return new Map(rows.map((row) => [toldName(row), row.figures]));
}

/** Forgets all that was decided, for whoever loads a world anew or tries another threshold out. */
export async function forgetDecided(db: CommerceDb): Promise<void> {
  await sql`truncate funnel_periods, funnel_rows, funnel_closed`.execute(db);
  await sql`delete from decided_cells where key like 'funnel-told %'`.execute(db);
}
