import { sql } from 'kysely';
import { commentIntent } from '../text/comment-intent.ts';
import type { ContentDb } from './tables.ts';

/** A comment as its reader wrote it. */
export interface NewComment {
  readonly id: string;
  readonly noteId: string;
  readonly authorId: string;
  readonly body: string;
  readonly createdAt: Date;
}

/** Adds comments, each with the intent that its text has; some thousands at once. */
export async function addComments(db: ContentDb, comments: readonly NewComment[]): Promise<void> {
  await sql`
    insert into comments (id, note_id, author_id, body, intent, created_at)
    select * from unnest(
      ${comments.map((comment) => comment.id)}::text[],
      ${comments.map((comment) => comment.noteId)}::text[],
      ${comments.map((comment) => comment.authorId)}::text[],
      ${comments.map((comment) => comment.body)}::text[],
      ${comments.map((comment) => commentIntent(comment.body))}::text[],
      ${comments.map((comment) => comment.createdAt)}::timestamptz[]
    )`.execute(db);
}
