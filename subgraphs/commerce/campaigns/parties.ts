import type { Claims } from '../../kit/claims/claims.ts';
import { isOwn, ownRows } from '../../kit/claims/own-rows.ts';
import type { JointParty } from '../accounts/joint-account.ts';
import { actsForShop, ownShops, ownsShop } from '../own-shop.ts';
import type { BoostViewer } from '../store/campaigns/boosts.ts';

/** The policy by which a caller speaks for a platform. */
const OWN_PLATFORM = 'own_platform';

/** A shop, as far as it says whose its campaigns are. */
interface OfShop {
  readonly shopId: string;
  /** The marketplace on which it is. */
  readonly platformId: string;
}

/** The parties of a shop's campaigns for which a caller acts: none, one or, of the operator's own, all. */
export function partiesOf(claims: Claims, { shopId, platformId }: OfShop, contentPlatform: string): JointParty[] {
  const acts: Record<JointParty, boolean> = {
    MERCHANT: ownsShop(claims, shopId),
    MARKETPLACE: isOwn(claims, OWN_PLATFORM, platformId),
    CONTENT_PLATFORM: isOwn(claims, OWN_PLATFORM, contentPlatform),
  };
  return (Object.keys(acts) as JointParty[]).filter((party) => acts[party]);
}

/** The same, of those who may change something: whom the shop's joint account lets in sees its campaigns, and acts for nobody. */
export function actingParties(claims: Claims, shop: OfShop, contentPlatform: string): JointParty[] {
  const parties = partiesOf(claims, shop, contentPlatform);
  return actsForShop(claims, shop.shopId) ? parties : parties.filter((party) => party !== 'MERCHANT');
}

/** Of whose campaigns a caller is told: every party of a campaign sees it whole. */
export function viewerOf(claims: Claims, contentPlatform: string): BoostViewer {
  const shops = ownShops(claims);
  const platforms = ownRows(claims, OWN_PLATFORM);
  if (!shops || platforms === 'all' || platforms.has(contentPlatform)) return 'all';
  return { shops: [...shops], platforms: [...platforms] };
}
