import type { GeneratedAlways } from 'kysely';
import type { JointParty } from '../../accounts/joint-account.ts';

/** What a party to a shop's joint account granted; at most one of a party stands. */
export interface JointGrantsTable {
  id: GeneratedAlways<number>;
  shop_id: string;
  party: JointParty;
  granted_at: Date;
  /** Who did, as the operator named the client; of a viewer with who they are. */
  granted_by: string;
  /** Both null while it stands. */
  revoked_at: Date | null;
  revoked_by: string | null;
}

/** A time for which events of a platform are missing. */
export interface DataGapsTable {
  platform_id: string;
  started_at: Date;
  /** Null while it goes on. */
  ended_at: Date | null;
  reason: string;
  /** Null where it was noticed here. */
  declared_by: string | null;
}

/** When events of a platform came last. */
export interface PlatformArrivalsTable {
  platform_id: string;
  arrived_at: Date;
}
