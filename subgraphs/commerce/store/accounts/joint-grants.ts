import { sql } from 'kysely';
import { JOINT_PARTIES, type JointGrant, type JointParty } from '../../accounts/joint-account.ts';
import { notifyAccount } from '../figures/changes.ts';
import type { CommerceDb } from '../tables.ts';

const columns = [
  'shop_id as shopId',
  'party',
  'granted_at as grantedAt',
  'granted_by as grantedBy',
  'revoked_at as revokedAt',
  'revoked_by as revokedBy',
] as const;

/** A grant, and to which shop's account. */
export interface GrantOfShop extends JointGrant {
  readonly shopId: string;
}

/** What a party does to its part of an account. */
export interface PartyAct {
  readonly shopId: string;
  readonly party: JointParty;
  readonly at: Date;
  /** Who does, as the operator named the client. */
  readonly by: string;
}

/** The last grant of each party to the accounts of some shops, in the order of the parties' names. */
export function lastGrants(db: CommerceDb, shopIds: readonly string[]): Promise<GrantOfShop[]> {
  return db
    .selectFrom('joint_grants')
    .distinctOn(['shop_id', 'party'])
    .select(columns)
    .where('shop_id', '=', sql<string>`any(${shopIds}::text[])`)
    .orderBy('shop_id')
    .orderBy('party')
    .orderBy('granted_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** When the first party granted, of the accounts of some shops. */
export async function openedAt(db: CommerceDb, shopIds: readonly string[]): Promise<{ shopId: string; at: Date }[]> {
  const { rows } = await sql<{ shopId: string; at: Date }>`
    select shop_id as "shopId", min(granted_at) as at from joint_grants
    where shop_id = any(${shopIds}::text[]) group by shop_id`.execute(db);
  return rows;
}

/** The grants to the accounts of some shops, those taken back too, newest first. @param limit of each shop's */
export async function grantHistory(db: CommerceDb, shopIds: readonly string[], limit: number): Promise<GrantOfShop[]> {
  const { rows } = await sql<GrantOfShop>`
    select shop_id as "shopId", party, granted_at as "grantedAt", granted_by as "grantedBy", revoked_at as "revokedAt",
      revoked_by as "revokedBy"
    from unnest(${shopIds}::text[]) as asked(shop)
    cross join lateral (
      select * from joint_grants where shop_id = shop order by granted_at desc, id desc limit ${limit}
    ) grants order by shop_id, granted_at desc, id desc`.execute(db);
  return rows;
}

/** Those of some shops whose joint account is ACTIVE: all three grants stand. */
export async function activeAccounts(db: CommerceDb, shopIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ shop_id: string }>`
    select shop_id from joint_grants where shop_id = any(${shopIds}::text[]) and revoked_at is null
    group by shop_id having count(*) = ${JOINT_PARTIES.length}`.execute(db);
  return new Set(rows.map((row) => row.shop_id));
}

/**
 * Keeps that a party grants; where its grant stands, it stays.
 * @param most how many grants of a party to one account there may be within 24 hours: all of them are kept for good
 * @returns false where there are as many
 */
export function grantPart(db: CommerceDb, { shopId, party, at, by }: PartyAct, most: number): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ lately: number; standing: boolean }>`
      select count(*) filter (where granted_at > ${at}::timestamptz - interval '24 hours') as lately,
        coalesce(bool_or(revoked_at is null), false) as standing
      from joint_grants where shop_id = ${shopId} and party = ${party}`.execute(transaction);
    const [known] = rows;
    if (known?.standing) return true;
    if (known && known.lately >= most) return false;
    await sql`
      insert into joint_grants (shop_id, party, granted_at, granted_by) values (${shopId}, ${party}, ${at}, ${by})
      on conflict (shop_id, party) where revoked_at is null do nothing`.execute(transaction);
    await notifyAccount(transaction, shopId);
    return true;
  });
}

/** Keeps that a party takes its grant back. @returns false where it never granted */
export function revokePart(db: CommerceDb, { shopId, party, at, by }: PartyAct): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const { rows } = await sql`
      update joint_grants set revoked_at = greatest(${at}::timestamptz, granted_at), revoked_by = ${by}
      where shop_id = ${shopId} and party = ${party} and revoked_at is null returning id`.execute(transaction);
    if (rows.length > 0) {
      await notifyAccount(transaction, shopId);
      return true;
    }
    const before = await transaction
      .selectFrom('joint_grants')
      .select('id')
      .where('shop_id', '=', shopId)
      .where('party', '=', party)
      .executeTakeFirst();
    return before !== undefined;
  });
}
