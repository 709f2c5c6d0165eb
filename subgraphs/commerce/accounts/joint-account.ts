/** The parties to a joint account (三方账号). */
export const JOINT_PARTIES = ['MERCHANT', 'CONTENT_PLATFORM', 'MARKETPLACE'] as const;

export type JointParty = (typeof JOINT_PARTIES)[number];

export type JointAccountStatus = 'PENDING' | 'ACTIVE' | 'SUSPENDED' | 'REVOKED';

/** What a party granted last. */
export interface JointGrant {
  readonly party: JointParty;
  readonly grantedAt: Date;
  readonly grantedBy: string;
  /** Null while it stands. */
  readonly revokedAt: Date | null;
  readonly revokedBy: string | null;
}

/**
 * What an account's grants come to. ACTIVE: all three stand. PENDING: some party has not granted yet, and none took anything back. SUSPENDED: some party took
 * its grant back while another's stands. REVOKED: none stands.
 * @param grants the last one of each party that ever granted; one at least
 */
export function statusOf(grants: readonly Pick<JointGrant, 'revokedAt'>[]): JointAccountStatus {
  const standing = grants.filter(({ revokedAt }) => revokedAt === null).length;
  if (standing === JOINT_PARTIES.length) return 'ACTIVE';
  if (standing === 0) return 'REVOKED';
  return standing === grants.length ? 'PENDING' : 'SUSPENDED';
}
