import { addDays, dayOf, startOfDay } from '../../../kit/calendar.ts';
import { payPayees } from '../../ledger/pay-out.ts';
import { postOrders } from '../../ledger/post-orders.ts';
import { lastGroup, numberGroups } from '../feed/feed-groups.ts';
import type { CommerceDb } from '../tables.ts';
import { ordersDue, payeesToPay } from './commissions.ts';
import { setFollowed } from './followed.ts';
import { countedOrders, nextDue, ordersByDay } from './history.ts';
import { holdLedger } from './hold-ledger.ts';
import { readSeededOrdersAt } from './seeded-orders.ts';

const ORDERS_AT_ONCE = 500;
const DAY_MS = 86_400_000;

/** How far a history goes. */
export interface HistoryOptions {
  /** The instant up to which there is anything. */
  readonly now: Date;
  /** The last instant at which payees are paid. */
  readonly paidUntil: Date;
  /** So many days are booked, and paid, together; counted from 1970-01-01 in Shanghai. */
  readonly everyDays: number;
}

/**
 * Posts what was loaded in bulk as it came to be: every few days what was known by then, and pays what was payable then, up to an instant;
 * then what is known now. So there are clawbacks of what came back after it was paid.
 * @param db the pool of a database into which nobody records
 * @param progress told how many steps are done, and of how many
 */
export async function bookHistory(
  db: CommerceDb,
  { now, paidUntil, everyDays }: HistoryOptions,
  progress: (steps: number, of: number) => void = () => {},
): Promise<void> {
  const known = [...(await ordersByDay(db))].map(([end, orderIds]) => ({
    end: stepEnd(new Date(end), everyDays),
    orderIds,
  }));
  const steps = Map.groupBy(known, ({ end }) => end);
  const ends = [...steps.keys()].filter((end) => end <= now.getTime()).sort((a, b) => a - b);
  for (let done = 0; ; ) {
    const due = await nextDue(db);
    const end = Math.min(
      ends[done] ?? Number.POSITIVE_INFINITY,
      due ? stepEnd(due, everyDays) : Number.POSITIVE_INFINITY,
    );
    if (end > now.getTime()) break;
    const changed = new Set((steps.get(end) ?? []).flatMap(({ orderIds }) => orderIds));
    await bookStep(db, changed, new Date(end), end <= paidUntil.getTime());
    if (ends[done] === end) done += 1;
    progress(done, ends.length);
  }
  await bookNow(db, now);
}

/** The first midnight in Shanghai, at or after an instant, that ends a step. */
function stepEnd(instant: Date, everyDays: number): number {
  const day = addDays(dayOf(new Date(instant.getTime() - 1)), 1);
  const past = (Date.parse(day) / DAY_MS) % everyDays;
  return startOfDay(addDays(day, (everyDays - past) % everyDays)).getTime();
}

function bookStep(db: CommerceDb, changed: ReadonlySet<string>, end: Date, isPaid: boolean): Promise<void> {
  const period = { name: dayOf(new Date(end.getTime() - 1)), end };
  const read = (transaction: CommerceDb, ids: readonly string[]) => readSeededOrdersAt(transaction, ids, end);
  return holdLedger(db, async (transaction) => {
    let orderIds = [...changed.union(new Set(await ordersDue(transaction, end, ORDERS_AT_ONCE)))];
    while (orderIds.length > 0) {
      for (let at = 0; at < orderIds.length; at += ORDERS_AT_ONCE) {
        await postOrders(transaction, orderIds.slice(at, at + ORDERS_AT_ONCE), end, read);
      }
      orderIds = await ordersDue(transaction, end, ORDERS_AT_ONCE);
    }
    if (isPaid) await payPayees(transaction, await payeesToPay(transaction, period.name, end), period, end);
  });
}

/** Posts what is known now, and that the feed is followed up to there. */
async function bookNow(db: CommerceDb, now: Date): Promise<void> {
  while (await numberGroups(db));
  const last = await lastGroup(db);
  for (let after: string | undefined = ''; after !== undefined; ) {
    const ids: string[] = await countedOrders(db, after, ORDERS_AT_ONCE);
    await holdLedger(db, (transaction) => postOrders(transaction, ids, now));
    after = ids.at(-1);
  }
  await holdLedger(db, (transaction) => setFollowed(transaction, last?.number ?? 0));
}
