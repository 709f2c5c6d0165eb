import { dayNumber } from '../calendar.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { EventInput, RawEvent } from '../commerce/event.ts';
import { INVALID_WITHIN } from '../commerce/invalid-clicks.ts';

/** A tap of somebody who did not deny consent, with what it touched. */
export interface ClickFact {
  /** Platform and event id; greater by its characters' codes wins a tie. */
  readonly name: string;
  /** In whose name it was told. */
  readonly platformId: string;
  readonly id: string | undefined;
  readonly person: string | undefined;
  readonly at: number;
  /** The day in Asia/Shanghai on which it arrived. */
  readonly knownOn: number;
  readonly noteId: string;
  readonly linkId: string;
  readonly productId: string;
  readonly shopId: string;
  readonly searchId: string | undefined;
  /**
   * The day from whose end on it is known that no person made it, since the same person tapped the same link less than a second before; null
   * for what a person made.
   */
  invalidOn: number | null;
}

/** A visit or a cart. */
export interface StepFact {
  readonly kind: 'shopVisits' | 'addToCarts';
  readonly person: string | undefined;
  readonly at: number;
  readonly knownOn: number;
  readonly shopId: string;
  readonly clickId: string | undefined;
}

/** A line's payment. */
interface PaymentFact {
  readonly line: string;
  readonly person: string | undefined;
  readonly at: number;
  readonly knownOn: number;
  readonly clickId: string | undefined;
  readonly amount: number;
}

/** What came back of a line. */
interface RefundFact {
  readonly line: string;
  readonly at: number;
  readonly knownOn: number;
  readonly amount: number;
}

/** That a line was told of, or received. */
interface LineFact {
  readonly line: string;
  readonly at: number;
  readonly knownOn: number;
}

/** An order that was paid: the payments of its lines, what came back, and what else was told of them. */
export interface OrderFact {
  readonly name: string;
  readonly shopId: string;
  readonly payments: PaymentFact[];
  readonly refunds: RefundFact[];
  readonly placements: LineFact[];
  readonly receipts: LineFact[];
}

/** An order by what was known of it. */
export interface OrderOutcome {
  readonly person: string | undefined;
  readonly shopId: string;
  /** The earliest payment. */
  readonly at: number;
  readonly clickIds: readonly string[];
  readonly gross: number;
  /** Of lines whose payments were known. */
  readonly refunds: readonly RefundFact[];
}

/** An order by what was known of it at the end of a day; undefined before its first payment was. */
export function orderOn({ shopId, payments, refunds }: OrderFact, day: number): OrderOutcome | undefined {
  const paid = payments
    .filter(({ knownOn }) => knownOn <= day)
    .sort((a, b) => a.at - b.at || (a.line < b.line ? -1 : 1));
  const [first] = paid;
  if (!first) return undefined;
  return {
    person: paid.find(({ person }) => person)?.person,
    shopId,
    at: first.at,
    clickIds: paid.flatMap(({ clickId }) => clickId ?? []),
    gross: paid.reduce((sum, { amount }) => sum + amount, 0),
    refunds: refunds.filter(({ line, knownOn }) => knownOn <= day && paid.some((payment) => payment.line === line)),
  };
}

/** What is left of the raw events when each is counted once and denied ones are left out. */
export interface Ledger {
  readonly clicks: ClickFact[];
  readonly steps: StepFact[];
  readonly orders: OrderFact[];
  readonly counts: LedgerCounts;
}

export interface LedgerCounts {
  readonly raw: Record<string, number>;
  readonly duplicates: number;
  readonly conflicts: number;
  readonly denied: number;
  readonly invalidClicks: number;
  /** Raw clicks by link, before anything was dropped. */
  readonly rawClicksByLink: ReadonlyMap<string, number>;
  readonly deduplicatedClicksByLink: ReadonlyMap<string, number>;
}

const TOLD = new Set(['LINK_CLICK', 'SHOP_VISIT', 'ADD_TO_CART', 'ORDER_PAID', 'REFUND']);

/**
 * Reads the raw events, in any order: of those with one name the first to arrive stays, whoever denied consent is left out.
 * Written from the rules alone; it shares nothing with commerce.
 */
