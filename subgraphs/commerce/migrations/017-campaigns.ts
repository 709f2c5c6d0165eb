import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Campaigns (联投), their boosts (流量加投), and what each shown boost cost. What is spent stands beside the budget that it is taken from,
 * so that one locked row decides; a cost stays by its conversion, so that it can be given back.
 */
export const campaignsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create table campaigns (
        id text collate "C" primary key,
        shop_id text collate "C" not null references shops,
        name text not null,
        status text not null check (status in ('DRAFT', 'ACTIVE', 'PAUSED', 'ENDED')),
        merchant_budget_fen bigint not null check (merchant_budget_fen >= 0),
        marketplace_budget_fen bigint not null check (marketplace_budget_fen >= 0),
        merchant_spent_fen bigint not null default 0 check (merchant_spent_fen between 0 and merchant_budget_fen),
        marketplace_spent_fen bigint not null default 0 check (marketplace_spent_fen between 0 and marketplace_budget_fen),
        content_spent_fen bigint not null default 0 check (content_spent_fen >= 0),
        starts_on date not null,
        ends_on date check (ends_on >= starts_on),
        joint_from date,
        created_at timestamptz(3) not null
      )`.execute(db);
    await sql`create index campaigns_of_shop on campaigns (shop_id, starts_on desc, id desc)`.execute(db);
    await sql`create index campaigns_joint on campaigns (joint_from, ends_on) where joint_from is not null`.execute(db);
    await sql`
      create table boosts (
        id text collate "C" primary key,
        campaign_id text collate "C" not null references campaigns,
        note_id text collate "C" not null,
        funded_by text not null check (funded_by in ('MERCHANT', 'CONTENT_PLATFORM', 'MARKETPLACE')),
        budget_fen bigint not null check (budget_fen > 0),
        spent_fen bigint not null default 0 check (spent_fen between 0 and budget_fen),
        impressions bigint not null default 0 check (impressions >= 0),
        added_at timestamptz(3) not null
      )`.execute(db);
    await sql`create index boosts_of_campaign on boosts (campaign_id, added_at, id)`.execute(db);
    await sql`create index boosts_of_note on boosts (note_id, added_at, id)`.execute(db);
    await sql`
      create table boost_costs (
        conversion uuid primary key,
        boost_id text collate "C" not null,
        merchant_fen bigint not null,
        marketplace_fen bigint not null,
        content_fen bigint not null
      )`.execute(db);
  },
};
