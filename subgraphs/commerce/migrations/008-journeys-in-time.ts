import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What follows from events, each row of which has a life. */
const FACTS = ['clicks', 'outcomes', 'order_facts', 'refunds'];

/**
 * Facts with time: each is kept with when it was recorded and, once a correction or a retraction took it back, when that was. So it can
 * be told what was known at any instant, and figures follow from the facts alone. Reads by known persons of notes that led into a shop,
 * and searches, are kept beside the clicks.
 */
export const journeysInTimeMigration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const table of FACTS) {
      await sql`
        alter table ${sql.table(table)} add column recorded_at timestamptz(3), add column retired_at timestamptz(3)
      `.execute(db);
      await sql`
        update ${sql.table(table)} as fact set recorded_at = events.recorded_at from events
        where events.conversion = fact.conversion`.execute(db);
      await sql`alter table ${sql.table(table)} alter column recorded_at set not null`.execute(db);
    }
    await indexFacts(db);
    await createReads(db);
  },
};

/** Nearly everything asks for the facts that hold. */
async function indexFacts(db: Kysely<unknown>) {
  await sql`alter table clicks drop constraint clicks_pkey, drop constraint clicks_click_id_key`.execute(db);
  await sql`drop index clicks_of_person`.execute(db);
  await sql`drop index clicks_of_search`.execute(db);
  await sql`create unique index clicks_held on clicks (conversion) where retired_at is null`.execute(db);
  await sql`
    create unique index clicks_by_id on clicks (click_id) where click_id is not null and retired_at is null`.execute(
    db,
  );
  await sql`
    create index clicks_of_person on clicks (shop_id, person, occurred_at)
    where person is not null and retired_at is null`.execute(db);
  await sql`
    create index clicks_of_search on clicks (fingerprint, occurred_at)
    where fingerprint is not null and retired_at is null`.execute(db);
  await sql`alter table outcomes drop constraint outcomes_pkey`.execute(db);
  await sql`drop index outcomes_of_person`.execute(db);
  await sql`drop index outcomes_of_click`.execute(db);
  await sql`create unique index outcomes_held on outcomes (conversion) where retired_at is null`.execute(db);
  await sql`
    create index outcomes_of_person on outcomes (person, occurred_at)
    where person is not null and retired_at is null`.execute(db);
  await sql`
    create index outcomes_of_click on outcomes (click_id)
    where click_id is not null and retired_at is null`.execute(db);
  await sql`create index orders_of_buyer on orders (person, counted_at) where person is not null`.execute(db);
  await indexOrderFacts(db);
}

async function indexOrderFacts(db: Kysely<unknown>) {
  await sql`alter table order_facts drop constraint order_facts_pkey`.execute(db);
  await sql`alter table refunds drop constraint refunds_pkey`.execute(db);
  await sql`drop index order_facts_of_click`.execute(db);
  await sql`
    create unique index order_facts_held on order_facts (order_id, line_id, stage) where retired_at is null`.execute(
    db,
  );
  await sql`create index order_facts_retired on order_facts (order_id) where retired_at is not null`.execute(db);
  await sql`
    create index order_facts_of_click on order_facts (click_id)
    where click_id is not null and counted and retired_at is null`.execute(db);
  await sql`create unique index refunds_held on refunds (order_id, conversion) where retired_at is null`.execute(db);
  await sql`create index refunds_retired on refunds (order_id) where retired_at is not null`.execute(db);
}

/** A row for each shop that a read note led into: so the newest read before an outcome is found in one step. */
async function createReads(db: Kysely<unknown>) {
  await sql`
    create table reads (
      person bytea not null,
      shop_id text collate "C" not null,
      occurred_at timestamptz(3) not null,
      platform_id text collate "C" not null,
      event_id text collate "C" not null,
      conversion uuid not null,
      note_id text collate "C" not null,
      recorded_at timestamptz(3) not null,
      retired_at timestamptz(3)
    )`.execute(db);
  await sql`create index reads_of_person on reads (person, shop_id, occurred_at) where retired_at is null`.execute(db);
  await sql`
    create table searches (
      person bytea not null,
      occurred_at timestamptz(3) not null,
      conversion uuid not null,
      recorded_at timestamptz(3) not null,
      retired_at timestamptz(3)
    )`.execute(db);
  await sql`create index searches_of_person on searches (person, occurred_at) where retired_at is null`.execute(db);
  await sql`
    insert into reads
    select person, shop.id, occurred_at, platform_id, event_id, conversion, source_id, recorded_at, null
    from events cross join lateral unnest(read_shops) as shop(id)
    where stage = 'READ' and person is not null`.execute(db);
  await sql`
    insert into searches select person, occurred_at, conversion, recorded_at, null
    from events where stage = 'SEARCH' and person is not null`.execute(db);
}
