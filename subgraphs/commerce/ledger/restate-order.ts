import { type Commission, commissionIdOf, outstandingOf, PAYEES, stageOfOutstanding } from './commission.ts';
import type { Change, ChangedCommission } from './entry.ts';
import { type SettlementTerms, settlementAt } from './settlement.ts';
import { type CommissionRate, payeeRate, shareCommission } from './share-commission.ts';

/** An order that a link has the credit for. Amounts in 分, instants in milliseconds since 1970. */
export interface SeededOrder {
  readonly orderId: string;
  readonly shopId: string;
  readonly linkId: string;
  readonly noteId: string;
  readonly authorId: string;
  readonly countedAt: number;
  readonly receivedAt: number | null;
  /** What was paid and not refunded. */
  readonly baseFen: number;
  readonly terms: CommissionRate & SettlementTerms;
}

/** What an order's commissions are to be at an instant, with nothing paid. */
function owedOf(order: SeededOrder, now: number): Commission[] {
  const { orderId, shopId, linkId, noteId, authorId, baseFen, terms } = order;
  const shares = shareCommission(baseFen, terms);
  return PAYEES.map((payee) => ({
    id: commissionIdOf(orderId, linkId, payee),
    orderId,
    shopId,
    linkId,
    noteId,
    payee,
    authorId,
    ratePpm: payeeRate(terms, payee),
    baseFen,
    amountFen: payee === 'AUTHOR' ? shares.author : shares.platform,
    paidFen: 0,
    ...settlementAt(order, terms, now),
  }));
}

/**
 * What has to happen to an order's commissions, so that they are what follows from what is known now, whatever came before.
 * @param known the commissions that there are of the order
 * @param order undefined where no link has the credit for it
 * @param now milliseconds since 1970
 * @returns those that differ from what there is
 */
export function restateOrder(
  known: readonly Commission[],
  order: SeededOrder | undefined,
  now: number,
): ChangedCommission[] {
  const owed = new Map((order ? owedOf(order, now) : []).map((each) => [each.id, each]));
  const restated = known.map((before) => ({ before, after: restatedAs(before, owed.get(before.id)) }));
  const there = new Set(known.map(({ id }) => id));
  const made = [...owed.values()].filter(({ id, amountFen }) => !there.has(id) && amountFen !== 0);
  return [
    ...restated
      .filter(({ before, after }) => !isSame(before, after))
      .map(({ before, after }) => ({ commission: after, changes: changesOf(before, after) })),
    ...made.map((after) => ({ commission: after, changes: changesOf(undefined, after) })),
  ];
}

/**
 * Nothing is left of a commission whose order is another link's now. Whose it was first, it stays, also where the note became another
 * author's since.
 */
function restatedAs(before: Commission, owed: Commission | undefined): Commission {
  const { paidFen, authorId, noteId } = before;
  return owed ? { ...owed, paidFen, authorId, noteId } : { ...before, baseFen: 0, amountFen: 0, nextAt: null };
}

function isSame(before: Commission, after: Commission): boolean {
  return (Object.keys(after) as (keyof Commission)[]).every((key) => before[key] === after[key]);
}

/**
 * The amounts that turn what was owed of a commission into what is owed now: first it moves to its stage as it was, then it changes. What
 * is lowered comes out of what is not paid yet (ADJUSTMENT), and beyond that out of what was paid (CLAWBACK).
 */
function changesOf(before: Commission | undefined, after: Commission): Change[] {
  const was = before ? outstandingOf(before) : 0;
  const from = before && stageOfOutstanding(before);
  const to = stageOfOutstanding(after);
  const moved: Change[] =
    from && from !== to
      ? [
          { kind: 'MOVE', stage: from, amountFen: -was },
          { kind: 'MOVE', stage: to, amountFen: was },
        ]
      : [];
  const difference = outstandingOf(after) - was;
  const adjusted = Math.max(difference, -Math.max(was, 0));
  const clawedBack = difference - adjusted;
  const changes: Change[] = [
    ...moved,
    { kind: before ? 'ADJUSTMENT' : 'ACCRUAL', stage: to, amountFen: adjusted },
    { kind: 'CLAWBACK', stage: to, amountFen: clawedBack },
  ];
  return changes.filter(({ amountFen }) => amountFen !== 0);
}
