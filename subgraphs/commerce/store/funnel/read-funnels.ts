import { sql } from 'kysely';
import type { Period, PeriodKind } from '../../../kit/people/lattice.ts';
import type { ToldFigures } from '../../funnel/told-figures.ts';
import type { CommerceDb } from '../tables.ts';

/** A shop's period, as it was decided. */
export interface PeriodRow {
  readonly shopId: string;
  readonly totals: ToldFigures;
  readonly withheld: Readonly<Record<string, number>>;
}

/** Where a page of rows begins and how long it is. */
export interface FunnelPage {
  /** Days of the periods whose rows are shown: one period's first day, or each day of it. */
  readonly kind: PeriodKind;
  readonly from: string;
  readonly to: string;
  /** `''` for the wholes of days. */
  readonly grouping: string;
  readonly after: readonly [day: string, place: number] | undefined;
  readonly limit: number;
}

/** A row of a shop's funnel, as it was decided. */
export interface ShownRow {
  readonly shopId: string;
  readonly day: string;
  readonly place: number;
  readonly keys: readonly string[];
  readonly figures: ToldFigures;
}

/** What was decided of a period of some shops; a shop in which nothing happened has none. */
export async function readPeriods(
  db: CommerceDb,
  { kind, from }: Period,
  shopIds: readonly string[],
): Promise<PeriodRow[]> {
  return db
    .selectFrom('funnel_periods')
    .select(['shop_id as shopId', 'totals', 'withheld'])
    .where('shop_id', '=', sql<string>`any(${shopIds}::text[])`)
    .where('kind', '=', kind)
    .where('from_day', '=', from)
    .execute();
}

/** A page of the rows of some shops' funnels. Costs as many rows as are shown. */
export async function readRows(db: CommerceDb, page: FunnelPage, shopIds: readonly string[]): Promise<ShownRow[]> {
  const { kind, from, to, grouping, limit } = page;
  const [day, place] = page.after ?? [from, 0];
  const days = sql`kind = ${kind} and from_day between ${from} and ${to}`;
  const rows =
    grouping === ''
      ? sql`
          select from_day, 1 as place, '{}'::text[] as keys, totals as figures from funnel_periods
          where shop_id = shop.id and ${days} and told and (from_day, 1) > (${day}::date, ${place}::integer)
          order by from_day limit ${limit}`
      : sql`
          select from_day, place, keys, figures from funnel_rows
          where shop_id = shop.id and grouping_name = ${grouping} and ${days}
            and (from_day, place) > (${day}::date, ${place}::integer)
          order by from_day, place limit ${limit}`;
  const { rows: found } = await sql<ShownRow>`
    select shop.id as "shopId", own.from_day as day, own.place, own.keys, own.figures
    from unnest(${shopIds}::text[]) as shop(id) cross join lateral (${rows}) as own
    order by shop.id, own.from_day, own.place`.execute(db);
  return found;
}

/** How many rows of some shops' funnels are left out. */
export async function countWithheld(
  db: CommerceDb,
  { kind, from, to, grouping }: Pick<FunnelPage, 'kind' | 'from' | 'to' | 'grouping'>,
  shopIds: readonly string[],
): Promise<{ shopId: string; rows: number }[]> {
  const count =
    grouping === '' ? sql`count(*) filter (where not told)` : sql`coalesce(sum((withheld->>${grouping})::integer), 0)`;
  const { rows } = await sql<{ shopId: string; rows: number }>`
    select shop_id as "shopId", (${count})::bigint as rows from funnel_periods
    where shop_id = any(${shopIds}::text[]) and kind = ${kind} and from_day between ${from} and ${to}
    group by shop_id`.execute(db);
  return rows;
}
