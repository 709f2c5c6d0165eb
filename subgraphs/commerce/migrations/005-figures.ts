import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Figures added up by subject and day of Asia/Shanghai, so that reading them costs the same however many events stand behind them. A
 * row holds all four windows: an outcome counts in most of them at once. The free space on each page lets a row be counted up in
 * place. Money (sales, refunds) is in 分.
 */
export const figuresMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create table click_days (
        subject_kind text collate "C" not null,
        subject_id text collate "C" not null,
        day date not null,
        link_clicks bigint not null,
        newest_at timestamptz(3) not null,
        primary key (subject_kind, subject_id, day)
      ) with (fillfactor = 70)`.execute(db);
    await sql`
      create table outcome_days (
        subject_kind text collate "C" not null,
        subject_id text collate "C" not null,
        model text collate "C" not null,
        day date not null,
        visits_24h bigint not null, visits_7d bigint not null, visits_15d bigint not null, visits_30d bigint not null,
        carts_24h bigint not null, carts_7d bigint not null, carts_15d bigint not null, carts_30d bigint not null,
        orders_24h bigint not null, orders_7d bigint not null, orders_15d bigint not null, orders_30d bigint not null,
        new_customers_24h bigint not null, new_customers_7d bigint not null, new_customers_15d bigint not null, new_customers_30d bigint not null,
        sales_24h bigint not null, sales_7d bigint not null, sales_15d bigint not null, sales_30d bigint not null,
        refunds_24h bigint not null, refunds_7d bigint not null, refunds_15d bigint not null, refunds_30d bigint not null,
        newest_24h timestamptz(3), newest_7d timestamptz(3), newest_15d timestamptz(3), newest_30d timestamptz(3),
        primary key (subject_kind, subject_id, model, day)
      ) with (fillfactor = 70)`.execute(db);
    await sql`
      create table search_people (
        fingerprint text collate "C", person bytea, primary key (fingerprint, person)
      )`.execute(db);
    await sql`
      create table search_shops (
        fingerprint text collate "C", shop_id text collate "C", primary key (fingerprint, shop_id)
      )`.execute(db);
    await sql`
      create table product_units (product_id text collate "C" primary key, units bigint not null)
        with (fillfactor = 70)`.execute(db);
  },
};
