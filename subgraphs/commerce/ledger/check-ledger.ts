import { orderIdOf } from '../conversions/event-name.ts';
import { commissionsOfOrders } from '../store/ledger/commissions.ts';
import {
  type LedgerFault,
  type LedgerSizes,
  ledgerSizes,
  ordersToCheck,
  platformOrdersWaiting,
  readLedgerFaults,
} from '../store/ledger/ledger-faults.ts';
import { readSeededOrders } from '../store/ledger/seeded-orders.ts';
import type { CommerceDb } from '../store/tables.ts';
import type { Commission } from './commission.ts';
import { restateOrder, type SeededOrder } from './restate-order.ts';

/** What was looked at, and what is wrong. */
export interface LedgerReport extends LedgerSizes {
  readonly orders: number;
  /** Orders whose last change is recorded and not posted yet: nothing is wrong with them. */
  readonly waiting: number;
  readonly faults: readonly LedgerFault[];
}

const ORDERS_AT_ONCE = 500;
/** Of each kind: the first tell enough. */
const MOST_FAULTS = 100;

/**
 * Walks the ledger of a database as it is at one instant: whether every transaction balances, balances are what entries sum to, commissions
 * and payouts what their entries say, and each order's commissions what follows from the order as it is known now.
 * @param now the instant by which stages are told
 */
export async function checkLedger(db: CommerceDb, now: Date): Promise<LedgerReport> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      const sizes = await ledgerSizes(transaction);
      const faults = await readLedgerFaults(transaction, MOST_FAULTS);
      const waiting = new Set(
        (await platformOrdersWaiting(transaction)).map((each) => orderIdOf(each.platformId, each.platformOrderId)),
      );
      let orders = 0;
      for (let after = ''; ; ) {
        const ids = await ordersToCheck(transaction, after, ORDERS_AT_ONCE);
        orders += ids.length;
        const settled = ids.filter((id) => !waiting.has(id));
        const wrong = await checkOrders(transaction, settled, now);
        faults.push(...wrong.slice(0, MOST_FAULTS));
        const last = ids.at(-1);
        if (last === undefined || ids.length < ORDERS_AT_ONCE) break;
        after = last;
      }
      return { ...sizes, orders, waiting: waiting.size, faults };
    });
}

async function checkOrders(db: CommerceDb, ids: readonly string[], now: Date): Promise<LedgerFault[]> {
  const [orders, known] = [await readSeededOrders(db, ids), await commissionsOfOrders(db, ids)];
  return ids.flatMap((id) => faultsOfOrder(id, known.get(id) ?? [], orders.get(id), now.getTime()));
}

/** What an order's commissions would have to change in; a stage that changed by itself a moment ago is no fault. */
function faultsOfOrder(id: string, known: readonly Commission[], order: SeededOrder | undefined, now: number) {
  const before = new Map(known.map((commission) => [commission.id, commission]));
  return restateOrder(known, order, now).flatMap(({ commission }): LedgerFault[] => {
    const kept = before.get(commission.id);
    const isDue = kept?.nextAt != null && kept.nextAt <= now;
    const fields = (
      ['baseFen', 'ratePpm', 'amountFen', ...(isDue ? [] : (['stage', 'heldUntil', 'nextAt'] as const))] as const
    )
      .filter((field) => kept?.[field] !== commission[field])
      .map((field) => `${field} ${kept?.[field] ?? 'nothing'} where ${commission[field]} follows`);
    if (fields.length === 0) return [];
    return [{ where: `order ${id}, commission ${commission.id}`, what: fields.join(', ') }];
  });
}
