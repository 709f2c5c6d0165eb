import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * The full-text index, which stands apart from notes so that a counter's update never rewrites it, and the log of searches.
 * Vectors are written from our own segments, never parsed by PostgreSQL, whose idea of a Chinese word depends on the locale.
 */
export const searchMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create table note_search (note_id text collate "C" primary key references notes, vector tsvector not null)
    `.execute(db);
    await sql`create index note_search_vector on note_search using gin (vector) with (fastupdate = off)`.execute(db);
    await sql`
      create table author_search (author_id text collate "C" primary key references authors, vector tsvector not null)
    `.execute(db);
    await sql`
      create index author_search_vector on author_search using gin (vector) with (fastupdate = off)`.execute(db);
    await sql`create table search_terms (term text collate "C" primary key, notes integer not null)`.execute(db);
    await createLog(db);
    await addPopularity(db);
  },
};

/** `searches` is the log; `current_searches` finds a person's own again; `search_days` adds up days of Asia/Shanghai. */
async function createLog(db: Kysely<unknown>) {
  await sql`
    create table searches (
      id text collate "C" primary key,
      fingerprint text collate "C" not null,
      text text not null,
      origin text not null check (origin in ('USER', 'SUGGESTED')),
      person bytea,
      searched_at timestamptz(3) not null,
      terms text[] not null,
      weights integer[] not null
    )`.execute(db);
  await sql`create index searches_of_text on searches (fingerprint, searched_at) include (person)`.execute(db);
  await sql`
    create table current_searches (
      person bytea not null,
      fingerprint text collate "C" not null,
      search_id text collate "C" not null,
      searched_at timestamptz(3) not null,
      previous_at timestamptz(3),
      primary key (person, fingerprint)
    )`.execute(db);
  await sql`
    create table search_days (
      day date not null,
      fingerprint text collate "C" not null,
      searches integer not null,
      persons integer not null,
      primary key (day, fingerprint)
    )`.execute(db);
}

/**
 * Popularity breaks the ties of a search: interactions on a logarithmic scale, so that it seldom moves. What it was before it moved
 * is kept with the instant, so that the pages of a search that began earlier stay in the order in which they began.
 */
async function addPopularity(db: Kysely<unknown>) {
  await sql`
    alter table notes
      add column popularity smallint not null default 0,
      add column popularity_before smallint not null default 0,
      add column popularity_at timestamptz(3) not null default '-infinity'`.execute(db);
  await sql`
    create function set_note_popularity() returns trigger language plpgsql as $$
    declare
      interactions bigint := new.like_count + new.save_count + new.comment_count + new.share_count + new.follow_count;
    begin
      new.popularity := floor(2 * ln(1 + interactions))::smallint;
      if tg_op = 'INSERT' then
        new.popularity_before := new.popularity;
      elsif new.popularity <> old.popularity then
        new.popularity_before := old.popularity;
        new.popularity_at := clock_timestamp();
      end if;
      return new;
    end $$`.execute(db);
  await sql`
    create trigger note_popularity
      before insert or update of like_count, save_count, comment_count, share_count, follow_count on notes
      for each row execute function set_note_popularity()`.execute(db);
}
