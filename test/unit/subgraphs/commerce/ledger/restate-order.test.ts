import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Commission, outstandingOf, statusOf } from '../../../../../subgraphs/commerce/ledger/commission.ts';
import { type ChangedCommission, entriesOf, type LedgerEntry } from '../../../../../subgraphs/commerce/ledger/entry.ts';
import { payCommissions } from '../../../../../subgraphs/commerce/ledger/pay-commissions.ts';
import { restateOrder, type SeededOrder } from '../../../../../subgraphs/commerce/ledger/restate-order.ts';

const DAY = 86_400_000;

const ORDER: SeededOrder = {
  orderId: 'order_1',
  shopId: 'shop_1',
  linkId: 'link_11',
  noteId: 'note_1',
  authorId: 'author_1',
  countedAt: 0,
  receivedAt: 2 * DAY,
  baseFen: 12_900,
  terms: { rateBp: 1_000, authorPercent: 70, returnDays: 7, receiveDays: 15 },
};

/** A ledger in memory: what there is of each order, and all entries. */
class Books {
  readonly commissions = new Map<string, Commission>();
  readonly entries: LedgerEntry[] = [];

  restate(orderId: string, order: SeededOrder | undefined, now: number): string[] {
    const known = [...this.commissions.values()].filter((each) => each.orderId === orderId);
    return this.#write(restateOrder(known, order, now));
  }

  pay(authorId: string): number {
    const own = [...this.commissions.values()].filter(
      (each) => each.authorId === authorId && each.payee === 'AUTHOR' && isPayable(each),
    );
    const payment = payCommissions(own);
    if (payment) this.#write(payment.changed);
    return payment?.amountFen ?? 0;
  }

  #write(changed: readonly ChangedCommission[]): string[] {
    const entries = entriesOf(changed);
    for (const sum of sums(entries, ({ stage }) => stage).values()) expect(sum).toBe(0);
    this.entries.push(...entries);
    for (const { commission } of changed) this.commissions.set(commission.id, commission);
    return entries.map(({ party, stage, kind, amountFen }) => `${party} ${stage} ${kind} ${amountFen}`);
  }

  /** What each account's entries sum to, without those that are zero. */
  balances(): Record<string, number> {
    const all = sums(this.entries, ({ party, ownerId, stage }) => `${party} ${ownerId} ${stage}`);
    return Object.fromEntries([...all].filter(([, sum]) => sum !== 0).sort());
  }

  author(): Commission {
    const found = [...this.commissions.values()].find(({ payee }) => payee === 'AUTHOR');
    if (!found) throw new Error('There is no commission.');
    return found;
  }
}

function isPayable(commission: Commission): boolean {
  const owed = outstandingOf(commission);
  return owed < 0 || (owed > 0 && commission.stage === 'PAYABLE');
}

function sums<T extends { readonly amountFen: number }>(items: readonly T[], keyOf: (item: T) => string) {
  const all = new Map<string, number>();
  for (const item of items) all.set(keyOf(item), (all.get(keyOf(item)) ?? 0) + item.amountFen);
  return all;
}

