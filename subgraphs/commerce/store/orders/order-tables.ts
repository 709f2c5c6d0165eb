import type { LogisticsProvider, PaymentMethod } from '../catalogue/catalogue-tables.ts';
import type { LifeColumns } from '../events/event-tables.ts';

export type OrderStatus = 'PLACED' | 'PAID' | 'RECEIVED' | 'REFUNDED';

/** An order: what its facts and refunds come to. `person`, `counted_…` and `credited_click` leave out events without consent. */
export interface OrdersTable {
  id: string;
  platform_id: string;
  platform_order_id: string;
  shop_id: string;
  /** Null until more than a refund is known of it. */
  status: OrderStatus | null;
  placed_at: Date | null;
  paid_at: Date | null;
  received_at: Date | null;
  total_fen: number;
  payment_method: PaymentMethod | null;
  logistics_provider: LogisticsProvider | null;
  person: Uint8Array | null;
  /** The earliest payment. */
  counted_at: Date | null;
  counted_fen: number;
  credited_click: string | null;
}

/** What one event said of one line of an order. */
export interface OrderFactsTable extends LifeColumns {
  order_id: string;
  line_id: string;
  stage: 'ORDER_PLACED' | 'ORDER_PAID' | 'ORDER_RECEIVED';
  conversion: string;
  product_id: string | null;
  quantity: number;
  amount_fen: number;
  payment_method: PaymentMethod | null;
  logistics_provider: LogisticsProvider | null;
  person: Uint8Array | null;
  click_id: string | null;
  /** Whether it may be in figures: consent was not denied. */
  counted: boolean;
  occurred_at: Date;
}

export interface RefundsTable extends LifeColumns {
  order_id: string;
  conversion: string;
  line_id: string;
  amount_fen: number;
  counted: boolean;
  occurred_at: Date;
}
