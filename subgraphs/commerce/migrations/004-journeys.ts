import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * What events say, laid out to be attributed: touches, what followed in the shop, and orders with the facts that they are made of.
 * Everything here follows from `events`. Events without consent are in none of it but the orders' facts, where `counted` is false.
 */
export const journeysMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create table clicks (
        conversion uuid primary key,
        platform_id text collate "C" not null,
        event_id text collate "C" not null,
        click_id text collate "C" unique,
        person bytea,
        shop_id text collate "C" not null,
        link_id text collate "C" not null,
        note_id text collate "C" not null,
        product_id text collate "C" not null,
        fingerprint text collate "C",
        occurred_at timestamptz(3) not null
      )`.execute(db);
    await sql`
      create index clicks_of_person on clicks (shop_id, person, occurred_at) where person is not null`.execute(db);
    await sql`
      create index clicks_of_search on clicks (fingerprint, occurred_at) where fingerprint is not null`.execute(db);
    await sql`
      create table outcomes (
        conversion uuid primary key,
        stage text collate "C" not null check (stage in ('SHOP_VISIT', 'ADD_TO_CART')),
        shop_id text collate "C" not null,
        person bytea,
        click_id text collate "C",
        occurred_at timestamptz(3) not null,
        credited_click uuid
      ) with (fillfactor = 90)`.execute(db);
    await sql`
      create index outcomes_of_person on outcomes (shop_id, person, occurred_at) where person is not null`.execute(db);
    await sql`create index outcomes_of_click on outcomes (click_id) where click_id is not null`.execute(db);
    await createOrders(db);
  },
};

async function createOrders(db: Kysely<unknown>) {
  await sql`
    create table orders (
      id text collate "C" primary key,
      platform_id text collate "C" not null,
      platform_order_id text collate "C" not null,
      shop_id text collate "C" not null,
      status text collate "C" check (status in ('PLACED', 'PAID', 'RECEIVED', 'REFUNDED')),
      placed_at timestamptz(3),
      paid_at timestamptz(3),
      received_at timestamptz(3),
      total_fen bigint not null,
      payment_method text collate "C",
      logistics_provider text collate "C",
      person bytea,
      counted_at timestamptz(3),
      counted_fen bigint not null,
      credited_click uuid
    ) with (fillfactor = 80)`.execute(db);
  await sql`create index orders_newest on orders (shop_id, placed_at desc, id desc)`.execute(db);
  await sql`
    create index orders_of_person on orders (shop_id, person, counted_at, id) where person is not null`.execute(db);
  await sql`
    create table order_facts (
      order_id text collate "C" not null,
      line_id text collate "C" not null,
      stage text collate "C" not null check (stage in ('ORDER_PLACED', 'ORDER_PAID', 'ORDER_RECEIVED')),
      conversion uuid not null,
      product_id text collate "C",
      quantity integer not null,
      amount_fen bigint not null,
      payment_method text collate "C",
      logistics_provider text collate "C",
      person bytea,
      click_id text collate "C",
      counted boolean not null,
      occurred_at timestamptz(3) not null,
      primary key (order_id, line_id, stage)
    )`.execute(db);
  await sql`
    create index order_facts_of_click on order_facts (click_id) where click_id is not null and counted`.execute(db);
  await sql`
    create table refunds (
      order_id text collate "C" not null,
      conversion uuid not null,
      line_id text collate "C" not null,
      amount_fen bigint not null,
      counted boolean not null,
      occurred_at timestamptz(3) not null,
      primary key (order_id, conversion)
    )`.execute(db);
}
