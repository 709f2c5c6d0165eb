import { sql } from 'kysely';
import { copyRows } from '../../../kit/copy-rows.ts';
import { givenRows } from '../../../kit/given-rows.ts';
import type { CommerceDb } from '../tables.ts';
import type { ConversionState } from './feed-tables.ts';

const TYPES = {
  conversion: 'uuid',
  ordinal: 'integer',
  version: 'integer',
  state: 'text',
  event_id: 'text',
  stage: 'text',
  source_id: 'text',
  link_id: 'text',
  note_id: 'text',
  product_id: 'text',
  shop_id: 'text',
  platform_order_id: 'text',
  line_id: 'text',
  quantity: 'integer',
  value_fen: 'bigint',
  occurred_at: 'timestamptz',
  received_at: 'timestamptz',
} as const;

/** A conversion that is told of for the first time. */
export interface NewConversion {
  readonly conversion: string;
  readonly version: number;
  readonly state: ConversionState;
  readonly event_id: string;
  readonly stage: string;
  readonly source_id: string | null;
  readonly link_id: string | null;
  readonly note_id: string | null;
  readonly product_id: string | null;
  readonly shop_id: string | null;
  readonly platform_order_id: string | null;
  readonly line_id: string | null;
  readonly quantity: number | null;
  readonly value_fen: number | null;
  readonly occurred_at: Date;
  readonly received_at: Date;
}

/** The last click within 15 days of a conversion; both null where there is none. */
export interface CreditedClick {
  readonly conversion: string;
  /** Of a tap that turned into invalid traffic, or back; null leaves it as it is. */
  readonly state: 'INVALID_TRAFFIC' | 'RESTATED' | null;
  readonly link_id: string | null;
  readonly note_id: string | null;
}

/** An earlier one that was corrected, as it is now. */
export interface RestatedConversion
  extends Omit<NewConversion, 'version' | 'event_id' | 'stage' | 'shop_id' | 'received_at'> {
  /** How many corrections there were. */
  readonly versions: number;
}

/** What one transaction tells. */
export interface FeedChanges {
  /** The instant of the transaction. */
  readonly recordedAt: Date;
  readonly added: readonly NewConversion[];
  /** Earlier ones whose credited click may be another now. */
  readonly credited: readonly CreditedClick[];
  readonly restated: readonly RestatedConversion[];
}

/**
 * Tells of conversions in one group: new ones, and earlier ones that changed, which move behind all others with a higher version. Its
 * number is given to the group by whoever reads, once it is committed.
 */
export async function insertFeedGroup(db: CommerceDb, changes: FeedChanges): Promise<void> {
  const { recordedAt, added, credited, restated } = changes;
  const places = <Row extends object>(rows: readonly Row[], after: number) =>
    rows.map((row, index) => ({ ...row, ordinal: after + index + 1 }));
  const clicks = givenRows(
    db,
    'click',
    { conversion: 'uuid', ordinal: 'integer', state: 'text', link_id: 'text', note_id: 'text' },
    places(credited, added.length),
  );
  const size = added.length + credited.length + restated.length;
  const { rows: made } = await sql<{ id: number }>`
    with made as (
      insert into feed_groups (recorded_at, size) values (${recordedAt}, ${size}) returning id
    ), changed as (
      update conversions set group_id = made.id, ordinal = click.ordinal, version = conversions.version + 1,
        state = coalesce(click.state, conversions.state), link_id = click.link_id, note_id = click.note_id
      from made, ${clicks}
      where conversions.conversion = click.conversion and conversions.state <> 'RETRACTED'
        and (conversions.link_id, conversions.note_id) is distinct from (click.link_id, click.note_id)
    )
    select id from made`.execute(db);
  const group_id = made[0]?.id;
  if (group_id === undefined) throw new Error('The feed has taken no group.');
  const told = places(added, 0).map((row) => ({ group_id, ...row }));
  await copyRows(db, 'conversions', { group_id: 'bigint', ...TYPES }, told);
  if (restated.length > 0) await restate(db, group_id, places(restated, added.length + credited.length));
}

/** What was taken back keeps what it was of, and counts for nothing any more. */
async function restate(
  db: CommerceDb,
  groupId: number,
  rows: readonly (RestatedConversion & { readonly ordinal: number })[],
): Promise<void> {
  const { version: _v, event_id: _e, stage: _s, shop_id: _i, received_at: _r, ...types } = TYPES;
  const isRetracted = sql`row.state = 'RETRACTED'`;
  const kept = ['source_id', 'product_id', 'platform_order_id', 'line_id', 'occurred_at'].map(
    (column) =>
      sql`${sql.ref(column)} = case when ${isRetracted} then told.${sql.ref(column)} else row.${sql.ref(column)} end`,
  );
  await sql`
    update conversions as told set group_id = ${groupId}, ordinal = row.ordinal, version = told.version + row.versions,
      state = row.state, link_id = row.link_id, note_id = row.note_id, quantity = row.quantity,
      value_fen = row.value_fen, ${sql.join(kept)}
    from ${givenRows(db, 'row', { ...types, versions: 'integer' }, rows)}
    where told.conversion = row.conversion`.execute(db);
}
