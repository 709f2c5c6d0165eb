import { type RawBuilder, sql } from 'kysely';
import { givenList, givenRows } from '../../../kit/given-rows.ts';
import { insertRows } from '../../../kit/json-rows.ts';
import { FIGURES } from '../../conversions/attribution/contribution.ts';
import { WINDOWS } from '../../conversions/attribution/windows.ts';
import type { OutcomeCell } from '../../conversions/figures/figure-cells.ts';
import type { ClickCell, RollUp } from '../../conversions/figures/roll-up.ts';
import type { CommerceDb, CommerceTables } from '../tables.ts';
import { STRIPE } from './stripe.ts';

/** The columns of `outcome_days` that are added up, in the order in which a cell has its amounts; and the others by window. */
const AMOUNTS = FIGURES.flatMap((figure) => columnsOf(figure));
const CLICKS = columnsOf('clicks');
const NEWEST = columnsOf('newest');

const CLICK_TYPES = { subject_kind: 'text', subject_id: 'text', day: 'date', place: 'integer' } as const;
const OUTCOME_TYPES = { ...CLICK_TYPES, model: 'text' } as const;

/** Adds to the figures of days. Rows are locked in the order of their keys, so that no two writers wait for each other in a circle. */
export async function addToFigures(db: CommerceDb, rollUp: RollUp): Promise<void> {
  await Promise.all([addClicks(db, rollUp.clickCells()), addOutcomes(db, rollUp.outcomeCells())]);
}

async function addClicks(db: CommerceDb, cells: readonly ClickCell[]): Promise<void> {
  if (cells.length === 0) return;
  const rows = cells.map(({ subject, day }, place) => ({
    subject_kind: subject.kind,
    subject_id: subject.id,
    day,
    place,
  }));
  const clicks = cells.flatMap((cell) => cell.clicks);
  const newest = cells.map((cell) => cell.newest ?? NEVER);
  await sql`
    insert into click_days (subject_kind, subject_id, day, stripe, newest_at, ${names(CLICKS)})
    select subject_kind, subject_id, day, ${sql.lit(STRIPE)}, ${instants('newest', ['newest_at'])},
      ${elements('clicks', CLICKS)}
    from ${givenRows(db, 'cell', CLICK_TYPES, rows)},
      (select ${givenList(db, 'bigint', clicks)} as clicks, ${givenList(db, 'bigint', newest)} as newest) as lists
    on conflict (subject_kind, subject_id, day, stripe) do update set
      ${sql.join([...CLICKS.map((column) => added('click_days', column)), newer('click_days', 'newest_at')])}
  `.execute(db);
}

async function addOutcomes(db: CommerceDb, cells: readonly OutcomeCell[]): Promise<void> {
  if (cells.length === 0) return;
  const rows = cells.map(({ subject, model, day }, place) => ({
    subject_kind: subject.kind,
    subject_id: subject.id,
    model,
    day,
    place,
  }));
  const amounts = cells.flatMap((cell) => cell.amounts);
  const newest = cells.flatMap((cell) => cell.newest.map((at) => at ?? NEVER));
  const changes = [
    ...AMOUNTS.map((column) => added('outcome_days', column)),
    ...NEWEST.map((column) => newer('outcome_days', column)),
  ];
  await sql`
    insert into outcome_days (subject_kind, subject_id, model, day, stripe, ${names(AMOUNTS)}, ${names(NEWEST)})
    select subject_kind, subject_id, model, day, ${sql.lit(STRIPE)}, ${elements('amounts', AMOUNTS)},
      ${instants('newest', NEWEST)}
    from ${givenRows(db, 'cell', OUTCOME_TYPES, rows)},
      (select ${givenList(db, 'bigint', amounts)} as amounts, ${givenList(db, 'bigint', newest)} as newest) as lists
    on conflict (subject_kind, subject_id, model, day, stripe) do update set ${sql.join(changes)}`.execute(db);
}

function columnsOf(figure: string): string[] {
  return WINDOWS.map(({ suffix }) => `${figure}_${suffix}`);
}

function names(columns: readonly string[]): RawBuilder<unknown> {
  return sql.join(columns.map((column) => sql.ref(column)));
}

/**
 * The numbers of a cell, one for each of some columns. Those of all cells are one list, one cell's behind the other's: a list for each cell
 * would be most of what the server reads, and the rows' places find them at once in a list without nulls.
 */
function elements(list: string, columns: readonly string[]): RawBuilder<unknown> {
  return sql.join(columns.map((_, index) => element(list, columns, index)));
}

function element(list: string, columns: readonly string[], index: number): RawBuilder<unknown> {
  return sql`${sql.ref(list)}[place * ${sql.lit(columns.length)} + ${sql.lit(index + 1)}]`;
}

/** In the place of no instant. */
const NEVER = 0;

/** Instants of a cell, which are given in milliseconds since 1970. */
function instants(list: string, columns: readonly string[]): RawBuilder<unknown> {
  const instant = (_: string, index: number) =>
    sql`timestamptz 'epoch' + nullif(${element(list, columns, index)}, ${sql.lit(NEVER)}) * interval '1 millisecond'`;
  return sql.join(columns.map(instant));
}

function added(table: string, column: string): RawBuilder<unknown> {
  return sql`${sql.ref(column)} = ${sql.ref(`${table}.${column}`)} + ${sql.ref(`excluded.${column}`)}`;
}

function newer(table: string, column: string): RawBuilder<unknown> {
  return sql`${sql.ref(column)} = greatest(${sql.ref(`${table}.${column}`)}, ${sql.ref(`excluded.${column}`)})`;
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
