import { type Selectable, sql } from 'kysely';
import { insertRows, jsonRows } from '../../kit/json-rows.ts';
import type { Outcome, Touch } from '../conversions/touch.ts';
import { fromBytea, toBytea } from './bytes.ts';
import type { CommerceDb, CommerceTables } from './tables.ts';

const TYPES = {
  conversion: 'uuid',
  stage: 'text',
  shop_id: 'text',
  person: 'bytea',
  click_id: 'text',
  occurred_at: 'timestamptz',
  credited_click: 'uuid',
} as const;

type Row = Selectable<CommerceTables['outcomes']>;

/** A visit or a cart. */
export interface Visit extends Outcome {
  readonly conversion: string;
  readonly stage: Row['stage'];
  /** The conversion of the click that it is credited to, if any. */
  readonly creditedClick: string | null;
}

/** Keeps visits and carts with their credit. */
export async function insertVisits(db: CommerceDb, visits: readonly Visit[]): Promise<void> {
  if (visits.length === 0) return;
  const rows = visits.map((visit) => ({
    conversion: visit.conversion,
    stage: visit.stage,
    shop_id: visit.shopId,
    person: toBytea(visit.person),
    click_id: visit.clickIds[0] ?? null,
    occurred_at: new Date(visit.occurredAt),
    credited_click: visit.creditedClick,
  }));
  await insertRows('outcomes', TYPES, rows).execute(db);
}

/** Gives the credit for visits and carts to other clicks, or to none. */
export async function creditVisits(db: CommerceDb, visits: readonly Visit[]): Promise<void> {
  if (visits.length === 0) return;
  const rows = visits.map(({ conversion, creditedClick }) => ({ conversion, click: creditedClick }));
  await sql`
    update outcomes set credited_click = given.click
    from ${jsonRows('given', { conversion: 'uuid', click: 'uuid' }, rows)}
    where outcomes.conversion = given.conversion`.execute(db);
}

/** The visits and carts for which touches that came later may have the credit: by the same person after them, or naming them. */
export async function visitsAfter(db: CommerceDb, touches: readonly Touch[]): Promise<Visit[]> {
  if (touches.length === 0) return [];
  const types = { shop: 'text', who: 'bytea', name: 'text', at: 'timestamptz' } as const;
  const made = touches.map((touch) => ({
    shop: touch.shopId,
    who: toBytea(touch.person),
    name: touch.clickId,
    at: new Date(touch.occurredAt),
  }));
  const { rows } = await sql<Row>`
    with touch as materialized (select * from ${jsonRows('touch', types, made)})
    select visit.* from touch cross join lateral (
      select * from outcomes
      where shop_id = touch.shop and person = touch.who
        and occurred_at >= touch.at and occurred_at <= touch.at + interval '720 hours'
      offset 0
    ) visit
    union
    select visit.* from touch cross join lateral (
      select * from outcomes where click_id = touch.name offset 0
    ) visit`.execute(db);
  return rows.map(fromRow);
}

/** All visits and carts of some shops, for attributing them anew. */
export async function readVisitsOfShops(db: CommerceDb, shopIds: readonly string[]): Promise<Visit[]> {
  const { rows } = await sql<Row>`select * from outcomes where shop_id = any(${shopIds}::text[])`.execute(db);
  return rows.map(fromRow);
}

function fromRow(row: Row): Visit {
  return {
    conversion: row.conversion,
    stage: row.stage,
    shopId: row.shop_id,
    person: fromBytea(row.person),
    clickIds: row.click_id === null ? [] : [row.click_id],
    occurredAt: row.occurred_at.getTime(),
    creditedClick: row.credited_click,
  };
}
