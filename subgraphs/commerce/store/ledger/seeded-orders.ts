import { sql } from 'kysely';
import { jsonRows } from '../../../kit/json-rows.ts';
import { heldAt } from '../../conversions/attribution/life.ts';
import { countedRefunds, summariseOrder } from '../../conversions/attribution/summarise-order.ts';
import { windowOf } from '../../conversions/attribution/windows.ts';
import type { SeededOrder } from '../../ledger/restate-order.ts';
import { toBytea } from '../events/bytes.ts';
import { type OrderFacts, type OrderHistory, readFactsEver } from '../orders/order-facts.ts';
import { readOrders } from '../orders/order-states.ts';
import type { CommerceDb } from '../tables.ts';

/** The window of commissions' base, in milliseconds; its model is LAST_CLICK. */
const WINDOW_MS = windowOf('DAYS_15').milliseconds;
const WINDOW = sql`make_interval(secs => ${sql.lit(WINDOW_MS / 1_000)})`;

/** Who has the credit for an order, and what was agreed. */
interface LedRow {
  readonly order_id: string;
  readonly shop_id: string;
  readonly link_id: string;
  readonly note_id: string;
  readonly author_id: string;
  readonly rate_bp: number;
  readonly author_percent: number;
  readonly return_days: number;
  readonly receive_days: number;
}

/** The terms in force when an order was paid: the link's own before its shop's. */
const terms = sql`
  select rate_bp, author_percent, return_days, receive_days from commission_terms
  where shop_id = led.shop_id and link_id in (led.link_id, '') and valid_from <= led.counted_at
  order by link_id desc, valid_from desc limit 1`;

/**
 * Orders that a link has the credit for (LAST_CLICK within 15 days) and for which something was agreed, as they are now.
 * @returns by id; the others are left out
 */
export async function readSeededOrders(db: CommerceDb, orderIds: readonly string[]): Promise<Map<string, SeededOrder>> {
  if (orderIds.length === 0) return new Map();
  const { rows } = await sql<LedRow>`
    select led.order_id, led.shop_id, led.link_id, led.note_id, target.author_id, terms.*
    from unnest(${orderIds}::text[]) as wanted(id)
    cross join lateral (
      select orders.id as order_id, orders.shop_id, orders.counted_at, click.link_id, click.note_id
      from orders join clicks click on click.conversion = orders.credited_click
        and click.retired_at is null and not click.invalid
      where orders.id = wanted.id and orders.counted_at <= click.occurred_at + ${WINDOW} offset 0
    ) led
    join link_targets target on target.link_id = led.link_id
    cross join lateral (${terms}) terms`.execute(db);
  const states = await readOrders(
    db,
    rows.map((row) => row.order_id),
  );
  return seeded(rows, (id) => states.get(id));
}

/**
 * The same as it was known at an instant. Taps that were taken back by now are left out: nobody knows any more of which link they were.
 * @param at an instant at which nothing is recorded any more
 */
export async function readSeededOrdersAt(
  db: CommerceDb,
  orderIds: readonly string[],
  at: Date,
): Promise<Map<string, SeededOrder>> {
  const known = new Map([...(await readFactsEver(db, orderIds))].map(([id, ever]) => [id, factsAt(ever, at)]));
  const made = [...known].flatMap(([id, { facts, refunds }]) => {
    const { person, clickIds, countedAt } = summariseOrder(facts, refunds);
    return countedAt === null ? [] : { id, who: toBytea(person), clicks: clickIds, counted_at: new Date(countedAt) };
  });
  if (made.length === 0) return new Map();
  const types = { id: 'text', who: 'bytea', clicks: 'text[]', counted_at: 'timestamptz' };
  const { rows } = await sql<LedRow>`
    select led.order_id, led.shop_id, led.link_id, led.note_id, target.author_id, terms.*
    from ${jsonRows('made', types, made)}
    cross join lateral (
      select orders.id as order_id, orders.shop_id, made.counted_at, click.link_id, click.note_id
      from orders cross join lateral (
        select * from clicks
        where shop_id = orders.shop_id and person = made.who and ${ledAt(at)}
        union all
        select * from clicks
        where click_id = any(made.clicks) and shop_id = orders.shop_id and ${ledAt(at)}
      ) click
      where orders.id = made.id
      order by click.occurred_at desc, click.platform_id desc, click.event_id desc limit 1
    ) led
    join link_targets target on target.link_id = led.link_id
    cross join lateral (${terms}) terms`.execute(db);
  return seeded(rows, (id) => known.get(id));
}

/** Whether a tap may have the credit for what was made at `made.counted_at`, by what was known at an instant. */
function ledAt(at: Date) {
  return sql`retired_at is null and recorded_at <= ${at}
    and occurred_at <= made.counted_at and occurred_at >= made.counted_at - ${WINDOW}
    and (select count(*) from unnest(turned_at) as turned(at) where turned.at <= ${at}) % 2 = 0`;
}

function factsAt({ facts, refunds }: OrderHistory, at: Date): OrderFacts {
  const instant = at.getTime();
  return {
    facts: facts.filter((fact) => heldAt(fact, instant)),
    refunds: refunds.filter((refund) => heldAt(refund, instant)),
  };
}

function seeded(rows: readonly LedRow[], factsOf: (orderId: string) => OrderFacts | undefined) {
  return new Map(
    rows.flatMap((row): [string, SeededOrder][] => {
      const known = factsOf(row.order_id);
      const order = known && asSeeded(row, known);
      return order ? [[row.order_id, order]] : [];
    }),
  );
}

function asSeeded(row: LedRow, { facts, refunds }: OrderFacts): SeededOrder | undefined {
  const { countedAt, countedFen, receivedAt } = summariseOrder(facts, refunds);
  if (countedAt === null) return undefined;
  const refunded = countedRefunds(facts, refunds).reduce((sum, { amountFen }) => sum + amountFen, 0);
  return {
    orderId: row.order_id,
    shopId: row.shop_id,
    linkId: row.link_id,
    noteId: row.note_id,
    authorId: row.author_id,
    countedAt,
    receivedAt,
    baseFen: countedFen - refunded,
    terms: {
      rateBp: row.rate_bp,
      authorPercent: row.author_percent,
      returnDays: row.return_days,
      receiveDays: row.receive_days,
    },
  };
}
