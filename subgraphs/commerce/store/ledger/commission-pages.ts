import type { SelectQueryBuilder } from 'kysely';
import { fixed } from '../../../kit/decimal.ts';
import { yuan } from '../../../kit/money.ts';
import { type OfParent, parentId, rowsOfParents } from '../../../kit/rows-of-parents.ts';
import type { CommissionStatus } from '../../ledger/commission.ts';
import type { CommissionModel } from '../../models/commissions.ts';
import type { CommerceDb, CommerceTables } from '../tables.ts';

/** A page of commissions, those made last first: where the page before ended. */
export interface CommissionsPage {
  readonly limit: number;
  /** The place of the last of the page before; undefined: from the beginning. */
  readonly after: number | undefined;
  /** Null: whichever. */
  readonly status: CommissionStatus | null;
}

/** A commission at its place. */
export interface PlacedCommission extends CommissionModel {
  readonly sequence: number;
}

/** Whose commissions a caller may see: of these shops, and to these authors; undefined for all. */
export interface OwnCommissions {
  readonly shops: ReadonlySet<string> | undefined;
  readonly authors: ReadonlySet<string> | undefined;
}

type Row = Awaited<ReturnType<ReturnType<typeof selectCommissions>['execute']>>[number];

function selectCommissions(db: CommerceDb) {
  return db
    .selectFrom('commissions')
    .select(['id', 'sequence', 'order_id as orderId', 'shop_id as shopId', 'link_id as linkId', 'note_id as noteId'])
    .select(['payee', 'author_id as authorId', 'status', 'held_until as heldUntil', 'rate_ppm as ratePpm'])
    .select(['base_fen as baseFen', 'amount_fen as amountFen', 'paid_fen as paidFen']);
}

function pageOf(db: CommerceDb, { limit, after, status }: CommissionsPage) {
  let query = selectCommissions(db).orderBy('sequence', 'desc').limit(limit);
  if (after !== undefined) query = query.where('sequence', '<', after);
  if (status !== null) query = query.where('status', '=', status);
  return query;
}

function asCommission<R extends Row>({ ratePpm, baseFen, amountFen, paidFen, ...row }: R) {
  const money = { base: yuan(baseFen), amount: yuan(amountFen), paid: yuan(paidFen) };
  return { ...row, ...money, rate: fixed(BigInt(ratePpm), 6) };
}

/** The commissions with some ids, in no order. */
export async function commissionsByIds(db: CommerceDb, ids: readonly string[]): Promise<PlacedCommission[]> {
  return (await selectCommissions(db).where('id', 'in', ids).execute()).map(asCommission);
}

/** The commissions of each of some orders. */
export async function commissionsOf(db: CommerceDb, orderIds: readonly string[]): Promise<PlacedCommission[]> {
  return (await selectCommissions(db).where('order_id', 'in', orderIds).orderBy('sequence').execute()).map(
    asCommission,
  );
}

/** A page of what each of some authors is to have. */
export async function commissionsOfAuthors(
  db: CommerceDb,
  authorIds: readonly string[],
  page: CommissionsPage,
): Promise<OfParent<PlacedCommission>[]> {
  return ofParents(db, authorIds, pageOf(db, page).where('author_id', '=', parentId).where('payee', '=', 'AUTHOR'));
}

/** A page of what each of some shops owes. */
export async function commissionsOfShops(
  db: CommerceDb,
  shopIds: readonly string[],
  page: CommissionsPage,
): Promise<OfParent<PlacedCommission>[]> {
  return ofParents(db, shopIds, pageOf(db, page).where('shop_id', '=', parentId));
}

async function ofParents(
  db: CommerceDb,
  ids: readonly string[],
  query: ReturnType<typeof pageOf>,
): Promise<OfParent<PlacedCommission>[]> {
  const ofParent = query as SelectQueryBuilder<CommerceTables, never, Row>;
  return (await rowsOfParents(db, ids, ofParent, '"parentId", sequence desc')).map(asCommission);
}

/** A page of all commissions that a caller may see; it costs no more than a page of each of the caller's shops and authors. */
export async function ownCommissions(
  db: CommerceDb,
  { shops, authors }: OwnCommissions,
  page: CommissionsPage,
): Promise<PlacedCommission[]> {
  if (!shops) return (await pageOf(db, page).execute()).map(asCommission);
  const [ofShops, ofAuthors] = await Promise.all([
    shops.size === 0 ? [] : commissionsOfShops(db, [...shops], page),
    authors
      ? authors.size === 0
        ? []
        : commissionsOfAuthors(db, [...authors], page)
      : pageOf(db, page)
          .where('payee', '=', 'AUTHOR')
          .execute()
          .then((rows) => rows.map(asCommission)),
  ]);
  const distinct = new Map([...ofShops, ...ofAuthors].map((each) => [each.id, each]));
  return [...distinct.values()].sort((a, b) => b.sequence - a.sequence).slice(0, page.limit);
}
