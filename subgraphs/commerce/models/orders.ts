import type { Money } from '../../kit/money.ts';
import type { LogisticsProvider, PaymentMethod } from '../store/catalogue/catalogue-tables.ts';
import type { OrderStatus } from '../store/orders/order-tables.ts';

export interface OrderModel {
  readonly id: string;
  readonly platformOrderId: string;
  readonly shopId: string;
  readonly status: OrderStatus;
  readonly paymentMethod: PaymentMethod | null;
  readonly placedAt: Date;
  readonly paidAt: Date | null;
  readonly receivedAt: Date | null;
  readonly total: Money;
  readonly logisticsProvider: LogisticsProvider | null;
}

export interface OrderLineModel {
  readonly id: string;
  readonly orderId: string;
  readonly productId: string | null;
  readonly quantity: number;
  readonly paid: Money;
  readonly refunded: Money;
}

export interface RefundModel {
  readonly id: string;
  readonly orderId: string;
  readonly amount: Money;
  readonly refundedAt: Date;
}

/** An order's journey, by one model within one window. */
export interface JourneyModel {
  readonly daysToOrder: string | null;
  readonly touches: readonly TouchModel[];
  readonly withheld: 'NO_CONSENT' | 'NOT_REPORTED' | null;
}

/** A touch with its credit. */
export interface TouchModel {
  readonly sourceId: string;
  /** Null where the source is no note. */
  readonly noteId: string | null;
  /** Null for a read, and where there is no product link. */
  readonly linkId: string | null;
  readonly stage: 'LINK_CLICK' | 'READ';
  readonly occurredAt: Date;
  readonly credit: string;
}
