import { type RawBuilder, sql } from 'kysely';
import type { Run } from '../../../kit/people/close-periods.ts';
import { dayColumn, periodColumn, withinRun } from '../../../kit/people/period-columns.ts';
import { isConsenting } from '../consents/consents.ts';
import type { CommerceDb } from '../tables.ts';

/** To what persons are exposed: a shop, the shops of an industry, or any shop. */
export type TargetKind = 'SHOP' | 'INDUSTRY' | 'ALL';

/** What some persons who are alike did in a period. Sums of squares stand beside sums; money is in 分. */
export interface AlikePersons {
  /** The first day of the period. */
  readonly from: string;
  /** A shop's id, an industry, or ALL. */
  readonly target: string;
  readonly stratum: string;
  readonly exposed: boolean;
  readonly people: number;
  readonly visitors: number;
  readonly buyers: number;
  /** Those of each whom nobody can have invented: of whose reads others told than the shop's platform and its merchant; of those who are not exposed, than merchants, or whose age is known. */
  readonly vouched: number;
  readonly vouchedVisitors: number;
  readonly vouchedBuyers: number;
  readonly visits: number;
  readonly visitSquares: number;
  readonly orders: number;
  readonly orderSquares: number;
  readonly sales: number;
  readonly saleSquares: number;
}

const TARGETS: Readonly<Record<TargetKind, RawBuilder<unknown>>> = {
  SHOP: sql`shops.id`,
  INDUSTRY: sql`shops.industry`,
  ALL: sql`'ALL'`,
};

/**
 * Lays out, for the time of a transaction, who read or searched in the periods of a run, and what they did in the 30 days before.
 * Reads of which merchants tell count for nothing, whoever they name: nobody is exposed because they say so. Who only searched may be invented, unless content knows their age.
 * Persons stand in strata by what they did before (reads and searches: none, few, many; a visit of any shop or none), and by how much else they
 * read or searched within the period (little, some, much).
 * @param eventPlatform in whose name merchants' events are issued
 */
export async function layOutActive(db: CommerceDb, run: Run, eventPlatform: string): Promise<void> {
  const period = periodColumn(run, dayColumn(sql`occurred_at`));
  const within = sql`${withinRun(run, sql`occurred_at`)} and retired_at is null`;
  const others = sql`platform_id <> ${eventPlatform}`;
  await sql`drop table if exists report_active`.execute(db);
  await sql`
    create temporary table report_active on commit drop as
    select period, active.person, looks::integer, (
        case when before.looks_before = 0 then '0' when before.looks_before <= 3 then '1' else '2' end ||
        case when exists (
          select from outcomes where outcomes.person = active.person and retired_at is null and stage = 'SHOP_VISIT'
            and occurred_at >= starts - interval '720 hours' and occurred_at < starts
        ) then 'v' else '-' end
      ) as past, has_read or exists (select from age_cohorts where age_cohorts.person = active.person) as is_vouched
    from (
      select period, person, count(*) as looks, bool_or(is_read) as has_read, (period::timestamp - interval '8 hours') at time zone 'UTC' as starts from (
        select ${period} as period, person, true as is_read from reads
        where ${within} and ${others} and ${isConsenting('reads.person', 'ATTRIBUTION')}
        union all
        select ${period}, person, false from searches where ${within} and ${isConsenting('searches.person', 'ATTRIBUTION')}
      ) as looks
      group by 1, 2
    ) as active
    cross join lateral (
      select (
        select count(*) from (
          select from reads where reads.person = active.person and retired_at is null and ${others}
            and occurred_at >= starts - interval '720 hours' and occurred_at < starts limit 4
        ) as r
      ) + (
        select count(*) from (
          select from searches where searches.person = active.person and retired_at is null
            and occurred_at >= starts - interval '720 hours' and occurred_at < starts limit 4
        ) as s
      ) as looks_before
    ) as before`.execute(db);
  await sql`analyze report_active`.execute(db);
}

/** Whether anybody read a note that led to a shop in the periods of a run: otherwise nobody was exposed to anything. */
export async function isAnyoneExposed(db: CommerceDb, run: Run): Promise<boolean> {
  const { rows } = await sql<{ exposed: boolean }>`
    select exists (select from reads where ${withinRun(run, sql`occurred_at`)} and retired_at is null) as exposed`.execute(
    db,
  );
  return rows[0]?.exposed ?? false;
}

/** How much else: little, some, much. */
function other(looks: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`case when ${looks} <= 2 then '0' when ${looks} <= 6 then '1' else '2' end`;
}

/**
 * What exposed persons and others did in the periods of a run, by target and stratum; after `layOutActive`. Who read a note that led to the target is
 * exposed: what they did counts from the first such read on.
 * @param eventPlatform in whose name merchants' events are issued
 */
