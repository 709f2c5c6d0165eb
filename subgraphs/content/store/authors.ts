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

/** Those of some authors who agree that what they write is learnt from; who is not known, or was not asked, does not. */
export async function authorsToLearnFrom(db: ContentDb, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('authors')
    .innerJoin('consents', 'consents.person', 'authors.person')
    .select('id')
    .where('id', 'in', ids)
    .where('purpose', '=', 'AI_TRAINING')
    .where('granted', '=', true)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** The authors with some ids, in no order. */
export function authorsByIds(db: ContentDb, ids: readonly string[]): Promise<AuthorRow[]> {
  return db.selectFrom('authors').select(authorColumns).where('id', 'in', ids).execute();
}
