import { sql } from 'kysely';
import { copyRows } from '../../../kit/copy-rows.ts';
import { givenRows } from '../../../kit/given-rows.ts';
import type { Lived } from '../../conversions/attribution/life.ts';
import type { Outcome, Read } from '../../conversions/attribution/touch.ts';
import type { CommerceDb, CommerceTables } from '../tables.ts';
import { fromBytea, toBytea } from './bytes.ts';
import { lifeColumns, lifeOf } from './lives.ts';

const READ_TYPES = {
  person: 'bytea',
  occurred_at: 'timestamptz',
  platform_id: 'text',
  event_id: 'text',
  conversion: 'uuid',
  note_id: 'text',
  shop_ids: 'text[]',
  recorded_at: 'timestamptz',
  retired_at: 'timestamptz',
} as const;

const SEARCH_TYPES = {
  person: 'bytea',
  occurred_at: 'timestamptz',
  conversion: 'uuid',
  recorded_at: 'timestamptz',
  retired_at: 'timestamptz',
} as const;

type ReadRow = CommerceTables['reads'];

/** A search by a known person. */
export interface Search {
  readonly conversion: string;
  readonly person: string;
  /** Milliseconds since 1970. */
  readonly occurredAt: number;
}

/** Keeps reads. */
export async function insertReads(db: CommerceDb, reads: readonly Lived<Read>[]): Promise<void> {
  if (reads.length === 0) return;
  const rows = reads.map((read) => ({
    person: toBytea(read.person),
    occurred_at: new Date(read.occurredAt),
    platform_id: read.platformId,
    event_id: read.eventId,
    conversion: read.conversion,
    note_id: read.noteId,
    shop_ids: read.shopIds,
    ...lifeColumns(read),
  }));
  await copyRows(db, 'reads', READ_TYPES, rows);
}

/** Keeps searches. */
export async function insertSearches(db: CommerceDb, searches: readonly Lived<Search>[]): Promise<void> {
  if (searches.length === 0) return;
  const rows = searches.map((search) => ({
    person: toBytea(search.person),
    occurred_at: new Date(search.occurredAt),
    conversion: search.conversion,
    ...lifeColumns(search),
  }));
  await copyRows(db, 'searches', SEARCH_TYPES, rows);
}

/** The newest reads that may be credited for an outcome, and the newest signs that its person went on. */
export interface NewestReads {
  readonly reads: Read[];
  /** Visits and searches by conversion: when they occurred, in milliseconds since 1970. */
  readonly signs: Map<string, number>;
}

/**
 * What READ_THROUGH asks of outcomes: the newest reads into the shop by the same person at or before each, within the longest window;
 * the newest visits to it, and the newest searches.
 * @param most how many of each are asked for
 * @returns for each outcome, in their order
 */
export async function newestReads(db: CommerceDb, outcomes: readonly Outcome[], most: number): Promise<NewestReads[]> {
  const found = outcomes.map((): NewestReads => ({ reads: [], signs: new Map() }));
  const persons = outcomes.flatMap(({ person, shopId, occurredAt }, index) =>
    person === null ? [] : [{ index, shop: shopId, who: toBytea(person), at: new Date(occurredAt) }],
  );
  if (persons.length === 0) return found;
  const newest = sql`order by occurred_at desc limit ${sql.lit(most)}`;
  const newestNamed = sql`order by occurred_at desc, platform_id desc, event_id desc limit ${sql.lit(most)}`;
  const within = sql`occurred_at <= made.at and occurred_at >= made.at - interval '720 hours' and retired_at is null`;
  const { rows } = await sql<{ index: number; is_read: boolean } & ReadRow>`
    select made.index, met.*
    from ${givenRows(db, 'made', { index: 'integer', shop: 'text', who: 'bytea', at: 'timestamptz' }, persons)}
    cross join lateral (
      (select true as is_read, reads.* from reads
        where person = made.who and made.shop = any(shop_ids) and ${within} ${newestNamed})
      union all
      (select false, person, occurred_at, '', '', conversion, '', null, recorded_at, retired_at from outcomes
        where person = made.who and shop_id = made.shop and stage = 'SHOP_VISIT' and ${within} ${newest})
      union all
      (select false, person, occurred_at, '', '', conversion, '', null, recorded_at, retired_at from searches
        where person = made.who and ${within} ${newest})
    ) met`.execute(db);
  for (const row of rows) {
    const into = found[row.index];
    if (row.is_read) into?.reads.push(fromRow(row));
    else into?.signs.set(row.conversion, row.occurred_at.getTime());
  }
  return found;
}

/** All reads of notes that led into some shops, that ever held, for attributing them anew. */
export async function readReadsOfShops(db: CommerceDb, shopIds: readonly string[]): Promise<Lived<Read>[]> {
  const { rows } = await sql<ReadRow>`select * from reads where shop_ids && ${shopIds}::text[]`.execute(db);
  return rows.map((row) => ({ ...fromRow(row), ...lifeOf(row) }));
}

/** The reads that hold of notes that led into some shops, from an instant on until before another. */
export async function readReadsWithin(
  db: CommerceDb,
  shopIds: readonly string[],
  { start, end }: { readonly start: Date; readonly end: Date },
): Promise<Lived<Read>[]> {
  const { rows } = await sql<ReadRow>`
    select * from reads
    where shop_ids && ${shopIds}::text[] and occurred_at >= ${start} and occurred_at < ${end} and retired_at is null
  `.execute(db);
  return rows.map((row) => ({ ...fromRow(row), ...lifeOf(row) }));
}

/** All searches of some persons, that ever held, for attributing them anew. */
export async function readSearchesOf(db: CommerceDb, persons: readonly string[]): Promise<Lived<Search>[]> {
  const wanted = persons.map((person) => ({ who: toBytea(person) }));
  const { rows } = await sql<CommerceTables['searches']>`
    select searches.* from ${givenRows(db, 'wanted', { who: 'bytea' }, wanted)}
    join searches on searches.person = wanted.who`.execute(db);
  return rows.map((row) => ({ ...searchFromRow(row), ...lifeOf(row) }));
}

/** The reads and searches that hold of some conversions. */
export async function readLooks(db: CommerceDb, conversions: readonly string[]): Promise<(Read | Search)[]> {
  if (conversions.length === 0) return [];
  const held = sql`conversion = any(${conversions}::uuid[]) and retired_at is null`;
  const reads = await sql<ReadRow>`select * from reads where ${held}`.execute(db);
  const searches = await sql<CommerceTables['searches']>`select * from searches where ${held}`.execute(db);
  return [...reads.rows.map(fromRow), ...searches.rows.map(searchFromRow)];
}

function searchFromRow(row: CommerceTables['searches']): Search {
  return { conversion: row.conversion, person: fromBytea(row.person), occurredAt: row.occurred_at.getTime() };
}

function fromRow(row: ReadRow): Read {
  return {
    conversion: row.conversion,
    platformId: row.platform_id,
    eventId: row.event_id,
    person: fromBytea(row.person),
    noteId: row.note_id,
    shopIds: row.shop_ids,
    occurredAt: row.occurred_at.getTime(),
  };
}
