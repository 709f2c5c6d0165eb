import { DATA_GAP, DAY, HOUR, startOf } from '../calendar.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { stream } from '../random/stream.ts';

export type JointParty = 'MERCHANT' | 'CONTENT_PLATFORM' | 'MARKETPLACE';
const PARTIES: readonly JointParty[] = ['MERCHANT', 'CONTENT_PLATFORM', 'MARKETPLACE'];

/** A grant of one of the three parties to a shop's joint account (三方账号). */
export interface JointGrant {
  readonly shopId: string;
  readonly party: JointParty;
  readonly grantedAt: number;
  readonly revokedAt: number | null;
}

/** A time for which a platform's data are missing. */
export interface DataGap {
  readonly platformId: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly reason: string;
}

/** Of ten shops on the two marketplaces seven have all three grants, one lacks one, one lost one, one has none. */
export function makeJointGrants(seed: number, catalog: Catalog): JointGrant[] {
  const random = stream(seed, 'joint');
  return catalog.shops.flatMap((shop, place) => {
    if (!shop.reports || shop.kind === 'NATIVE') return [];
    const fate = random.below(place, 10);
    if (fate === 9) return [];
    const first = startOf('2024-03-01') + random.below(place + 1, 30 * DAY);
    return PARTIES.slice(0, fate === 8 ? 2 : 3).map((party, turn) => ({
      shopId: shop.id,
      party,
      grantedAt: first + turn * HOUR,
      revokedAt: fate === 7 && party === 'MERCHANT' ? startOf('2025-06-20') : null,
    }));
  });
}

/** The gap that the world has. */
export const DATA_GAPS: readonly DataGap[] = [
  {
    platformId: DATA_GAP.platformId,
    startedAt: startOf(DATA_GAP.from),
    endedAt: startOf(DATA_GAP.to) + DAY,
    reason: 'The marketplace sent nothing.',
  },
];
