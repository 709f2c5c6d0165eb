import type { ContentDb, Industry } from './tables.ts';

/** A note, as resolvers get it. */
export interface NoteRow {
  readonly id: string;
  readonly authorId: string;
  readonly title: string;
  readonly body: string;
  readonly kind: 'IMAGES' | 'VIDEO';
  readonly coverUrl: string | null;
  readonly imageUrls: string[];
  readonly videoUrl: string | null;
  readonly industry: Industry;
  readonly topics: string[];
  readonly publishedAt: Date;
  readonly sponsorshipKind: 'COLLABORATION' | 'ADVERTISEMENT' | null;
  readonly brandName: string | null;
  readonly impressionCount: number;
  readonly readCount: number;
  readonly likeCount: number;
  readonly saveCount: number;
  readonly commentCount: number;
  readonly shareCount: number;
  readonly followCount: number;
  readonly interactionCount: number;
  readonly screenshotCount: number;
  readonly countedAt: Date | null;
}

/** The columns of a NoteRow, of the table under the name `note`. */
export const noteColumns = [
  'note.id',
  'note.author_id as authorId',
  'note.title',
  'note.body',
  'note.kind',
  'note.cover_url as coverUrl',
  'note.image_urls as imageUrls',
  'note.video_url as videoUrl',
  'note.industry',
  'note.topics',
  'note.published_at as publishedAt',
  'note.sponsorship_kind as sponsorshipKind',
  'note.brand_name as brandName',
  'note.impression_count as impressionCount',
  'note.read_count as readCount',
  'note.like_count as likeCount',
  'note.save_count as saveCount',
  'note.comment_count as commentCount',
  'note.share_count as shareCount',
  'note.follow_count as followCount',
  'note.interaction_count as interactionCount',
  'note.screenshot_count as screenshotCount',
  'note.counted_at as countedAt',
] as const;

/** The notes with some ids, in no order. */
export function notesByIds(db: ContentDb, ids: readonly string[]): Promise<NoteRow[]> {
  return db.selectFrom('notes as note').select(noteColumns).where('note.id', 'in', ids).execute();
}
