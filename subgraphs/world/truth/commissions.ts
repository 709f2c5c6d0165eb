import { PAID_EVERY_DAYS, PAID_UNTIL, type WorldTerms } from '../alliance/commission-terms.ts';
import { DAY, startOfDayNumber } from '../calendar.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { item } from '../catalog/item.ts';
import { sharesOf } from './credit.ts';
import { KnownFacts } from './known-facts.ts';
import { type Ledger, type OrderFact, type OrderOutcome, orderOn } from './ledger.ts';

/** What a payee has, or a shop owes, of all that was sold: in 分. */
export interface CommissionSums {
  /** What it comes to by all that is known. */
  readonly amount: number;
  readonly paid: number;
  /** What was taken back of what was paid, as a positive amount. */
  readonly clawedBack: number;
}

export interface CommissionTruth {
  readonly authors: ReadonlyMap<string, CommissionSums>;
  readonly shops: ReadonlyMap<string, CommissionSums>;
  readonly platform: CommissionSums;
}

/** One payee's part of one order by one link. */
interface Part {
  readonly payee: 'AUTHOR' | 'CONTENT_PLATFORM';
  readonly owner: string;
  readonly shopId: string;
  amount: number;
  paid: number;
  clawedBack: number;
  /** When it may be paid; infinite while nobody knows. */
  payableFrom: number;
}

/** What an order's parts are by what is known on a day. */
interface Due {
  readonly key: string;
  readonly payee: Part['payee'];
  readonly owner: string;
  readonly amount: number;
  readonly payableFrom: number;
}

const PLATFORM = 'content';

/**
 * Follows every paid order in steps of `PAID_EVERY_DAYS`, pays at the end of each, up to `PAID_UNTIL`, what was payable then, and adds up.
 * @param terms what shops give
 */
export function countCommissions(ledger: Ledger, catalog: Catalog, terms: readonly WorldTerms[]): CommissionTruth {
  const facts = new KnownFacts(ledger.clicks, { reads: [], signs: [] });
  const books = new Map<OrderFact, Map<string, Part>>(ledger.orders.map((order) => [order, new Map()]));
  const agreed = new Map(terms.map((each) => [each.linkId ?? each.shopId, each]));
  const authors = new Map(
    catalog.links.map(({ id, note }) => [id, item(catalog.authors, item(catalog.notes, note).author).id]),
  );
  const dueOn = (order: OrderFact, day: number) => partsOn(order, day, { facts, agreed, authors });
  for (const [day, orders] of stepsOf(ledger.orders, facts)) {
    for (const order of orders) restate(books.get(order) ?? new Map(), dueOn(order, day), order.shopId);
    if (startOfDayNumber(day + 1) <= PAID_UNTIL)
      pay(
        [...books.values()].flatMap((own) => [...own.values()]),
        day,
      );
  }
  return sumUp([...books.values()].flatMap((own) => [...own.values()]));
}

/** The last days of the steps in which anything about an order may change, in order, with the orders; and of those in which something may become payable. */
function stepsOf(orders: readonly OrderFact[], facts: KnownFacts): [number, OrderFact[]][] {
  const steps = new Map<number, OrderFact[]>();
  for (const order of orders) {
    const own = [...order.payments, ...order.refunds, ...order.placements, ...order.receipts];
    const known = new Set(own.map(({ knownOn }) => knownOn));
    for (const day of [...known]) {
      const outcome = orderOn(order, day);
      for (const each of outcome ? facts.daysOf(outcome) : []) known.add(each);
    }
    for (const last of new Set([...known].map(lastDayOf))) steps.set(last, [...(steps.get(last) ?? []), order]);
  }
  // What is known by then becomes payable within 22 days.
  for (const last of [...steps.keys()])
    for (let after = 0; after <= 24; after += PAID_EVERY_DAYS) steps.set(last + after, steps.get(last + after) ?? []);
  return [...steps].sort(([a], [b]) => a - b);
}

/** The last day of the step in which a day lies, both counted from 1970-01-01. */
function lastDayOf(day: number): number {
  return day + (PAID_EVERY_DAYS - 1 - (day % PAID_EVERY_DAYS));
}

interface Rules {
  readonly facts: KnownFacts;
  readonly agreed: ReadonlyMap<string, WorldTerms>;
  readonly authors: ReadonlyMap<string, string>;
}

