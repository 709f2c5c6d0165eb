import { sql } from 'kysely';
import type { OwnedLink } from '../../conversions/figures/figure-access.ts';
import type { CommerceDb } from '../tables.ts';

/** A placement as whose figures are judged by: no author is behind it. */
export type OwnedPlacement = Pick<OwnedLink, 'linkId' | 'shopId'> & { readonly sourceId: string };

/** The placements of some items of other platforms. */
export function placementsOf(db: CommerceDb, sourceIds: readonly string[]): Promise<OwnedPlacement[]> {
  return db
    .selectFrom('placements')
    .select(['link_id as linkId', 'source_id as sourceId', 'shop_id as shopId'])
    .where('source_id', '=', sql<string>`any(${sourceIds}::text[])`)
    .orderBy('link_id')
    .execute();
}
