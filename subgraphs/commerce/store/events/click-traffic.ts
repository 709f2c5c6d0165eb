import { type Selectable, sql } from 'kysely';
import { givenRows } from '../../../kit/given-rows.ts';
import type { Touch } from '../../conversions/attribution/touch.ts';
import { REPEATED_WITHIN_MS } from '../../conversions/judging/traffic.ts';
import type { CommerceDb, CommerceTables } from '../tables.ts';
import { toBytea } from './bytes.ts';
import { clickFromRow, type KeptTouch } from './touches.ts';

/** A tap next to another one of the same person on the same link. */
export interface Neighbour extends KeptTouch {
  /** Whether it is the later one of the two. */
  readonly isAfter: boolean;
}

/**
 * The taps that hold next to some: for each the newest before it and the oldest after it, by the same person, on the same link and near
 * enough that one makes the other invalid traffic.
 * @param touches those of persons
 * @param without conversions to pass over
 */
export async function readNeighbours(
  db: CommerceDb,
  touches: readonly Touch[],
  without: readonly string[],
): Promise<Neighbour[]> {
  const made = touches.map(({ shopId, person, linkId, occurredAt, platformId, eventId }) => ({
    shop: shopId,
    who: toBytea(person),
    link: linkId,
    at: new Date(occurredAt),
    platform: platformId,
    event: eventId,
  }));
  if (made.length === 0) return [];
  const types = { shop: 'text', who: 'bytea', link: 'text', at: 'timestamptz', platform: 'text', event: 'text' };
  const near = sql`make_interval(secs => ${sql.lit(REPEATED_WITHIN_MS / 1_000)})`;
  const own = sql`
    shop_id = made.shop and person = made.who and link_id = made.link and retired_at is null
      and conversion <> all(${without}::uuid[])`;
  const name = sql`(occurred_at, platform_id, event_id)`;
  const { rows } = await sql<Selectable<CommerceTables['clicks']> & { is_after: boolean }>`
    select touch.* from ${givenRows(db, 'made', types, made)}
    cross join lateral (
      (select false as is_after, clicks.* from clicks
        where ${own} and occurred_at > made.at - ${near} and occurred_at <= made.at
          and ${name} < (made.at, made.platform, made.event)
        order by occurred_at desc, platform_id desc, event_id desc limit 1)
      union all
      (select true, clicks.* from clicks
        where ${own} and occurred_at >= made.at and occurred_at < made.at + ${near}
          and ${name} > (made.at, made.platform, made.event)
        order by occurred_at, platform_id, event_id limit 1)
    ) touch`.execute(db);
  return rows.map((row) => ({ ...clickFromRow(row), isAfter: row.is_after }));
}

/** Turns taps that hold into invalid traffic, or back, as of an instant (milliseconds since 1970). */
export async function turnClicks(db: CommerceDb, conversions: readonly string[], at: number): Promise<void> {
  if (conversions.length === 0) return;
  await sql`
    update clicks set turned_at = array_append(coalesce(turned_at, '{}'), ${new Date(at)}::timestamptz(3))
    where conversion = any(${conversions}::uuid[]) and retired_at is null`.execute(db);
}

/** When a tap turned, by turns; milliseconds since 1970. */
export interface ClickTurns {
  readonly conversion: string;
  /** Tells the tap from one that it corrects, or that corrects it. */
  readonly recordedAt: number;
  readonly turns: readonly number[];
}

/** Has taps have turned at other instants than was known. */
export async function setTurns(db: CommerceDb, clicks: readonly ClickTurns[]): Promise<void> {
  if (clicks.length === 0) return;
  const rows = clicks.map(({ conversion, recordedAt, turns }) => ({
    conversion,
    recorded_at: new Date(recordedAt),
    turned_at: turns.length === 0 ? null : turns.map((turn) => new Date(turn)),
  }));
  const types = { conversion: 'uuid', recorded_at: 'timestamptz', turned_at: 'timestamptz[]' };
  await sql`
    update clicks set turned_at = given.turned_at from ${givenRows(db, 'given', types, rows)}
    where clicks.conversion = given.conversion and clicks.recorded_at = given.recorded_at`.execute(db);
}
