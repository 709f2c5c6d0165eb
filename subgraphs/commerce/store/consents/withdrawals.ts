import { type Selectable, sql } from 'kysely';
import type { AcceptedEvent } from '../../conversions/event.ts';
import { fromBytea } from '../events/bytes.ts';
import { eventOf } from '../events/raw-events.ts';
import type { CommerceDb, CommerceTables } from '../tables.ts';

/** Who withdrew attribution, and has something from before that still counts. */
export interface Withdrawal {
  /** 64 hexadecimal digits. */
  readonly person: string;
  /** Of what they said, in content's feed. */
  readonly position: number;
}

/** Withdrawals that still have to be carried out, the oldest first. */
export async function openWithdrawals(db: CommerceDb, limit: number): Promise<Withdrawal[]> {
  const { rows } = await sql<{ person: Uint8Array; position: number }>`
    select person, feed_position as position from consents
    where purpose = 'ATTRIBUTION' and not granted and not carried_out order by feed_position limit ${limit}`.execute(
    db,
  );
  return rows.map(({ person, position }) => ({ person: fromBytea(person), position }));
}

/** Keeps that a withdrawal was carried out, unless the person has said something else since. */
export async function closeWithdrawal(db: CommerceDb, { person, position }: Withdrawal): Promise<void> {
  await sql`
    update consents set carried_out = true
    where person = ${Buffer.from(person, 'hex')} and purpose = 'ATTRIBUTION' and feed_position = ${position}`.execute(
    db,
  );
}

/**
 * Events of a person that count in figures, or may be credited, as they stand: taps, visits, carts, orders, reads and searches. Each is found by what was laid out of
 * it; those whose raw event is dropped are FINAL long since, and not found.
 * @param person 64 hexadecimal digits
 */
export async function countedEventsOf(db: CommerceDb, person: string, limit: number): Promise<AcceptedEvent[]> {
  const key = Buffer.from(person, 'hex');
  // The indexes of persons begin with the shop: each shop is looked up.
  const { rows } = await sql<Selectable<CommerceTables['events']>>`
    with facts as (
      select conversion, occurred_at, recorded_at from shops
        join clicks on clicks.shop_id = shops.id and clicks.person = ${key} and retired_at is null
      union all select conversion, occurred_at, recorded_at from shops
        join outcomes on outcomes.shop_id = shops.id and outcomes.person = ${key} and retired_at is null
      union all select conversion, occurred_at, recorded_at from shops
        join orders on orders.shop_id = shops.id and orders.person = ${key}
        join order_facts on order_id = orders.id and counted and retired_at is null
      union all select conversion, occurred_at, recorded_at from reads where person = ${key} and retired_at is null
      union all select conversion, occurred_at, recorded_at from searches where person = ${key} and retired_at is null
    )
    select event.* from facts
    cross join lateral (
      select * from events
      where events.occurred_at = facts.occurred_at and events.recorded_at = facts.recorded_at
        and coalesce(corrects, events.conversion) = facts.conversion and not retract
      order by sequence desc limit 1
    ) event limit ${limit}`.execute(db);
  return rows.map(eventOf);
}
