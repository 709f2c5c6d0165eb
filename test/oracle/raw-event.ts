/**
 * An accepted event as the raw events' table has it. Instants are milliseconds since 1970, persons and conversions text. `shop_id`,
 * `product_id`, `note_id` and `read_shops` are what its ids led to when it was accepted.
 */
export interface RawEvent {
  readonly conversion: string;
  readonly platform_id: string;
  readonly stage: string;
  readonly event_id: string;
  readonly occurred_at: number;
  readonly consent: 'GRANTED' | 'DENIED' | 'UNKNOWN';
  /** When it became known; null where that is not kept. */
  readonly recorded_at: number | null;
  /** When a correction or a retraction replaced it. */
  readonly retired_at: number | null;
  readonly person: string | null;
  readonly click_id: string | null;
  /** Of a READ: the note. */
  readonly source_id: string | null;
  readonly link_id: string | null;
  readonly note_id: string | null;
  readonly search_id: string | null;
  readonly shop_id: string | null;
  readonly product_id: string | null;
  readonly order_id: string | null;
  readonly line_id: string | null;
  readonly amount_fen: number | null;
  /** Of a READ: the shops into which the note had links. */
  readonly read_shops: readonly string[] | null;
}

/** How DuckDB takes each. */
export const RAW_EVENT_TYPES: Readonly<Record<keyof RawEvent, string>> = {
  conversion: 'VARCHAR',
  platform_id: 'VARCHAR',
  stage: 'VARCHAR',
  event_id: 'VARCHAR',
  occurred_at: 'BIGINT',
  consent: 'VARCHAR',
  recorded_at: 'BIGINT',
  retired_at: 'BIGINT',
  person: 'VARCHAR',
  click_id: 'VARCHAR',
  source_id: 'VARCHAR',
  link_id: 'VARCHAR',
  note_id: 'VARCHAR',
  search_id: 'VARCHAR',
  shop_id: 'VARCHAR',
  product_id: 'VARCHAR',
  order_id: 'VARCHAR',
  line_id: 'VARCHAR',
  amount_fen: 'BIGINT',
  read_shops: 'VARCHAR[]',
};
