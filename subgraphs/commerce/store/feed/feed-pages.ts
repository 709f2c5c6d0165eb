import { type RawBuilder, sql } from 'kysely';
import { yuan } from '../../../kit/money.ts';
import { conversionId } from '../../conversions/event-name.ts';
import type { Stage } from '../../conversions/stages.ts';
import type { FeedFilter } from '../../feed/feed-filter.ts';
import type { FeedPosition } from '../../feed/position.ts';
import type { ConversionModel } from '../../models/conversion.ts';
import type { CommerceDb } from '../tables.ts';
import type { ConversionState } from './feed-tables.ts';

/** A conversion at its place in the feed. */
export interface FeedEntry {
  readonly position: FeedPosition;
  readonly conversion: ConversionModel;
}

const COLUMNS = sql.raw(
  `told.conversion, told.ordinal, told.version, told.state, told.event_id as "eventId", told.stage, told.source_id as "sourceId",
  told.link_id as "linkId", told.note_id as "noteId", told.product_id as "productId", told.shop_id as "shopId",
  told.platform_order_id as "platformOrderId", told.line_id as "platformLineId", told.quantity, told.value_fen,
  told.occurred_at as "occurredAt", told.received_at as "receivedAt"`,
);

interface Row extends Omit<ConversionModel, 'id' | 'value' | 'changedAt'> {
  readonly conversion: string;
  readonly ordinal: number;
  readonly value_fen: number | null;
  readonly stage: Stage;
  readonly state: ConversionState;
  readonly changed_at: Date;
}

/**
 * A page of the feed, in its order.
 * @param from after which to begin
 * @param to the number of the last group to look at
 */
export async function readFeedEntries(
  db: CommerceDb,
  { stages, shopIds, own }: FeedFilter,
  { from, to, limit }: { from: FeedPosition; to: number; limit: number },
): Promise<FeedEntry[]> {
  const asked: RawBuilder<unknown>[] = [];
  if (stages) asked.push(sql`and stage = any(${stages}::text[])`);
  if (shopIds) asked.push(sql`and shop_id = any(${shopIds}::text[])`);
  if (own) asked.push(sql`and shop_id = any(${own}::text[])`);
  // The groups come from their index in order and each one's rows from theirs, so that the limit ends the reading.
  const { rows } = await sql<Row & { number: number; mark: number }>`
    select grouped.number, grouped.mark, grouped.recorded_at as changed_at, ${COLUMNS}
    from (
      select id, number, mark, recorded_at from feed_groups where number >= ${from.number} and number <= ${to}
      order by number
    ) grouped
    cross join lateral (
      select * from conversions
      where group_id = grouped.id
        and ordinal > case when grouped.number = ${from.number} then ${from.ordinal} else 0 end ${sql.join(asked, sql` `)}
      order by ordinal limit ${limit}
    ) told
    order by grouped.number, told.ordinal limit ${limit}`.execute(db);
  return rows.map(({ number, mark, ...row }) => ({
    position: { number, mark, ordinal: row.ordinal },
    conversion: asConversion(row),
  }));
}

/** Conversions by their keys, in no order. */
export async function conversionsByKeys(db: CommerceDb, keys: readonly string[]): Promise<ConversionModel[]> {
  const { rows } = await sql<Row>`
    select feed_groups.recorded_at as changed_at, ${COLUMNS}
    from conversions told join feed_groups on feed_groups.id = told.group_id
    where told.conversion = any(${keys}::uuid[])`.execute(db);
  return rows.map(asConversion);
}

function asConversion({ conversion, ordinal: _, value_fen, changed_at, ...row }: Row): ConversionModel {
  return {
    ...row,
    id: conversionId(conversion),
    value: value_fen === null ? null : yuan(value_fen),
    changedAt: changed_at,
  };
}
