import { type Selectable, sql } from 'kysely';
import { copyRows } from '../../../kit/copy-rows.ts';
import { givenRows } from '../../../kit/given-rows.ts';
import type { Lived } from '../../conversions/attribution/life.ts';
import type { Outcome, Touch } from '../../conversions/attribution/touch.ts';
import { isPlacement } from '../../conversions/placement.ts';
import type { CommerceDb, CommerceTables } from '../tables.ts';
import { fromBytea, toBytea } from './bytes.ts';
import { lifeColumns, lifeOf } from './lives.ts';

const TYPES = {
  conversion: 'uuid',
  platform_id: 'text',
  event_id: 'text',
  click_id: 'text',
  person: 'bytea',
  shop_id: 'text',
  link_id: 'text',
  note_id: 'text',
  product_id: 'text',
  fingerprint: 'text',
  occurred_at: 'timestamptz',
  recorded_at: 'timestamptz',
  retired_at: 'timestamptz',
} as const;

type Row = Selectable<CommerceTables['clicks']>;

/** A tap as it is kept. */
export interface KeptTouch extends Lived<Touch> {
  /** Whether it is invalid traffic now, which is no touch. */
  readonly isInvalid: boolean;
}

/** A tap that is kept, with when it turned into invalid traffic and back: milliseconds since 1970. */
export interface TurningTouch extends Lived<Touch> {
  readonly turns: readonly number[];
}

/** Keeps touches, and who searched for what before them and in which shops they ended, and which items of other platforms show what. */
export async function insertTouches(db: CommerceDb, touches: readonly Lived<Touch>[]): Promise<void> {
  if (touches.length === 0) return;
  await Promise.all([
    copyRows(db, 'clicks', TYPES, touches.map(toRow)),
    insertSearched(db, touches),
    insertPlacements(db, touches),
  ]);
}

/** A placement is known from its first click on, and stays. */
async function insertPlacements(db: CommerceDb, touches: readonly Touch[]): Promise<void> {
  const rows = touches
    .filter(({ linkId }) => isPlacement(linkId))
    .map(({ linkId, noteId, productId, shopId }) => ({
      link_id: linkId,
      source_id: noteId,
      product_id: productId,
      shop_id: shopId,
    }));
  if (rows.length === 0) return;
  const types = { link_id: 'text', source_id: 'text', product_id: 'text', shop_id: 'text' };
  await sql`
    insert into placements (link_id, source_id, product_id, shop_id)
    select distinct link_id, source_id, product_id, shop_id from ${givenRows(db, 'row', types, rows)} order by 1
    on conflict do nothing`.execute(db);
}

async function insertSearched(db: CommerceDb, touches: readonly Lived<Touch>[]): Promise<void> {
  const searched = touches.flatMap(({ fingerprint, shopId }) =>
    fingerprint === null ? [] : [{ fingerprint, shop_id: shopId }],
  );
  if (searched.length === 0) return;
  const rows = givenRows(db, 'row', { fingerprint: 'text', shop_id: 'text' }, searched);
  await sql`
    insert into search_shops select distinct fingerprint, shop_id from ${rows} order by 1, 2
    on conflict do nothing`.execute(db);
}

/** Which of some click ids are taken. */
export async function takenClickIds(db: CommerceDb, clickIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (clickIds.length === 0) return new Set();
  // One by one: where statistics are old, a long list in one condition is looked for in every tap that is kept.
  const { rows } = await sql<{ click_id: string }>`
    select asked.click_id from unnest(${clickIds}::text[]) as asked(click_id)
    cross join lateral (select from clicks where click_id = asked.click_id and retired_at is null limit 1) taken`.execute(
    db,
  );
  return new Set(rows.map((row) => row.click_id));
}

/** The taps that hold of some conversions, invalid traffic too. */
export async function readTouches(db: CommerceDb, conversions: readonly string[]): Promise<KeptTouch[]> {
  if (conversions.length === 0) return [];
  const { rows } = await sql<Row>`
    select * from clicks where conversion = any(${conversions}::uuid[]) and retired_at is null`.execute(db);
  return rows.map(clickFromRow);
}

