import type { ContentDb } from './tables.ts';

/** An author, as resolvers get it. */
export interface AuthorRow {
  readonly id: string;
  readonly name: string;
  readonly kind: 'PERSON' | 'CREATOR' | 'BRAND';
  readonly avatarUrl: string | null;
  readonly followerCount: number;
}

const authorColumns = ['id', 'name', 'kind', 'avatar_url as avatarUrl', 'follower_count as followerCount'] as const;

/** The authors with some ids, in no order. */
export function authorsByIds(db: ContentDb, ids: readonly string[]): Promise<AuthorRow[]> {
  return db.selectFrom('authors').select(authorColumns).where('id', 'in', ids).execute();
}
