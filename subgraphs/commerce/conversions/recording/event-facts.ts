import type { OrderFact, RefundFact } from '../attribution/summarise-order.ts';
import { isCounted, type OrderEvent } from '../event.ts';

/** What an accepted event of a line says, as it is kept. */
export function factOf(event: OrderEvent): OrderFact {
  const { conversion, stage, productId, person, clickId, occurredAt, order } = event;
  const { lineId, quantity, amountFen, paymentMethod, logisticsProvider } = order;
  const counted = isCounted(event);
  return {
    lineId,
    stage: stage as OrderFact['stage'],
    conversion,
    productId,
    quantity,
    amountFen,
    paymentMethod,
    logisticsProvider,
    person,
    clickId: counted ? clickId : null,
    counted,
    occurredAt,
  };
}

/** What an accepted refund says, as it is kept. */
export function refundOf(event: OrderEvent): RefundFact {
  const { conversion, occurredAt, order } = event;
  return { conversion, lineId: order.lineId, amountFen: order.amountFen, counted: isCounted(event), occurredAt };
}