export function readLedger(events: Iterable<RawEvent>, catalog: Catalog): Ledger {
  const raw: Record<string, number> = {};
  const first = new Map<string, RawEvent>();
  let duplicates = 0;
  let conflicts = 0;
  const rawClicksByLink = new Map<string, number>();
  for (const event of events) {
    const { stage, eventId, productLinkId = '' } = event.input;
    raw[stage] = (raw[stage] ?? 0) + 1;
    if (stage === 'LINK_CLICK') rawClicksByLink.set(productLinkId, (rawClicksByLink.get(productLinkId) ?? 0) + 1);
    if (!TOLD.has(stage) && stage !== 'ORDER_PLACED' && stage !== 'ORDER_RECEIVED') continue;
    const name = `${event.platformId} ${stage} ${eventId}`;
    const known = first.get(name);
    if (known) {
      if (JSON.stringify(known.input) === JSON.stringify(event.input)) duplicates += 1;
      else conflicts += 1;
    }
    if (!known || event.receivedAt < known.receivedAt) first.set(name, event);
  }
  const kept = [...first.values()];
  const told = kept.filter(({ input }) => input.consent !== 'DENIED');
  const clicks = readClicks(told, catalog);
  return {
    clicks,
    steps: readSteps(told),
    orders: readOrders(told),
    counts: {
      raw,
      duplicates,
      conflicts,
      denied: kept.length - told.length,
      invalidClicks: clicks.filter(({ invalidOn }) => invalidOn !== null).length,
      rawClicksByLink,
      deduplicatedClicksByLink: countByLink(kept),
    },
  };
}

function countByLink(events: readonly RawEvent[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { input } of events) {
    if (input.stage !== 'LINK_CLICK' || !input.productLinkId) continue;
    counts.set(input.productLinkId, (counts.get(input.productLinkId) ?? 0) + 1);
  }
  return counts;
}

function readClicks(events: readonly RawEvent[], { links, products, shops, notes }: Catalog): ClickFact[] {
  const linkById = new Map(links.map((link) => [link.id, link]));
  const clicks: ClickFact[] = [];
  for (const { platformId, receivedAt, input } of events) {
    const link = input.stage === 'LINK_CLICK' ? linkById.get(input.productLinkId ?? '') : undefined;
    const product = link && products[link.product];
    const shop = product && shops[product.shop];
    const note = link && notes[link.note];
    if (!link || !product || !shop || !note) continue;
    clicks.push({
      name: `${platformId} ${input.eventId}`,
      platformId,
      id: input.clickId,
      person: input.personKey,
      at: Date.parse(input.occurredAt),
      knownOn: dayNumber(receivedAt),
      noteId: note.id,
      linkId: link.id,
      productId: product.id,
      shopId: shop.id,
      searchId: input.searchId,
      invalidOn: null,
    });
  }
  return markInvalid(clicks);
}

function markInvalid(clicks: ClickFact[]): ClickFact[] {
  const known = clicks.filter(({ person }) => person).sort((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1));
  for (const own of Map.groupBy(known, ({ person, linkId }) => `${person} ${linkId}`).values()) {
    own.forEach((click, place) => {
      const before = own.slice(0, place).filter(({ at }) => click.at - at < INVALID_WITHIN);
      if (before.length === 0) return;
      click.invalidOn = Math.max(click.knownOn, Math.min(...before.map(({ knownOn }) => knownOn)));
    });
  }
  return clicks;
}

function readSteps(events: readonly RawEvent[]): StepFact[] {
  return events.flatMap(({ receivedAt, input }): StepFact[] => {
    if (input.stage !== 'SHOP_VISIT' && input.stage !== 'ADD_TO_CART') return [];
    const kind = input.stage === 'SHOP_VISIT' ? 'shopVisits' : 'addToCarts';
    const { personKey: person, clickId, shopId = '' } = input;
    return [{ kind, person, at: Date.parse(input.occurredAt), knownOn: dayNumber(receivedAt), shopId, clickId }];
  });
}

function readOrders(events: readonly RawEvent[]): OrderFact[] {
  const orders = new Map<string, OrderFact>();
  const nameOf = ({ platformId, order }: EventInput) => `${platformId} ${order?.platformOrderId}`;
  for (const { receivedAt, input } of events) {
    if (input.stage !== 'ORDER_PAID' || !input.order) continue;
    const name = nameOf(input);
    const order = orders.get(name) ?? { name, shopId: input.shopId ?? '', ...empty() };
    orders.set(name, order);
    order.payments.push({ ...lineOf(input, receivedAt), person: input.personKey, clickId: input.clickId });
  }
  for (const { receivedAt, input } of events) {
    const order = orders.get(nameOf(input));
    if (input.stage === 'REFUND') order?.refunds.push(lineOf(input, receivedAt));
    if (input.stage === 'ORDER_PLACED') order?.placements.push(lineOf(input, receivedAt));
    if (input.stage === 'ORDER_RECEIVED') order?.receipts.push(lineOf(input, receivedAt));
  }
  return [...orders.values()];
}

function empty() {
  return { payments: [], refunds: [], placements: [], receipts: [] };
}

function lineOf({ occurredAt, order }: EventInput, receivedAt: number) {
  const { platformLineId: line = '', amount = '0' } = order ?? {};
  return { line, at: Date.parse(occurredAt), knownOn: dayNumber(receivedAt), amount: fen(amount) };
}

function fen(amount: string): number {
  return Math.round(Number(amount) * 100);
}
