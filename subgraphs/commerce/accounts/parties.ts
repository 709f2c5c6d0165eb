import type { Claims } from '../../kit/claims/claims.ts';
import { ownRows } from '../../kit/claims/own-rows.ts';
import { OWN_PLATFORM } from '../event-sender.ts';
import type { ShopModel } from '../models/catalogue.ts';
import { isMerchantOf } from '../own-shop.ts';
import { JOINT_PARTIES, type JointParty } from './joint-account.ts';

/**
 * The parties to a shop's joint account for which a caller speaks: the shop's merchant whose own the shop is by name (`own_shop`), the two platforms
 * whose names the caller bears (`own_platform`). Every shop's (`*`) is nobody's in particular.
 * @param contentPlatform the platform that is content's
 */
export function partiesOf(
  claims: Claims,
  { id, platformId }: Pick<ShopModel, 'id' | 'platformId'>,
  contentPlatform: string,
): readonly JointParty[] {
  if (claims.rows === 'all') return JOINT_PARTIES;
  const platforms = ownRows(claims, OWN_PLATFORM);
  const speaksFor = (platform: string) => platforms !== 'all' && platforms.has(platform);
  const speaks: Readonly<Record<JointParty, boolean>> = {
    MERCHANT: isMerchantOf(claims, id),
    CONTENT_PLATFORM: speaksFor(contentPlatform),
    MARKETPLACE: speaksFor(platformId),
  };
  return JOINT_PARTIES.filter((party) => speaks[party]);
}
