import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What is sold and by whom: platforms, their agreements, shops, products; and the figures that others published. */
export const catalogueMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await createPlatforms(db);
    await sql`
      create table shops (
        id text collate "C" primary key,
        platform_id text collate "C" not null references platforms,
        name text not null,
        kind text not null check (kind in ('TMALL_FLAGSHIP', 'TMALL', 'TAOBAO', 'NATIVE')),
        brand_name text,
        industry text collate "C" not null,
        payment_methods text[] not null default '{}',
        logistics jsonb not null default '[]'
      )`.execute(db);
    await sql`
      create table products (
        id text collate "C" primary key,
        platform_id text collate "C" not null references platforms,
        platform_product_id text collate "C" not null,
        shop_id text collate "C" not null references shops,
        title text not null,
        brand_name text,
        category text,
        image_url text,
        industry text collate "C" not null,
        price_fen bigint not null check (price_fen >= 0),
        compare_at_fen bigint check (compare_at_fen > price_fen),
        available_for_sale boolean not null,
        sales_track text collate "C" not null check (sales_track in ('MARKETPLACE', 'NATIVE')),
        unique (platform_id, platform_product_id)
      )`.execute(db);
    await sql`create index products_of_shop on products (shop_id, id)`.execute(db);
    await sql`create index products_of_industry on products (industry, id)`.execute(db);
    await sql`create index products_of_track on products (sales_track, id)`.execute(db);
    // Written from our own segments: what PostgreSQL's parser takes for a Chinese word depends on the locale.
    await sql`
      create table product_search (product_id text collate "C" primary key references products, vector tsvector not null)
    `.execute(db);
    await sql`
      create index product_search_vector on product_search using gin (vector) with (fastupdate = off)`.execute(db);
  },
};

async function createPlatforms(db: Kysely<unknown>) {
  await sql`
    create table platforms (
      id text collate "C" primary key,
      name text not null,
      category text collate "C" not null,
      connected_on date,
      capabilities text[] not null default '{}',
      app_link text,
      web_link text check (web_link like 'https://%')
    )`.execute(db);
  await sql`create index platforms_of_category on platforms (category, id)`.execute(db);
  await sql`
    create table partnerships (
      name text collate "C" primary key,
      kind text not null check (kind in ('CONTENT_LINKING', 'PAYMENT', 'SOCIAL_LINKING', 'LOGISTICS')),
      parties text[] not null,
      effective_on date not null,
      summary text not null
    )`.execute(db);
  await sql`
    create table reported_figures (
      position integer generated always as identity primary key,
      subject text collate "C" not null,
      metric text not null,
      value numeric not null,
      unit text not null,
      comparator text not null check (comparator in ('EXACTLY', 'ABOUT', 'MORE_THAN')),
      period text,
      year_over_year numeric,
      claim text not null check (claim in ('FINANCIAL_REPORT', 'PLATFORM_STATISTIC', 'SURVEY', 'QUOTE', 'OPINION')),
      speaker text,
      source text not null,
      published_on date
    )`.execute(db);
  await sql`create index reported_figures_of_subject on reported_figures (subject, position)`.execute(db);
}
