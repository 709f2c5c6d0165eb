import { type RawBuilder, sql } from 'kysely';
import type { OfParent } from '../../../kit/rows-of-parents.ts';
import type { BoostModel } from '../../models/campaigns.ts';
import type { CommerceDb } from '../tables.ts';
import type { CampaignsPage } from './campaigns.ts';

/** Of whose campaigns boosts are told: those of these shops, and of the shops on these platforms; `all` of everybody's. */
export type BoostViewer = 'all' | { readonly shops: readonly string[]; readonly platforms: readonly string[] };

/** A note that a campaign boosts, and since which day. */
export interface BoostedNote {
  readonly campaignId: string;
  readonly noteId: string;
  /** YYYY-MM-DD in Asia/Shanghai: the day on which its first boost was added. */
  readonly since: string;
}

const COLUMNS = sql`
  boost.id, boost.campaign_id as "campaignId", boost.note_id as "noteId", boost.funded_by as "fundedBy",
  boost.budget_fen as budget, boost.spent_fen as spent, boost.impressions, boost.added_at as "addedAt"`;

/** The boosts with some ids, in no order. */
export async function boostsByIds(db: CommerceDb, ids: readonly string[]): Promise<BoostModel[]> {
  const { rows } = await sql<BoostModel>`
    select ${COLUMNS} from boosts boost where boost.id = any(${ids}::text[])`.execute(db);
  return rows;
}

/** A page of the boosts of each of some campaigns, the oldest first. */
export function boostsOfCampaigns(
  db: CommerceDb,
  campaignIds: readonly string[],
  page: CampaignsPage,
): Promise<OfParent<BoostModel>[]> {
  return pages(db, campaignIds, page, sql`boost.campaign_id = parent.id`, 'asc');
}

/** A page of the boosts of each of some notes, the newest first. */
export function boostsOfNotes(
  db: CommerceDb,
  noteIds: readonly string[],
  { viewer, ...page }: CampaignsPage & { readonly viewer: BoostViewer },
): Promise<OfParent<BoostModel>[]> {
  const seen =
    viewer === 'all'
      ? sql`true`
      : sql`exists (
          select from campaigns join shops on shops.id = shop_id where campaigns.id = boost.campaign_id
            and (shop_id = any(${viewer.shops}::text[]) or platform_id = any(${viewer.platforms}::text[])))`;
  return pages(db, noteIds, page, sql`boost.note_id = parent.id and ${seen}`, 'desc');
}

/** The notes that some campaigns boost, each once. */
export async function boostedNotes(db: CommerceDb, campaignIds: readonly string[]): Promise<BoostedNote[]> {
  const { rows } = await sql<BoostedNote>`
    select campaign_id as "campaignId", note_id as "noteId",
      (min(added_at) at time zone 'Asia/Shanghai')::date::text as since
    from boosts where campaign_id = any(${campaignIds}::text[]) group by 1, 2 order by 1, 2`.execute(db);
  return rows;
}

async function pages(
  db: CommerceDb,
  parentIds: readonly string[],
  { limit, after }: CampaignsPage,
  condition: RawBuilder<unknown>,
  order: 'asc' | 'desc',
): Promise<OfParent<BoostModel>[]> {
  const [direction, beyond] = [sql.raw(order), sql.raw(order === 'asc' ? '>' : '<')];
  const { rows } = await sql<OfParent<BoostModel>>`
    select parent.id as "parentId", page.* from unnest(${parentIds}::text[]) as parent(id)
    cross join lateral (
      select ${COLUMNS} from boosts boost
      where ${condition} and (${after ?? null}::text is null
        or (boost.added_at, boost.id) ${beyond} (select added_at, id from boosts where id = ${after ?? null}::text))
      order by boost.added_at ${direction}, boost.id ${direction} limit ${limit}
    ) as page
    order by "parentId", "addedAt" ${direction}, id ${direction}`.execute(db);
  return rows;
}
