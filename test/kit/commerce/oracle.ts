import type { SentArrival } from '../../../subgraphs/commerce/conversions/intake/admit-events.ts';
import { LINKS, linkOf } from './market.ts';

/**
 * What events come to, worked out from the rules as product.md and the contract have them, event by event and window by window. It
 * shares nothing with the code under test, and is as slow as it is plain.
 */

const HOUR = 3_600_000;
const WINDOWS = { '24h': 24 * HOUR, '7d': 168 * HOUR, '15d': 360 * HOUR, '30d': 720 * HOUR };

/** An accepted event: each name once. */
type Event = SentArrival['sent'] & { readonly platform: string; readonly at: number };

/** Amounts by `subject day figure window`; those that are zero are left out. */
export type Figures = Readonly<Record<string, number>>;

/** Works out every figure of every subject and day. */
export function figuresOf(arrivals: readonly SentArrival[]): Figures {
  const figures: Record<string, number> = {};
  const events = namedOnce(arrivals).filter((event) => event.consent !== 'DENIED');
  const taps = events.filter((event) => event.stage === 'LINK_CLICK');
  const clicks = taps.filter((tap) => !taps.some((before) => isRepeated(tap, before)));
  const add = (click: Event, at: number, figure: string, amount: number) => {
    for (const subject of subjectsOf(click)) {
      const key = `${subject} ${dayIn8(at)} ${figure}`;
      figures[key] = (figures[key] ?? 0) + amount;
    }
  };
  for (const click of clicks) add(click, click.at, 'clicks', 1);
  for (const [window, length] of Object.entries(WINDOWS)) {
    for (const event of events) {
      const figure = { SHOP_VISIT: 'visits', ADD_TO_CART: 'carts' }[event.stage ?? ''];
      if (!figure) continue;
      const click = lastClick(clicks, shopOf(event), event.personKey, [event.clickId], event.at, length);
      if (click) add(click, event.at, `${figure}_${window}`, 1);
    }
    const orders = ordersOf(events);
    for (const order of orders) {
      const click = lastClick(clicks, order.shop, order.person, order.clickIds, order.at, length);
      if (!click) continue;
      add(click, order.at, `orders_${window}`, 1);
      add(click, order.at, `sales_${window}`, order.sales);
      for (const refund of order.refunds) add(click, refund.at, `refunds_${window}`, refund.fen);
      const own = orders.filter((other) => other.shop === order.shop && other.person === order.person);
      const first = own.every(
        (other) => other === order || other.at > order.at || (other.at === order.at && other.id > order.id),
      );
      if (order.person && first) add(click, order.at, `new_customers_${window}`, 1);
    }
  }
  return Object.fromEntries(Object.entries(figures).filter(([, amount]) => amount !== 0));
}

function namedOnce(arrivals: readonly SentArrival[]): Event[] {
  const byName = new Map<string, Event>();
  for (const { platformId, sent } of arrivals) {
    const name = `${platformId} ${sent.stage} ${sent.eventId}`;
    const person = sent.consent === 'DENIED' ? null : sent.personKey;
    const event = { ...sent, personKey: person, platform: platformId, at: Date.parse(sent.occurredAt ?? '') };
    if (!byName.has(name)) byName.set(name, event);
  }
  return [...byName.values()];
}

interface Order {
  readonly id: string;
  readonly shop: string;
  readonly person: string | null | undefined;
  readonly clickIds: (string | null | undefined)[];
  readonly at: number;
  readonly sales: number;
  readonly refunds: { at: number; fen: number }[];
}

function ordersOf(events: readonly Event[]): Order[] {
  const ids = new Set(events.flatMap((event) => event.order?.platformOrderId ?? []));
  return [...ids].flatMap((id) => {
    const own = events.filter((event) => event.order?.platformOrderId === id);
    const lines = own.filter((event) => event.stage === 'ORDER_PAID');
    if (lines.length === 0) return [];
    const lineOf = (event: Event) => event.order?.platformLineId;
    const paidLines = new Set(lines.map(lineOf));
    const refunds = own.filter((event) => event.stage === 'REFUND' && paidLines.has(lineOf(event)));
    return {
      id: orderKey(lines[0] as Event),
      shop: shopOf(lines[0] as Event),
      person: lines.find((line) => line.personKey)?.personKey,
      clickIds: lines.map((line) => line.clickId),
      at: Math.min(...lines.map((line) => line.at)),
      sales: lines.reduce((sum, line) => sum + fen(line), 0),
      refunds: refunds.map((refund) => ({ at: refund.at, fen: fen(refund) })),
    };
  });
}

function orderKey(event: Event): string {
  return event.order?.platformOrderId ?? '';
}

/** Whether a tap is no person's, since another one came less than a second before by the same person on the same link. */
function isRepeated(tap: Event, before: Event): boolean {
  const same = tap.personKey && tap.personKey === before.personKey && placeOf(tap).link === placeOf(before).link;
  const by = compare(tap.platform, before.platform) || compare(tap.eventId ?? '', before.eventId ?? '');
  const age = tap.at - before.at || Math.sign(by) / 2;
  return Boolean(same) && age > 0 && age < 1_000;
}

function lastClick(
  clicks: readonly Event[],
  shop: string,
  person: string | null | undefined,
  clickIds: readonly (string | null | undefined)[],
  at: number,
  length: number,
): Event | undefined {
  return clicks
    .filter((click) => shopOf(click) === shop && click.at <= at && at - click.at <= length)
    .filter((click) => (person && click.personKey === person) || (click.clickId && clickIds.includes(click.clickId)))
    .sort((a, b) => a.at - b.at || compare(a.platform, b.platform) || compare(a.eventId ?? '', b.eventId ?? ''))
    .at(-1);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function shopOf(event: Event): string {
  if (event.productLinkId) return linkOf(event.productLinkId).shopId;
  if (event.shopId) return event.shopId;
  return `shop_${event.platformProductId?.slice(2, 3)}`;
}

function subjectsOf(click: Event): string[] {
  const { link, source, product, shop } = placeOf(click);
  const own = [`LINK ${link}`, `NOTE ${source}`, `PRODUCT ${product}`, `SHOP ${shop}`];
  return click.searchId ? [...own, `SEARCH ${click.searchId.slice(7, 23)}`] : own;
}

/** What a click was on: a link of a note, or a product that another platform's item shows. */
function placeOf({ productLinkId, sourceId, platformProductId }: Event) {
  if (productLinkId) {
    const { id, noteId, productId, shopId } = linkOf(productLinkId);
    return { link: id, source: noteId, product: productId, shop: shopId };
  }
  const sold = LINKS.find((each) => each.platformProductId === platformProductId);
  return { link: `${sourceId}>${sold?.productId}`, source: sourceId, product: sold?.productId, shop: sold?.shopId };
}

function fen(event: Event): number {
  return Math.round(Number(event.order?.amount) * 100);
}

function dayIn8(at: number): string {
  return new Date(at + 8 * HOUR).toISOString().slice(0, 10);
}
