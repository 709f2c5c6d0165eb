import { type RawBuilder, sql } from 'kysely';
import { insertRows, jsonRows } from '../../kit/json-rows.ts';
import { type ClickCell, FIGURES, type OutcomeCell, type RollUp } from '../conversions/roll-up.ts';
import { WINDOWS } from '../conversions/windows.ts';
import type { CommerceDb, CommerceTables } from './tables.ts';

/** The columns of `outcome_days` that are added up, in the order in which a cell's amounts are passed; and the newest times'. */
const AMOUNTS = FIGURES.flatMap((figure) => WINDOWS.map(({ suffix }) => `${figure}_${suffix}`));
const NEWEST = WINDOWS.map(({ suffix }) => `newest_${suffix}`);

const CLICK_TYPES = {
  subject_kind: 'text',
  subject_id: 'text',
  day: 'date',
  link_clicks: 'bigint',
  newest_at: 'timestamptz',
} as const;

/** The amounts and times of a cell as one value each: by name they would be most of what is sent. */
const OUTCOME_TYPES = {
  subject_kind: 'text',
  subject_id: 'text',
  day: 'date',
  amounts: 'bigint[]',
  newest: 'timestamptz[]',
} as const;

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
    day,
    amounts: FIGURES.flatMap((figure) => amounts[figure]),
    newest: newest.map(instant),
  }));
  const columns = ['subject_kind', 'subject_id', 'model', 'day', ...AMOUNTS, ...NEWEST].map((name) => sql.ref(name));
  const given = [
    ...AMOUNTS.map((_, index) => sql`amounts[${sql.lit(index + 1)}]`),
    ...NEWEST.map((_, index) => sql`newest[${sql.lit(index + 1)}]`),
  ];
  const changes = [...AMOUNTS.map(added), ...NEWEST.map(newer)];
  await sql`
    insert into outcome_days (${sql.join(columns)})
    select subject_kind, subject_id, 'LAST_CLICK', day, ${sql.join(given)}
    from ${jsonRows('cell', OUTCOME_TYPES, rows)}
    on conflict (subject_kind, subject_id, model, day) do update set ${sql.join(changes)}`.execute(db);
}

function added(column: string): RawBuilder<unknown> {
  return sql`${sql.ref(column)} = ${sql.ref(`outcome_days.${column}`)} + ${sql.ref(`excluded.${column}`)}`;
}

function newer(column: string): RawBuilder<unknown> {
  return sql`${sql.ref(column)} = greatest(${sql.ref(`outcome_days.${column}`)}, ${sql.ref(`excluded.${column}`)})`;
}

function instant(milliseconds: number | null): Date | null {
  return milliseconds === null ? null : new Date(milliseconds);
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
