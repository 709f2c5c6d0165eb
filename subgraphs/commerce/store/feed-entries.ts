import { sql } from 'kysely';
import { jsonRows } from '../../kit/json-rows.ts';
import type { CommerceDb, ConversionState } from './tables.ts';

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
  readonly link_id: string | null;
  readonly note_id: string | null;
}

/** What one transaction tells. */
export interface FeedChanges {
  /** The instant of the transaction. */
  readonly recordedAt: Date;
  readonly added: readonly NewConversion[];
  /** Earlier ones whose credited click may be another now. */
  readonly credited: readonly CreditedClick[];
}

/**
 * Tells of conversions in one group: new ones, and earlier ones that changed, which move behind all others with a higher version. Its
 * number is given to the group by whoever reads, once it is committed.
 */
export async function insertFeedGroup(db: CommerceDb, { recordedAt, added, credited }: FeedChanges): Promise<void> {
  const places = <Row extends object>(rows: readonly Row[], after: number) =>
    rows.map((row, index) => ({ ...row, ordinal: after + index + 1 }));
  const columns = sql.join(Object.keys(TYPES).map((column) => sql.ref(column)));
  const rows = jsonRows('row', TYPES, places(added, 0));
  const clicks = jsonRows(
    'click',
    { conversion: 'uuid', ordinal: 'integer', link_id: 'text', note_id: 'text' },
    places(credited, added.length),
  );
  await sql`
    with made as (
      insert into feed_groups (recorded_at, size) values (${recordedAt}, ${added.length + credited.length}) returning id
    ), changed as (
      update conversions set group_id = made.id, ordinal = click.ordinal, version = conversions.version + 1,
        link_id = click.link_id, note_id = click.note_id
      from made, ${clicks}
      where conversions.conversion = click.conversion and conversions.state <> 'RETRACTED'
        and (conversions.link_id, conversions.note_id) is distinct from (click.link_id, click.note_id)
    )
    insert into conversions (group_id, ${columns}) select made.id, ${columns} from made, ${rows}`.execute(db);
}
