import { type OfParent, parentId, rowsOfParents } from '../../kit/rows-of-parents.ts';
import { afterInFallingOrder, type Page, rowsOf } from './page.ts';
import type { CommentIntent, ContentDb } from './tables.ts';

/** A comment, as resolvers get it. */
export interface CommentRow {
  readonly id: string;
  readonly authorId: string;
  readonly body: string;
  readonly intent: CommentIntent;
  readonly createdAt: Date;
}

const commentColumns = ['id', 'author_id as authorId', 'body', 'intent', 'created_at as createdAt'] as const;

/** The comments with some ids, in no order. */
export function commentsByIds(db: ContentDb, ids: readonly string[]): Promise<CommentRow[]> {
  return db.selectFrom('comments').select(commentColumns).where('id', 'in', ids).execute();
}

/** The newest comments under each of some notes, of one intent or of any: a page for each, from one place on. */
export function commentsOfNotes(
  db: ContentDb,
  noteIds: readonly string[],
  page: Page<readonly [Date, string]> & { readonly intent: CommentIntent | undefined },
): Promise<OfParent<CommentRow>[]> {
  const all = db
    .selectFrom('comments')
    .select(commentColumns)
    .where('note_id', '=', parentId)
    .where(afterInFallingOrder('created_at, id', page.after))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(rowsOf(page));
  const comments = page.intent === undefined ? all : all.where('intent', '=', page.intent);
  return rowsOfParents(db, noteIds, comments, '"createdAt" desc, id desc');
}
