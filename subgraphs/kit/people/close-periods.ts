import { type Generated, type Kysely, sql } from 'kysely';
import { addDays, instantsOf } from '../calendar.ts';
import { newestClosed, PERIOD_KINDS, type Period, type PeriodKind, periodAt } from './lattice.ts';

/** How far a subgraph has counted the people of closed periods, by the kind of period. */
export interface ClosedPeriodsTable {
  kind: PeriodKind;
  /** The last day of the newest period that was counted. */
  counted_to: string;
  /** The first day of the newest period of which what was counted is deleted; null before any is. */
  forgotten_to: Generated<string | null>;
}

// biome-ignore lint/suspicious/noExplicitAny: each subgraph's database has tables of its own; this one stands in both.
type AnyDb = Kysely<any>;

/** Makes the table of a subgraph; for its migration. */
export async function createClosedPeriods(db: AnyDb): Promise<void> {
  await sql`create table closed_periods (kind text primary key, counted_to date not null)`.execute(db);
}

/** Periods of one kind that follow each other without a gap. */
export interface Run {
  readonly kind: PeriodKind;
  /** Days of the first and the last of them, in Asia/Shanghai. */
  readonly from: string;
  readonly to: string;
  /** The first instant, and the first one after it. */
  readonly start: Date;
  readonly end: Date;
  /** On which reporting months begin. */
  readonly monthStart: number;
}

/** What counts periods. */
export interface Closing<Tables> {
  readonly db: Kysely<Tables>;
  readonly now: Date;
  readonly monthStart: number;
  /** The day of the oldest fact; undefined where there is none yet. */
  readonly firstDay: () => Promise<string | undefined>;
  /** Counts all periods of a run, within the transaction that notes them as counted. */
  readonly count: (transaction: Kysely<Tables>, run: Run) => Promise<void>;
}

/** About so many days are counted in one transaction, so that no statement holds years. */
const DAYS_AT_ONCE = 92;

/** Counts the periods that have closed since the last time; of two processes that do so at once, one does. */
export async function closePeriods<Tables>(closing: Closing<Tables>): Promise<void> {
  for (const kind of PERIOD_KINDS) while (await closeSome(closing, kind));
}

/** @returns whether there may be more */
async function closeSome<Tables>(closing: Closing<Tables>, kind: PeriodKind): Promise<boolean> {
  const { db, now, monthStart, firstDay, count } = closing;
  const newest = newestClosed(kind, now, monthStart);
  const counted = await countedTo(db, kind);
  if (counted !== undefined && counted >= newest.to) return false;
  const first = counted === undefined ? await firstDay() : addDays(counted, 1);
  if (first === undefined || first > newest.to) return false;
  const last = periodAt(kind, addDays(first, DAYS_AT_ONCE), monthStart);
  const run = runOf(periodAt(kind, first, monthStart), last.to < newest.to ? last : newest, monthStart);
  await db.transaction().execute(async (transaction) => {
    // Nobody waits for it, however much came in the periods.
    await sql`set local statement_timeout = 0`.execute(transaction);
    await sql`lock table closed_periods in share row exclusive mode`.execute(transaction);
    if ((await countedTo(transaction, kind)) !== counted) return;
    await count(transaction, run);
    await sql`
      insert into closed_periods (kind, counted_to) values (${kind}, ${run.to}::date)
      on conflict (kind) do update set counted_to = excluded.counted_to`.execute(transaction);
  });
  return run.to < newest.to;
}

function runOf(first: Period, last: Period, monthStart: number): Run {
  const days = { from: first.from, to: last.to };
  return { kind: first.kind, ...days, ...instantsOf(days), monthStart };
}

async function countedTo(db: AnyDb, kind: PeriodKind): Promise<string | undefined> {
  const { rows } = await sql<{ counted_to: string }>`
    select counted_to from closed_periods where kind = ${kind}`.execute(db);
  return rows[0]?.counted_to;
}
