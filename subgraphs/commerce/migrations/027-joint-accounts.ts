import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Joint accounts (三方账号): what each of the three parties granted and took back, by whom, all of it kept; of a party at most one grant stands. Data gaps are
 * times for which events of a platform are missing: told by it, or noticed here from when its events were recorded last.
 */
export const jointAccountsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create table joint_grants (
        id bigint generated always as identity primary key,
        shop_id text collate "C" not null,
        party text collate "C" not null check (party in ('MERCHANT', 'CONTENT_PLATFORM', 'MARKETPLACE')),
        granted_at timestamptz(3) not null,
        granted_by text not null,
        revoked_at timestamptz(3),
        revoked_by text,
        check ((revoked_at is null) = (revoked_by is null) and revoked_at >= granted_at)
      )`.execute(db);
    await sql`
      create unique index joint_grants_standing on joint_grants (shop_id, party) where revoked_at is null`.execute(db);
    await sql`create index joint_grants_of_shop on joint_grants (shop_id, party, granted_at desc)`.execute(db);
    await sql`
      create table data_gaps (
        platform_id text collate "C" not null,
        started_at timestamptz(3) not null,
        ended_at timestamptz(3) check (ended_at > started_at),
        reason text not null,
        declared_by text,
        primary key (platform_id, started_at)
      )`.execute(db);
    await sql`
      create unique index data_gaps_noticed on data_gaps (platform_id) where ended_at is null and declared_by is null
    `.execute(db);
    await sql`
      create table platform_arrivals (
        platform_id text collate "C" primary key,
        arrived_at timestamptz(3) not null
      )`.execute(db);
  },
};
