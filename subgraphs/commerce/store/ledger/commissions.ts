import { type Selectable, sql } from 'kysely';
import { givenRows } from '../../../kit/given-rows.ts';
import { type Commission, type Payee, statusOf } from '../../ledger/commission.ts';
import type { CommerceDb, CommerceTables } from '../tables.ts';

const TYPES = {
  id: 'text',
  order_id: 'text',
  shop_id: 'text',
  link_id: 'text',
  note_id: 'text',
  payee: 'text',
  author_id: 'text',
  rate_ppm: 'integer',
  base_fen: 'bigint',
  amount_fen: 'bigint',
  paid_fen: 'bigint',
  stage: 'text',
  status: 'text',
  held_until: 'timestamptz',
  next_at: 'timestamptz',
} as const;

type Row = Selectable<CommerceTables['commissions']>;

/** The commissions of some orders, by the order's id. */
export async function commissionsOfOrders(
  db: CommerceDb,
  orderIds: readonly string[],
): Promise<Map<string, Commission[]>> {
  const { rows } = await sql<Row>`
    select * from commissions where order_id = any(${orderIds}::text[]) order by sequence`.execute(db);
  return Map.groupBy(rows.map(commissionOf), ({ orderId }) => orderId);
}

/** Orders of which a commission changes its stage by itself up to an instant, the earliest first. */
export async function ordersDue(db: CommerceDb, until: Date, most: number): Promise<string[]> {
  const { rows } = await sql<{ order_id: string }>`
    select order_id from (
      select order_id, next_at from commissions where next_at <= ${until} order by next_at limit ${most}
    ) due group by order_id order by min(next_at)`.execute(db);
  return rows.map((row) => row.order_id);
}

/** A payee; the content platform has no author. */
export interface PayeeName {
  readonly payee: Payee;
  readonly authorId: string | null;
}

/** What may be paid to some payees: what is payable since before an instant, and what was paid too much. */
export async function payableOf(db: CommerceDb, payees: readonly PayeeName[], before: Date): Promise<Commission[]> {
  const authorIds = payees.flatMap(({ authorId }) => authorId ?? []);
  const isPlatform = payees.some(({ payee }) => payee === 'CONTENT_PLATFORM');
  const { rows } = await sql<Row>`
    select * from commissions
    where ((payee = 'AUTHOR' and author_id = any(${authorIds}::text[])) or (${isPlatform} and payee = 'CONTENT_PLATFORM'))
      and ((stage = 'PAYABLE' and amount_fen > paid_fen) or amount_fen < paid_fen)
      and (amount_fen < paid_fen or held_until <= ${before})
    order by sequence`.execute(db);
  return rows.map(commissionOf);
}

/** Payees to whom something is payable since before an instant and who were not paid for a period yet, in order. */
export async function payeesToPay(db: CommerceDb, period: string, before: Date): Promise<PayeeName[]> {
  const { rows } = await sql<PayeeName>`
    select payee, "authorId" from (
      select distinct payee, case when payee = 'AUTHOR' then author_id end as "authorId" from commissions
      where stage = 'PAYABLE' and amount_fen > paid_fen and held_until <= ${before}
    ) payable
    where not exists (
      select from payouts where party = payable.payee and period = ${period}
        and (payable."authorId" is null or owner_id = payable."authorId")
    )
    order by payee, "authorId"`.execute(db);
  return rows;
}

/** Keeps commissions as they are now. */
export async function upsertCommissions(db: CommerceDb, commissions: readonly Commission[]): Promise<void> {
  if (commissions.length === 0) return;
  const columns = sql.join(Object.keys(TYPES).map((column) => sql.ref(column)));
  const changed = ['rate_ppm', 'base_fen', 'amount_fen', 'paid_fen', 'stage', 'status', 'held_until', 'next_at'];
  const set = sql.join(changed.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`));
  await sql`
    insert into commissions (${columns}) select ${columns} from ${givenRows(db, 'row', TYPES, commissions.map(toRow))}
    on conflict (id) do update set ${set}`.execute(db);
}

/** A commission of its row. */
function commissionOf(row: Row): Commission {
  return {
    id: row.id,
    orderId: row.order_id,
    shopId: row.shop_id,
    linkId: row.link_id,
    noteId: row.note_id,
    payee: row.payee,
    authorId: row.author_id,
    ratePpm: row.rate_ppm,
    baseFen: row.base_fen,
    amountFen: row.amount_fen,
    paidFen: row.paid_fen,
    stage: row.stage,
    heldUntil: row.held_until?.getTime() ?? null,
    nextAt: row.next_at?.getTime() ?? null,
  };
}

function toRow(commission: Commission) {
  const { heldUntil, nextAt } = commission;
  return {
    id: commission.id,
    order_id: commission.orderId,
    shop_id: commission.shopId,
    link_id: commission.linkId,
    note_id: commission.noteId,
    payee: commission.payee,
    author_id: commission.authorId,
    rate_ppm: commission.ratePpm,
    base_fen: commission.baseFen,
    amount_fen: commission.amountFen,
    paid_fen: commission.paidFen,
    stage: commission.stage,
    status: statusOf(commission),
    held_until: heldUntil === null ? null : new Date(heldUntil),
    next_at: nextAt === null ? null : new Date(nextAt),
  };
}
