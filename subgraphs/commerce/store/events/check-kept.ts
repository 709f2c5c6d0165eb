import { type RawBuilder, sql } from 'kysely';
import { isTold, STAGES } from '../../conversions/stages.ts';
import type { CommerceDb, CommerceTables } from '../tables.ts';
import { eventsTableOf } from './event-days.ts';

/** What is wrong with a day, so that its events have to stay. */
export class UnsealableDayError extends Error {}

/** What an event leaves beside the raw events. */
interface Trace {
  readonly table: keyof CommerceTables;
  /** Which events leave it. */
  readonly of: RawBuilder<unknown>;
  /** How it is the event's. */
  readonly same: RawBuilder<unknown>;
}

/** What a fact has in common with its event, but for refunds, which are nobody's. */
const sameFact = sql`kept.conversion = event.name and kept.recorded_at = event.recorded_at and kept.occurred_at = event.occurred_at`;
const samePerson = sql`${sameFact} and kept.person is not distinct from event.person`;
const sameLine = sql`kept.order_id = event.order_id and kept.line_id = event.line_id and kept.amount_fen = event.amount_fen`;

/** All that figures, answers and judgements follow from once the raw events are gone. */
const TRACES: readonly Trace[] = [
  { table: 'event_identities', of: sql`true`, same: sql`kept.conversion = event.conversion` },
  {
    table: 'corrections',
    of: sql`corrects is not null`,
    same: sql`kept.conversion = event.conversion and kept.corrects = event.corrects`,
  },
  {
    table: 'conversions',
    of: sql`stage = any(${STAGES.filter(isTold)}::text[])`,
    same: sql`kept.conversion = event.name`,
  },
  {
    table: 'clicks',
    of: sql`stands and stage = 'LINK_CLICK' and consent <> 'DENIED'`,
    same: sql`${samePerson} and kept.link_id = coalesce(event.link_id, event.source_id || '>' || event.product_id)
      and kept.click_id is not distinct from event.click_id`,
  },
  {
    table: 'outcomes',
    of: sql`stands and stage in ('SHOP_VISIT', 'ADD_TO_CART') and consent <> 'DENIED'`,
    same: sql`${samePerson} and kept.stage = event.stage and kept.shop_id = event.shop_id`,
  },
  {
    table: 'reads',
    of: sql`stands and stage = 'READ' and person is not null and cardinality(read_shops) > 0`,
    same: sql`${samePerson} and kept.shop_ids = event.read_shops and kept.note_id = event.source_id`,
  },
  { table: 'searches', of: sql`stands and stage = 'SEARCH' and person is not null`, same: samePerson },
  {
    table: 'order_facts',
    of: sql`stands and stage in ('ORDER_PLACED', 'ORDER_PAID', 'ORDER_RECEIVED')`,
    same: sql`${samePerson} and ${sameLine} and kept.stage = event.stage`,
  },
  { table: 'refunds', of: sql`stands and stage = 'REFUND'`, same: sql`${sameFact} and ${sameLine}` },
];

const FACTS = ['clicks', 'outcomes', 'reads', 'searches', 'order_facts', 'refunds'] as const;

/**
 * Checks that a day's events may go: that all they leave is there beside them, and that nothing holds any more that they take back.
 * @param db a transaction in which nobody adds to the day
 * @throws {UnsealableDayError}
 */
export async function checkKept(db: CommerceDb, day: string): Promise<void> {
  const event = eventsOf(day);
  for (const { table, of, same } of TRACES) {
    const { rows } = await sql`
      select from ${event} as event where ${of} and not exists (select from ${sql.table(table)} as kept where ${same})
      limit 1`.execute(db);
    if (rows.length === 0) continue;
    throw new UnsealableDayError(
      `Of ${day} there are events of which nothing follows in ${table}: rebuild first; the events stay.`,
    );
  }
  for (const table of FACTS) {
    const { rows } = await sql`
      select from ${event} as event join ${sql.table(table)} as kept on kept.conversion = event.corrects
      where kept.recorded_at < event.recorded_at and (kept.retired_at is null or kept.retired_at > event.recorded_at)
      limit 1`.execute(db);
    if (rows.length === 0) continue;
    throw new UnsealableDayError(
      `Of ${day} there are corrections of what still holds in ${table}: rebuild first; the events stay.`,
    );
  }
}

/**
 * A day's events, each with the name under which it is told (`name`), and whether anything follows from it (`stands`: it takes nothing
 * back, and was not corrected at the instant at which it was recorded).
 */
function eventsOf(day: string): RawBuilder<unknown> {
  const table = sql.table(eventsTableOf(day));
  return sql`(
    select day.*, coalesce(corrects, conversion) as name,
      not retract and not exists (
        select from ${table} as later
        where coalesce(later.corrects, later.conversion) = coalesce(day.corrects, day.conversion)
          and later.recorded_at = day.recorded_at and later.sequence > day.sequence
      ) as stands
    from ${table} as day
  )`;
}
