import { type RawBuilder, sql } from 'kysely';
import { insertRows, jsonRows } from '../../kit/json-rows.ts';
import { FIGURES } from '../conversions/contribution.ts';
import type { OutcomeCell } from '../conversions/figure-cells.ts';
import type { ClickCell, RollUp } from '../conversions/roll-up.ts';
import { WINDOWS } from '../conversions/windows.ts';
import { STRIPE } from './stripe.ts';
import type { CommerceDb, CommerceTables } from './tables.ts';

/** The columns of `outcome_days` that are added up, in the order in which a cell's amounts are passed; and the others by window. */
const AMOUNTS = FIGURES.flatMap((figure) => columnsOf(figure));
const CLICKS = columnsOf('clicks');
const NEWEST = columnsOf('newest');

/** The numbers and times of a cell as one value each: by name they would be most of what is sent. */
const CLICK_TYPES = {
  subject_kind: 'text',
  subject_id: 'text',
  day: 'date',
  clicks: 'bigint[]',
  newest_at: 'timestamptz',
} as const;

const OUTCOME_TYPES = {
  subject_kind: 'text',
  subject_id: 'text',
  model: 'text',
  day: 'date',
  amounts: 'bigint[]',
  newest: 'timestamptz[]',
} as const;

/** Adds to the figures of days. Rows are locked in the order of their keys, so that no two writers wait for each other in a circle. */
export async function addToFigures(db: CommerceDb, rollUp: RollUp): Promise<void> {
  await Promise.all([addClicks(db, rollUp.clickCells()), addOutcomes(db, rollUp.outcomeCells())]);
}

async function addClicks(db: CommerceDb, cells: readonly ClickCell[]): Promise<void> {
  if (cells.length === 0) return;
  const rows = cells.map(({ subject, day, clicks, newest }) => ({
    subject_kind: subject.kind,
    subject_id: subject.id,
    day,
    clicks,
    newest_at: instant(newest),
  }));
  await sql`
    insert into click_days (subject_kind, subject_id, day, stripe, newest_at, ${names(CLICKS)})
    select subject_kind, subject_id, day, ${sql.lit(STRIPE)}, newest_at, ${elements('clicks', CLICKS)}
    from ${jsonRows('cell', CLICK_TYPES, rows)}
    on conflict (subject_kind, subject_id, day, stripe) do update set
      ${sql.join([...CLICKS.map((column) => added('click_days', column)), newer('click_days', 'newest_at')])}
  `.execute(db);
}

async function addOutcomes(db: CommerceDb, cells: readonly OutcomeCell[]): Promise<void> {
  if (cells.length === 0) return;
  const rows = cells.map(({ subject, model, day, amounts, newest }) => ({
    subject_kind: subject.kind,
    subject_id: subject.id,
    model,
    day,
    amounts,
    newest: newest.map(instant),
  }));
  const changes = [
    ...AMOUNTS.map((column) => added('outcome_days', column)),
    ...NEWEST.map((column) => newer('outcome_days', column)),
  ];
  await sql`
    insert into outcome_days (subject_kind, subject_id, model, day, stripe, ${names(AMOUNTS)}, ${names(NEWEST)})
    select subject_kind, subject_id, model, day, ${sql.lit(STRIPE)}, ${elements('amounts', AMOUNTS)},
      ${elements('newest', NEWEST)}
    from ${jsonRows('cell', OUTCOME_TYPES, rows)}
    on conflict (subject_kind, subject_id, model, day, stripe) do update set ${sql.join(changes)}`.execute(db);
}

function columnsOf(figure: string): string[] {
  return WINDOWS.map(({ suffix }) => `${figure}_${suffix}`);
}

function names(columns: readonly string[]): RawBuilder<unknown> {
  return sql.join(columns.map((column) => sql.ref(column)));
}

/** The elements of an array column, one for each of some columns. */
function elements(array: string, columns: readonly string[]): RawBuilder<unknown> {
  return sql.join(columns.map((_, index) => sql`${sql.ref(array)}[${sql.lit(index + 1)}]`));
}

function added(table: string, column: string): RawBuilder<unknown> {
  return sql`${sql.ref(column)} = ${sql.ref(`${table}.${column}`)} + ${sql.ref(`excluded.${column}`)}`;
}

function newer(table: string, column: string): RawBuilder<unknown> {
  return sql`${sql.ref(column)} = greatest(${sql.ref(`${table}.${column}`)}, ${sql.ref(`excluded.${column}`)})`;
}

function instant(milliseconds: number | null): Date | null {
  return milliseconds === null ? null : new Date(milliseconds);
}

/** Adds to the units sold of products, in the order of their ids. */
export async function addUnits(db: CommerceDb, units: ReadonlyMap<string, number>): Promise<void> {
  if (units.size === 0) return;
  const rows = [...units]
    .map(([product_id, sold]) => ({ product_id, stripe: STRIPE, units: sold }))
    .sort((a, b) => (a.product_id < b.product_id ? -1 : 1));
  await sql`
    ${insertRows('product_units', { product_id: 'text', stripe: 'smallint', units: 'bigint' }, rows)}
    on conflict (product_id, stripe) do update set units = product_units.units + excluded.units`.execute(db);
}

/** Forgets all figures and adds up units anew; the caller adds what journeys come to. */
export async function clearFigures(db: CommerceDb): Promise<void> {
  await deleteAll(db, ['click_days', 'outcome_days', 'product_units']);
  await sql`
    insert into product_units (product_id, stripe, units)
    select product_id, ${sql.lit(STRIPE)}, sum(quantity) from order_facts
    where stage = 'ORDER_PAID' and product_id is not null and retired_at is null group by product_id`.execute(db);
}

/** Not truncate: who reads goes on with the old rows until this is done. */
async function deleteAll(db: CommerceDb, tables: readonly (keyof CommerceTables)[]): Promise<void> {
  for (const table of tables) await db.deleteFrom(table).execute();
}
