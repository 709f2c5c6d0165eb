import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Authors, notes and what is counted of them. Instants keep milliseconds, as a JavaScript Date does, so that a cursor made of one
 * finds its row again.
 */
export const notesMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create table authors (
        id text collate "C" primary key,
        name text not null,
        kind text not null check (kind in ('PERSON', 'CREATOR', 'BRAND')),
        avatar_url text,
        follower_count bigint not null default 0
      )`.execute(db);
    await sql`
      create table notes (
        id text collate "C" primary key,
        author_id text collate "C" not null references authors,
        title text not null,
        body text not null,
        kind text not null check (kind in ('IMAGES', 'VIDEO')),
        cover_url text,
        image_urls text[] not null default '{}',
        video_url text,
        industry text collate "C" not null,
        topics text[] not null default '{}',
        published_at timestamptz(3) not null,
        sponsorship_kind text check (sponsorship_kind in ('COLLABORATION', 'ADVERTISEMENT')),
        brand_name text,
        impression_count bigint not null default 0,
        read_count bigint not null default 0,
        like_count bigint not null default 0,
        save_count bigint not null default 0,
        comment_count bigint not null default 0,
        share_count bigint not null default 0,
        follow_count bigint not null default 0,
        screenshot_count bigint not null default 0,
        interaction_count bigint not null generated always as
          (like_count + save_count + comment_count + share_count + follow_count) stored,
        counted_at timestamptz(3),
        check ((sponsorship_kind is null) = (brand_name is null))
      )`.execute(db);
    // One index for each order that a list of notes has; the id makes each order total.
    await sql`create index notes_newest on notes (published_at desc, id desc)`.execute(db);
    await sql`create index notes_most_read on notes (read_count desc, id desc)`.execute(db);
    await sql`create index notes_most_engaged on notes (interaction_count desc, id desc)`.execute(db);
    await sql`create index notes_of_author on notes (author_id, published_at desc, id desc)`.execute(db);
    await sql`create index notes_of_industry on notes (industry, published_at desc, id desc)`.execute(db);
    await sql`create index notes_of_topic on notes using gin (topics)`.execute(db);
    await sql`
      create table note_hours (
        note_id text collate "C" not null,
        hour timestamptz(3) not null,
        impressions integer not null default 0,
        reads integer not null default 0,
        likes integer not null default 0,
        saves integer not null default 0,
        comments integer not null default 0,
        shares integer not null default 0,
        follows integer not null default 0,
        screenshots integer not null default 0,
        primary key (note_id, hour)
      )`.execute(db);
    await sql`create index note_hours_newest on note_hours (hour desc)`.execute(db);
    await sql`
      create table comments (
        id text collate "C" primary key,
        note_id text collate "C" not null references notes,
        author_id text collate "C" not null references authors,
        body text not null,
        intent text not null check (intent in ('LINK_REQUEST', 'PRICE_QUESTION', 'EXPERIENCE', 'OTHER')),
        created_at timestamptz(3) not null
      )`.execute(db);
    await sql`create index comments_newest on comments (note_id, created_at desc, id desc)`.execute(db);
    await sql`create index comments_by_intent on comments (note_id, intent, created_at desc, id desc)`.execute(db);
    // Unmet demand begins with every request of a range, whatever its note.
    await sql`create index comments_link_requests on comments (created_at, note_id) where intent = 'LINK_REQUEST'`.execute(
      db,
    );
  },
};
