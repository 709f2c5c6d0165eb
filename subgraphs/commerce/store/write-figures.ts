import { sql } from 'kysely';
import { insertRows, type RowTypes } from '../../kit/json-rows.ts';
import { type ClickCell, FIGURES, type OutcomeCell, type RollUp } from '../conversions/roll-up.ts';
import { WINDOWS } from '../conversions/windows.ts';
import type { CommerceDb, CommerceTables } from './tables.ts';

/** A column of `outcome_days` for each figure and window, and for each window the newest event's time. */
const AMOUNTS = FIGURES.flatMap((figure) =>
  WINDOWS.map(({ suffix }, window) => ({ column: `${figure}_${suffix}`, figure, window })),
);
const NEWEST = WINDOWS.map(({ suffix }, window) => ({ column: `newest_${suffix}`, window }));

const CLICK_TYPES = {
  subject_kind: 'text',
  subject_id: 'text',
  day: 'date',
  link_clicks: 'bigint',
  newest_at: 'timestamptz',
} as const;

const OUTCOME_TYPES: RowTypes<Record<string, unknown>> = {
  subject_kind: 'text',
  subject_id: 'text',
  model: 'text',
  day: 'date',
  ...Object.fromEntries(AMOUNTS.map(({ column }) => [column, 'bigint'])),
  ...Object.fromEntries(NEWEST.map(({ column }) => [column, 'timestamptz'])),
};

/** Adds to the figures of days. Rows are locked in the order of their keys, so that no two writers wait for each other in a circle. */
export async function addToFigures(db: CommerceDb, rollUp: RollUp): Promise<void> {
  await addClicks(db, rollUp.clickCells());
  await addOutcomes(db, rollUp.outcomeCells());
}

async function addClicks(db: CommerceDb, cells: readonly ClickCell[]): Promise<void> {
  if (cells.length === 0) return;
  const rows = cells.map((cell) => ({ ...cell, newest_at: new Date(cell.newest_at) }));
  await sql`
    ${insertRows('click_days', CLICK_TYPES, rows)}
    on conflict (subject_kind, subject_id, day) do update set
      link_clicks = click_days.link_clicks + excluded.link_clicks,
      newest_at = greatest(click_days.newest_at, excluded.newest_at)`.execute(db);
}

async function addOutcomes(db: CommerceDb, cells: readonly OutcomeCell[]): Promise<void> {
  if (cells.length === 0) return;
  const rows = cells.map(({ subject_kind, subject_id, day, amounts, newest }) => ({
    subject_kind,
    subject_id,
    model: 'LAST_CLICK',
    day,
    ...Object.fromEntries(AMOUNTS.map(({ column, figure, window }) => [column, amounts[figure][window]])),
    ...Object.fromEntries(NEWEST.map(({ column, window }) => [column, instant(newest[window])])),
  }));
  const added = AMOUNTS.map(({ column }) => {
    const [own, more] = [sql.ref(`outcome_days.${column}`), sql.ref(`excluded.${column}`)];
    return sql`${sql.ref(column)} = ${own} + ${more}`;
  });
  const newest = NEWEST.map(({ column }) => {
    const [own, more] = [sql.ref(`outcome_days.${column}`), sql.ref(`excluded.${column}`)];
    return sql`${sql.ref(column)} = greatest(${own}, ${more})`;
  });
  await sql`
    ${insertRows('outcome_days', OUTCOME_TYPES, rows)}
    on conflict (subject_kind, subject_id, model, day) do update set ${sql.join([...added, ...newest])}`.execute(db);
}

function instant(milliseconds: number | null | undefined): Date | null {
  return milliseconds == null ? null : new Date(milliseconds);
}

/** Adds to the units sold of products, in the order of their ids. */
export async function addUnits(db: CommerceDb, units: ReadonlyMap<string, number>): Promise<void> {
  if (units.size === 0) return;
  const rows = [...units]
    .map(([product_id, sold]) => ({ product_id, units: sold }))
    .sort((a, b) => (a.product_id < b.product_id ? -1 : 1));
  await sql`
    ${insertRows('product_units', { product_id: 'text', units: 'bigint' }, rows)}
    on conflict (product_id) do update set units = product_units.units + excluded.units`.execute(db);
}

/** Forgets all figures and adds up units anew; the caller adds what journeys come to. */
export async function clearFigures(db: CommerceDb): Promise<void> {
  await deleteAll(db, ['click_days', 'outcome_days', 'product_units']);
  await sql`
    insert into product_units
    select product_id, sum(quantity) from order_facts
    where stage = 'ORDER_PAID' and product_id is not null group by product_id`.execute(db);
}

/** Forgets all that follows from events. */
export async function clearJourneys(db: CommerceDb): Promise<void> {
  await deleteAll(db, ['clicks', 'outcomes', 'orders', 'order_facts', 'refunds', 'search_people', 'search_shops']);
}

/** Not truncate: who reads goes on with the old rows until this is done. */
async function deleteAll(db: CommerceDb, tables: readonly (keyof CommerceTables)[]): Promise<void> {
  for (const table of tables) await db.deleteFrom(table).execute();
}
