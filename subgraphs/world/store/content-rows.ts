import { sql } from 'kysely';
import { holdLinkFeed } from '../../content/store/link-feed.ts';
import { indexAuthors, indexNotes } from '../../content/store/search-index.ts';
import type { ContentDb } from '../../content/store/tables.ts';
import { insertRows } from '../../kit/json-rows.ts';
import { iso } from '../calendar.ts';
import type { NoteText } from '../catalog/note-text.ts';
import type { Author, Link, Note } from '../catalog/types.ts';
import type { Counter } from '../content/counters.ts';

/** What is counted of a note over its life. */
export type Lifetime = Omit<Counter, 'noteId' | 'hour'> & { newestHour: number };

/** Adds authors, findable by name. @param authors with the person that each is, as 64 hexadecimal digits; null where that is not known */
export async function addAuthors(
  db: ContentDb,
  authors: readonly (Author & { person: string | null })[],
): Promise<void> {
  const types = {
    id: 'text',
    name: 'text',
    kind: 'text',
    avatar_url: 'text',
    follower_count: 'bigint',
    person: 'bytea',
  };
  const rows = authors.map(({ id, name, kind, avatarUrl, followerCount, person }) => ({
    id,
    name,
    kind,
    avatar_url: avatarUrl,
    follower_count: followerCount,
    person: person === null ? null : `\\x${person}`,
  }));
  await insertRows('authors', types, rows).execute(db);
  await indexAuthors(db, authors);
}

const NOTE_TYPES = {
  id: 'text',
  author_id: 'text',
  title: 'text',
  body: 'text',
  kind: 'text',
  cover_url: 'text',
  image_urls: 'text[]',
  video_url: 'text',
  industry: 'text',
  topics: 'text[]',
  published_at: 'timestamptz',
  sponsorship_kind: 'text',
  brand_name: 'text',
  impression_count: 'bigint',
  read_count: 'bigint',
  like_count: 'bigint',
  save_count: 'bigint',
  comment_count: 'bigint',
  share_count: 'bigint',
  follow_count: 'bigint',
  screenshot_count: 'bigint',
  counted_at: 'timestamptz',
};

/** A note with its text and what was counted of it; null where nothing was. */
export interface WholeNote {
  readonly note: Note;
  readonly authorId: string;
  readonly text: NoteText;
  readonly lifetime: Lifetime | null;
}

/** Adds notes with their lifetime counters, findable by their text. */
export async function addNotes(db: ContentDb, notes: readonly WholeNote[]): Promise<void> {
  await insertRows('notes', NOTE_TYPES, notes.map(noteRow)).execute(db);
  await indexNotes(
    db,
    notes.map(({ note, text }) => ({ id: note.id, ...text })),
  );
}

function noteRow({ note, authorId, text, lifetime }: WholeNote) {
  const { id, kind, industry, sponsorship } = note;
  const images = kind === 'IMAGES' ? 1 + (note.index % 4) : 0;
  const image = (place: number) => `https://img.example/note/${note.index + 1}/${place}.webp`;
  return {
    id,
    author_id: authorId,
    title: text.title,
    body: text.body,
    kind,
    cover_url: image(0),
    image_urls: Array.from({ length: images }, (_, place) => image(place + 1)),
    video_url: kind === 'VIDEO' ? `https://video.example/note/${note.index + 1}.mp4` : null,
    industry,
    topics: text.topics,
    published_at: iso(note.publishedAt),
    sponsorship_kind: sponsorship?.kind ?? null,
    brand_name: sponsorship?.brandName ?? null,
    impression_count: lifetime?.impressions ?? 0,
    read_count: lifetime?.reads ?? 0,
    like_count: lifetime?.likes ?? 0,
    save_count: lifetime?.saves ?? 0,
    comment_count: lifetime?.comments ?? 0,
    share_count: lifetime?.shares ?? 0,
    follow_count: lifetime?.follows ?? 0,
    screenshot_count: lifetime?.screenshots ?? 0,
    counted_at: lifetime ? iso(lifetime.newestHour) : null,
  };
}

/** Adds product links, which then stand in the feed in this order. */
export async function addLinks(
  db: ContentDb,
  links: readonly (Link & { noteId: string; productId: string })[],
): Promise<void> {
  const types = {
    id: 'text',
    note_id: 'text',
    product_id: 'text',
    label: 'text',
    placement: 'text',
    position: 'integer',
    status: 'text',
    attached_at: 'timestamptz',
  };
  const rows = links.map(({ id, noteId, productId, label, placement, position, status, attachedAt }) => ({
    id,
    note_id: noteId,
    product_id: productId,
    label,
    placement,
    position: position + 1,
    status,
    attached_at: iso(attachedAt),
  }));
  await holdLinkFeed(db);
  await insertRows('product_links', types, rows).execute(db);
}

/** Adds counters to those of the same note and hour. */
export async function addCounters(db: ContentDb, counters: readonly Counter[]): Promise<void> {
  const count = 'bigint';
  const types = {
    note_id: 'text',
    hour: 'timestamptz',
    impressions: count,
    reads: count,
    likes: count,
    saves: count,
    comments: count,
    shares: count,
    follows: count,
    screenshots: count,
  };
  const rows = counters.map(({ noteId, hour, ...counts }) => ({ note_id: noteId, hour: iso(hour), ...counts }));
  await sql`${insertRows('note_hours', types, rows)}
    on conflict (note_id, hour) do update set
      impressions = note_hours.impressions + excluded.impressions, reads = note_hours.reads + excluded.reads,
      likes = note_hours.likes + excluded.likes, saves = note_hours.saves + excluded.saves,
      comments = note_hours.comments + excluded.comments, shares = note_hours.shares + excluded.shares,
      follows = note_hours.follows + excluded.follows, screenshots = note_hours.screenshots + excluded.screenshots`.execute(
    db,
  );
}