/** All taps that ever held of links into some shops, for attributing them anew. */
export async function readTouchesOfShops(db: CommerceDb, shopIds: readonly string[]): Promise<TurningTouch[]> {
  const { rows } = await sql<Row>`select * from clicks where shop_id = any(${shopIds}::text[])`.execute(db);
  const turnsOf = (row: Row) => (row.turned_at ?? []).map((turn) => turn.getTime());
  return rows.map((row) => ({ ...fromRow(row), ...lifeOf(row), turns: turnsOf(row) }));
}

/** The taps that hold and are no invalid traffic, of links into some shops, from an instant on until before another. */
export async function readTouchesWithin(
  db: CommerceDb,
  shopIds: readonly string[],
  { start, end }: { readonly start: Date; readonly end: Date },
): Promise<Lived<Touch>[]> {
  const { rows } = await sql<Row>`
    select * from clicks
    where shop_id = any(${shopIds}::text[]) and occurred_at >= ${start} and occurred_at < ${end}
      and retired_at is null and not invalid`.execute(db);
  return rows.map((row) => ({ ...fromRow(row), ...lifeOf(row) }));
}

/**
 * The touches that may be credited for outcomes: for each those of its person within the longest window, of many the newest, and those
 * that it names.
 * @param most how many of a person's touches are asked for
 * @returns a list for each outcome, in their order
 */
export async function candidateTouches(db: CommerceDb, outcomes: readonly Outcome[], most: number): Promise<Touch[][]> {
  const found = outcomes.map(() => new Map<string, Touch>());
  const persons = outcomes.flatMap(({ person, shopId, occurredAt }, index) =>
    person === null ? [] : [{ index, shop: shopId, who: toBytea(person), at: new Date(occurredAt) }],
  );
  const names = outcomes.flatMap(({ clickIds }, index) => clickIds.map((name) => ({ index, name })));
  if (persons.length === 0 && names.length === 0) return outcomes.map(() => []);
  const { rows } = await sql<Row & { index: number }>`
    select made.index, touch.*
    from ${givenRows(db, 'made', { index: 'integer', shop: 'text', who: 'bytea', at: 'timestamptz' }, persons)}
    cross join lateral (
      select * from clicks
      where shop_id = made.shop and person = made.who and retired_at is null and not invalid
        and occurred_at <= made.at and occurred_at >= made.at - interval '720 hours'
      order by occurred_at desc, platform_id desc, event_id desc
      limit ${sql.lit(most)}
    ) touch
    union all
    select named.index, touch.*
    from ${givenRows(db, 'named', { index: 'integer', name: 'text' }, names)}
    join clicks touch on touch.click_id = named.name and touch.retired_at is null and not touch.invalid`.execute(db);
  for (const row of rows) found[row.index]?.set(row.conversion, fromRow(row));
  return found.map((touches) => [...touches.values()]);
}

function toRow(touch: Lived<Touch>) {
  return {
    conversion: touch.conversion,
    platform_id: touch.platformId,
    event_id: touch.eventId,
    click_id: touch.clickId,
    person: toBytea(touch.person),
    shop_id: touch.shopId,
    link_id: touch.linkId,
    note_id: touch.noteId,
    product_id: touch.productId,
    fingerprint: touch.fingerprint,
    occurred_at: new Date(touch.occurredAt),
    ...lifeColumns(touch),
  };
}

/** A tap, as its row has it. */
export function clickFromRow(row: Row): KeptTouch {
  return { ...fromRow(row), ...lifeOf(row), isInvalid: row.invalid };
}

function fromRow(row: Row): Touch {
  return {
    conversion: row.conversion,
    platformId: row.platform_id,
    eventId: row.event_id,
    clickId: row.click_id,
    person: fromBytea(row.person),
    shopId: row.shop_id,
    linkId: row.link_id,
    noteId: row.note_id,
    productId: row.product_id,
    fingerprint: row.fingerprint,
    occurredAt: row.occurred_at.getTime(),
  };
}