function partsOn(order: OrderFact, day: number, { facts, agreed, authors }: Rules): Due[] {
  const outcome = orderOn(order, day);
  const [share] = outcome ? sharesOf(outcome, facts.knownBy(outcome, day), 'DAYS_15', 'LAST_CLICK') : [];
  if (!outcome || !share || !('linkId' in share.touch)) return [];
  const { linkId } = share.touch;
  const terms = agreed.get(linkId) ?? agreed.get(order.shopId);
  if (!terms) return [];
  const commission = Math.round((baseOf(outcome, order, day) * terms.rateBp) / 10_000);
  const author = Math.round((commission * terms.authorPercent) / 100);
  const payableFrom = payableFromOn(order, outcome, day, terms);
  return [
    { key: `${linkId} A`, payee: 'AUTHOR', owner: authors.get(linkId) ?? '', amount: author, payableFrom },
    { key: `${linkId} P`, payee: 'CONTENT_PLATFORM', owner: PLATFORM, amount: commission - author, payableFrom },
  ];
}

/** What was paid and not refunded, of each line no more than was paid for it. */
function baseOf(outcome: OrderOutcome, { payments }: OrderFact, day: number): number {
  const lines = new Map<string, number>();
  for (const { line, amount, knownOn } of payments) if (knownOn <= day) lines.set(line, amount);
  for (const { line, amount } of outcome.refunds) lines.set(line, Math.max(0, (lines.get(line) ?? 0) - amount));
  return [...lines.values()].reduce((sum, amount) => sum + amount, 0);
}

/** Seven days after the last line was received, or the fifteenth day after the payment passed. */
function payableFromOn(order: OrderFact, { at }: OrderOutcome, day: number, terms: WorldTerms): number {
  const known = <Fact extends { readonly knownOn: number }>(of: readonly Fact[]) =>
    of.filter(({ knownOn }) => knownOn <= day);
  const receipts = known(order.receipts);
  const lines = new Set([...known(order.payments), ...known(order.placements), ...receipts].map(({ line }) => line));
  const latest = at + terms.receiveDays * DAY;
  const isComplete = new Set(receipts.map(({ line }) => line)).size === lines.size;
  const received = isComplete ? Math.max(...receipts.map((each) => each.at)) : latest;
  return Math.min(received, latest) + terms.returnDays * DAY;
}

function restate(parts: Map<string, Part>, due: readonly Due[], shopId: string): void {
  for (const { key, payee, owner } of due)
    if (!parts.has(key)) parts.set(key, { payee, owner, shopId, amount: 0, paid: 0, clawedBack: 0, payableFrom: 0 });
  for (const [key, part] of parts) {
    const now = due.find((each) => each.key === key);
    const amount = now?.amount ?? 0;
    const overpaid = (of: number) => Math.max(0, part.paid - of);
    part.clawedBack += Math.max(0, overpaid(amount) - overpaid(part.amount));
    part.amount = amount;
    part.payableFrom = now?.payableFrom ?? part.payableFrom;
  }
}

function pay(parts: readonly Part[], day: number): void {
  const end = startOfDayNumber(day + 1);
  const payable = parts.filter(
    ({ amount, paid, payableFrom }) => amount < paid || (amount > paid && payableFrom <= end),
  );
  for (const own of Map.groupBy(payable, ({ owner }) => owner).values()) {
    const owed = own.reduce((sum, { amount, paid }) => sum + amount - paid, 0);
    if (owed > 0) for (const part of own) part.paid = part.amount;
  }
}

function sumUp(parts: readonly Part[]): CommissionTruth {
  const of = (some: readonly Part[]): CommissionSums => ({
    amount: some.reduce((sum, { amount }) => sum + amount, 0),
    paid: some.reduce((sum, { paid }) => sum + paid, 0),
    clawedBack: some.reduce((sum, { clawedBack }) => sum + clawedBack, 0),
  });
  const by = (some: readonly Part[], key: (part: Part) => string) =>
    new Map([...Map.groupBy(some, key)].map(([name, own]) => [name, of(own)]));
  const toAuthors = parts.filter(({ payee }) => payee === 'AUTHOR');
  return {
    authors: by(toAuthors, ({ owner }) => owner),
    shops: by(parts, ({ shopId }) => shopId),
    platform: of(parts.filter(({ payee }) => payee !== 'AUTHOR')),
  };
}
