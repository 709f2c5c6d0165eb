import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const IDENTITY_PARTITIONS = 16;
/** As many as `store/lock-stripes.ts` counts. */
const LOCK_STRIPES = 16_384;

/**
 * What lets several processes record at once, for years. Events are kept by the day of Asia/Shanghai on which they were recorded, so that
 * a day can go whole; their identities stay for good, and stand in parts so that none of their indexes grows without bound. Lock stripes
 * stand for persons, clicks and orders: who records about one holds its stripe's row.
 */
export const recordingMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create table lock_stripes (id integer primary key)`.execute(db);
    await sql`insert into lock_stripes select generate_series(0, ${sql.lit(LOCK_STRIPES - 1)})`.execute(db);
    await partIdentities(db);
    await partEvents(db);
  },
};

async function partIdentities(db: Kysely<unknown>) {
  await sql`alter table event_identities rename to whole_identities`.execute(db);
  await sql`alter index event_identities_pkey rename to whole_identities_pkey`.execute(db);
  await sql`
    create table event_identities (conversion uuid primary key, content_hash bytea not null)
    partition by hash (conversion)`.execute(db);
  for (let part = 0; part < IDENTITY_PARTITIONS; part += 1) {
    await sql`
      create table ${sql.table(`event_identities_${part}`)} partition of event_identities
      for values with (modulus ${sql.lit(IDENTITY_PARTITIONS)}, remainder ${sql.lit(part)})`.execute(db);
  }
  await sql`insert into event_identities select * from whole_identities`.execute(db);
  await sql`drop table whole_identities`.execute(db);
}

async function partEvents(db: Kysely<unknown>) {
  await sql`alter table events rename to whole_events`.execute(db);
  await sql`alter table whole_events alter column sequence drop identity`.execute(db);
  await sql`drop index events_newest`.execute(db);
  await sql`alter table whole_events drop constraint events_pkey`.execute(db);
  await sql`
    create table events (
      like whole_events including constraints,
      recorded_at timestamptz(3) not null,
      read_shops text[]
    ) partition by range (recorded_at)`.execute(db);
  await sql`alter table events alter column sequence add generated always as identity`.execute(db);
  await sql`create index events_newest on events (occurred_at)`.execute(db);
  await moveEvents(db);
  await sql`drop table whole_events`.execute(db);
}

/** Events from before are taken for recorded when they came, and reads for made while their notes' links were as they are. */
async function moveEvents(db: Kysely<unknown>) {
  const { rows } = await sql<{ day: string }>`
    select distinct to_char(received_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day from whole_events`.execute(
    db,
  );
  for (const { day } of rows) {
    const from = sql`timestamptz ${sql.lit(`${day}T00:00:00+08:00`)}`;
    await sql`
      create table ${sql.table(`events_${day.replaceAll('-', '')}`)} partition of events
      for values from (${from}) to (${from} + interval '24 hours')`.execute(db);
  }
  await sql`
    insert into events overriding system value
    select whole_events.*, received_at, case when stage = 'READ' then array(
      select distinct shop_id from link_targets join products on products.id = link_targets.product_id
      where note_id = whole_events.source_id and status <> 'REMOVED' order by 1
    ) end
    from whole_events order by sequence`.execute(db);
  await sql`
    select setval(pg_get_serial_sequence('events', 'sequence'), (select coalesce(max(sequence), 0) + 1 from events))
  `.execute(db);
}
