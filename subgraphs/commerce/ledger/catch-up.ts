import { WHOLE_GROUP } from '../feed/position.ts';
import { numberGroups, readFeedBounds } from '../store/feed/feed-groups.ts';
import { ordersDue } from '../store/ledger/commissions.ts';
import { isLedgerBehind, ordersTold, setFollowed } from '../store/ledger/followed.ts';
import { holdLedger } from '../store/ledger/hold-ledger.ts';
import type { CommerceDb } from '../store/tables.ts';
import { postOrders } from './post-orders.ts';

/** What one transaction looks at at most: recording waits for it where the database is the embedded one. */
const AT_ONCE = { mostGroups: 200, mostRows: 2_000, whole: WHOLE_GROUP };
const MOST_DUE = 200;

/**
 * Posts all that was committed before the call, and all stages that have changed by themselves up to `now`. Each transaction keeps how far
 * it has come, so that nothing is posted twice, and whatever breaks off is gone on with.
 * @param db the pool
 * @param goesOn asked between two transactions, with how many milliseconds the last one took; false ends it
 */
export async function catchUpLedger(
  db: CommerceDb,
  now: Date,
  goesOn: (tookMs: number) => Promise<boolean> = async () => true,
): Promise<void> {
  while (await numberGroups(db));
  while (await isLedgerBehind(db, now)) {
    const began = performance.now();
    await postNext(db, now);
    if (!(await goesOn(performance.now() - began))) return;
  }
}

function postNext(db: CommerceDb, now: Date): Promise<void> {
  return holdLedger(db, async (transaction, from) => {
    const { end } = await readFeedBounds(transaction, from, AT_ONCE);
    if (!end) return postOrders(transaction, await ordersDue(transaction, now, MOST_DUE), now);
    await postOrders(transaction, await ordersTold(transaction, { from, to: end.number }), now);
    await setFollowed(transaction, end.number);
  });
}