describe('an order’s commissions', () => {
  test('are accrued, moved from stage to stage, paid, and clawed back when the goods come back', () => {
    const books = new Books();
    expect(books.restate('order_1', ORDER, DAY)).toEqual([
      'AUTHOR ESTIMATED ACCRUAL 903',
      'CONTENT_PLATFORM ESTIMATED ACCRUAL 387',
      'SHOP ESTIMATED ACCRUAL -1290',
    ]);
    expect(books.restate('order_1', ORDER, DAY)).toEqual([]);
    expect(books.restate('order_1', ORDER, 9 * DAY)).toEqual([
      'AUTHOR ESTIMATED MOVE -903',
      'AUTHOR PAYABLE MOVE 903',
      'CONTENT_PLATFORM ESTIMATED MOVE -387',
      'CONTENT_PLATFORM PAYABLE MOVE 387',
      'SHOP ESTIMATED MOVE 1290',
      'SHOP PAYABLE MOVE -1290',
    ]);
    expect(statusOf(books.author())).toBe('PAYABLE');
    expect(books.pay('author_1')).toBe(903);
    expect(statusOf(books.author())).toBe('PAID');
    // The platform was not paid: its part is lowered, the author's is clawed back.
    expect(books.restate('order_1', { ...ORDER, baseFen: 6_450 }, 10 * DAY)).toEqual([
      'AUTHOR PAYABLE CLAWBACK -451',
      'CONTENT_PLATFORM PAYABLE ADJUSTMENT -194',
      'SHOP PAYABLE CLAWBACK 451',
      'SHOP PAYABLE ADJUSTMENT 194',
    ]);
    expect(books.pay('author_1')).toBe(0);
    expect(books.balances()).toMatchObject({ 'AUTHOR author_1 PAID': 903, 'AUTHOR author_1 PAYABLE': -451 });
  });

  test('stay whose they were when the note becomes another author’s', () => {
    const books = new Books();
    books.restate('order_1', ORDER, DAY);
    books.restate('order_1', { ...ORDER, authorId: 'author_2', noteId: 'note_2', baseFen: 6_450 }, 9 * DAY);
    expect(books.balances()).toMatchObject({ 'AUTHOR author_1 PAYABLE': 452 });
    expect(books.author()).toMatchObject({ authorId: 'author_1', noteId: 'note_1' });
    expect(books.pay('author_1')).toBe(452);
  });

  test('carry what was paid too much to a later payout', () => {
    const books = new Books();
    const other = { ...ORDER, orderId: 'order_2' };
    books.restate('order_1', ORDER, 9 * DAY);
    books.pay('author_1');
    books.restate('order_1', { ...ORDER, baseFen: 0 }, 10 * DAY);
    expect(statusOf(books.author())).toBe('PAID');
    expect(books.pay('author_1')).toBe(0);
    books.restate('order_2', { ...other, baseFen: 20_000 }, 11 * DAY);
    expect(books.pay('author_1')).toBe(1_400 - 903);
    expect(statusOf(books.author())).toBe('VOIDED');
    expect(books.balances()['AUTHOR author_1 PAYABLE']).toBeUndefined();
  });

  test('move to another author with the credit: the first one has nothing of it any more', () => {
    const books = new Books();
    books.restate('order_1', ORDER, DAY);
    books.restate('order_1', { ...ORDER, linkId: 'link_12', noteId: 'note_2', authorId: 'author_2' }, DAY);
    expect(books.balances()).toEqual({
      'AUTHOR author_2 ESTIMATED': 903,
      'CONTENT_PLATFORM content ESTIMATED': 387,
      'SHOP shop_1 ESTIMATED': -1_290,
    });
    expect(statusOf(books.author())).toBe('VOIDED');
  });
});

/** What may happen to two orders of one shop. */
const step = fc.oneof(
  fc.record({
    kind: fc.constant('KNOWN' as const),
    order: fc.constantFrom('order_1', 'order_2'),
    link: fc.constantFrom(null, '11', '11', '12', '21'),
    baseFen: fc.constantFrom(0, 1, 7, 1_255, 12_900, 99_999),
    receivedAt: fc.constantFrom(null, DAY, 4 * DAY),
  }),
  fc.record({ kind: fc.constant('PASSES' as const), days: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ kind: fc.constant('PAYOUT' as const), author: fc.constantFrom('author_1', 'author_2') }),
);

test('whatever happens in whatever order, the books balance, nobody is paid without being owed, and all ends as if only the end had been known', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const books = new Books();
      const known = new Map<string, SeededOrder | undefined>();
      let now = 0;
      for (const one of steps) {
        if (one.kind === 'PASSES') now += one.days * DAY;
        if (one.kind === 'PAYOUT') books.pay(one.author);
        if (one.kind === 'KNOWN') {
          const { order, link, baseFen, receivedAt } = one;
          const led = { linkId: `link_${link}`, noteId: `note_${link}`, authorId: `author_${link?.[0]}` };
          known.set(order, link === null ? undefined : { ...ORDER, ...led, orderId: order, baseFen, receivedAt });
        }
        for (const [orderId, order] of known) books.restate(orderId, order, now);
      }
      const fresh = new Books();
      for (const [orderId, order] of known) fresh.restate(orderId, order, now);
      expect(whole(books)).toEqual(whole(fresh));
      for (const commission of books.commissions.values()) {
        const own = books.entries.filter(({ commissionId }) => commissionId === commission.id);
        expect(sums(own, ({ stage }) => String(stage === 'PAID')).get('true') ?? 0).toBe(commission.paidFen);
        const accrued = own.filter(({ kind }) => kind !== 'MOVE' && kind !== 'PAYOUT');
        expect(accrued.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(commission.amountFen);
      }
    }),
    { numRuns: 300 },
  );
});

/** What each owner has in all, paid or not. */
function whole(books: Books): Record<string, number> {
  const all = sums(books.entries, ({ party, ownerId }) => `${party} ${ownerId}`);
  return Object.fromEntries([...all].filter(([, sum]) => sum !== 0).sort());
}