export async function countExposure(
  db: CommerceDb,
  run: Run,
  kind: TargetKind,
  eventPlatform: string,
): Promise<AlikePersons[]> {
  await layOutExposed(db, run, kind, eventPlatform);
  await layOutDone(db, run, kind);
  const sums = (isVouched: RawBuilder<unknown>) => sql`count(*) filter (where visits > 0) as visitors,
    count(*) filter (where orders > 0) as buyers, count(*) filter (where visits > 0 and ${isVouched}) as "vouchedVisitors",
    count(*) filter (where orders > 0 and ${isVouched}) as "vouchedBuyers", coalesce(sum(visits), 0)::bigint as visits,
    coalesce(sum(visits * visits), 0)::bigint as "visitSquares", coalesce(sum(orders), 0)::bigint as orders,
    coalesce(sum(orders * orders), 0)::bigint as "orderSquares", coalesce(sum(sales), 0)::bigint as sales,
    coalesce(sum(sales::float8 * sales::float8), 0)::float8 as "saleSquares"`;
  const { rows } = await sql<AlikePersons>`
    with exposed as (
      select period, target, past || ${other(sql`looks - own`)} as stratum, count(*) as people,
        count(*) filter (where is_told) as vouched, ${sums(sql`is_told`)}
      from report_exposed join report_active using (period, person) left join report_done using (period, target, person)
      group by 1, 2, 3
    ), taken as (
      select period, target, past || ${other(sql`looks`)} as stratum, count(*) as people
      from report_exposed join report_active using (period, person) group by 1, 2, 3
    ), everyone as (
      select period, past || ${other(sql`looks`)} as stratum, count(*) as people, count(*) filter (where is_vouched) as vouched
      from report_active group by 1, 2
    ), control as (
      select period, target, past || ${other(sql`looks`)} as stratum, ${sums(sql`is_vouched`)}
      from report_done join report_active using (period, person) where not is_exposed group by 1, 2, 3
    ), targets as (
      select distinct period, target from exposed
    )
    select period as "from", target, stratum, true as exposed, people, vouched, "vouchedVisitors", "vouchedBuyers", visitors,
      buyers, visits, "visitSquares", orders, "orderSquares", sales, "saleSquares"
    from exposed
    union all
    select period, target, stratum, false, everyone.people - coalesce(taken.people, 0),
      everyone.vouched - coalesce(taken.people, 0), coalesce("vouchedVisitors", 0), coalesce("vouchedBuyers", 0),
      coalesce(visitors, 0), coalesce(buyers, 0), coalesce(visits, 0), coalesce("visitSquares", 0), coalesce(orders, 0), coalesce("orderSquares", 0),
      coalesce(sales, 0), coalesce("saleSquares", 0)
    from targets join everyone using (period) left join taken using (period, target, stratum)
    left join control using (period, target, stratum)
    where everyone.people > coalesce(taken.people, 0)`.execute(db);
  return rows;
}

async function layOutExposed(db: CommerceDb, run: Run, kind: TargetKind, eventPlatform: string): Promise<void> {
  await sql`drop table if exists report_exposed`.execute(db);
  await sql`
    create temporary table report_exposed on commit drop as
    select ${periodColumn(run, dayColumn(sql`occurred_at`))} as period, ${TARGETS[kind]} as target, person,
      count(distinct conversion)::integer as own, min(occurred_at) as first_at,
      bool_or(reads.platform_id <> shops.platform_id) as is_told
    from reads cross join unnest(shop_ids) as led(shop_id) join shops on shops.id = shop_id
    where ${withinRun(run, sql`occurred_at`)} and retired_at is null and reads.platform_id <> ${eventPlatform}
    group by 1, 2, 3`.execute(db);
  await sql`analyze report_exposed`.execute(db);
}

async function layOutDone(db: CommerceDb, run: Run, kind: TargetKind): Promise<void> {
  const period = (instant: string) => periodColumn(run, dayColumn(sql.raw(instant)));
  await sql`drop table if exists report_done`.execute(db);
  await sql`
    create temporary table report_done on commit drop as
    select done.period, done.target, done.person, first_at is not null as is_exposed, count(*) filter (where fen is null)::bigint as visits,
      count(fen)::bigint as orders, coalesce(sum(fen), 0)::bigint as sales
    from (
      select ${period('occurred_at')} as period, ${TARGETS[kind]} as target, person, occurred_at as at, null::bigint as fen
      from outcomes join shops on shops.id = shop_id
      where stage = 'SHOP_VISIT' and person is not null and retired_at is null and ${withinRun(run, sql`occurred_at`)}
      union all
      select ${period('counted_at')}, ${TARGETS[kind]}, person, counted_at, counted_fen
      from orders join shops on shops.id = shop_id
      where person is not null and ${withinRun(run, sql`counted_at`)}
    ) as done
    left join report_exposed using (period, target, person)
    where first_at is null or at >= first_at
    group by 1, 2, 3, 4`.execute(db);
  await sql`analyze report_done`.execute(db);
}
