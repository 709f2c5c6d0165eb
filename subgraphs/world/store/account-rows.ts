import type { CommerceDb } from '../../commerce/store/tables.ts';
import { insertRows } from '../../kit/json-rows.ts';
import type { DataGap, JointGrant } from '../alliance/joint-accounts.ts';
import { iso } from '../calendar.ts';

const GRANT_TYPES = {
  shop_id: 'text',
  party: 'text',
  granted_at: 'timestamptz',
  granted_by: 'text',
  revoked_at: 'timestamptz',
  revoked_by: 'text',
};

const GAP_TYPES = {
  platform_id: 'text',
  started_at: 'timestamptz',
  ended_at: 'timestamptz',
  reason: 'text',
  declared_by: 'text',
};

/** Stands for whoever did in a world that nobody lives in. */
const WORLD = 'sample-world';

/** Adds joint accounts' grants, and data gaps as their platforms told of them. */
export async function addJointAccounts(
  db: CommerceDb,
  grants: readonly JointGrant[],
  gaps: readonly DataGap[],
): Promise<void> {
  const grantRows = grants.map(({ shopId, party, grantedAt, revokedAt }) => ({
    shop_id: shopId,
    party,
    granted_at: iso(grantedAt),
    granted_by: WORLD,
    revoked_at: revokedAt === null ? null : iso(revokedAt),
    revoked_by: revokedAt === null ? null : WORLD,
  }));
  await insertRows('joint_grants', GRANT_TYPES, grantRows).execute(db);
  const gapRows = gaps.map(({ platformId, startedAt, endedAt, reason }) => ({
    platform_id: platformId,
    started_at: iso(startedAt),
    ended_at: iso(endedAt),
    reason,
    declared_by: WORLD,
  }));
  await insertRows('data_gaps', GAP_TYPES, gapRows).execute(db);
}
