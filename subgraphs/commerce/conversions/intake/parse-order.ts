import { shown } from '../../../kit/ids.ts';
import type { ParsedOrder, SentOrder } from '../event.ts';
import { type EventReason, RejectedEvent } from '../judging/reasons.ts';
import { isOrderStage, type Stage } from '../stages.ts';
import { checkName } from './check-name.ts';

const PAYMENT_METHODS = ['ALIPAY', 'WECHAT_PAY', 'BANK_CARD'] as const;
const LOGISTICS_PROVIDERS = ['CAINIAO', 'JD_LOGISTICS', 'OTHER'] as const;
const AMOUNT = /^(\d{1,8})(?:\.(\d{1,2}))?$/;
const MOST_QUANTITY = 100_000;

/**
 * Reads what an event tells of one line of an order.
 * @returns null for a stage that has no order
 * @throws {RejectedEvent} naming the first field that is wrong
 */
export function parseOrder(stage: Stage, sent: SentOrder | null): ParsedOrder | null {
  if (!isOrderStage(stage)) {
    if (sent === null) return null;
    throw new RejectedEvent('EVENT_ORDER_UNEXPECTED', ['order'], `${stage} has no order: leave order out.`);
  }
  if (sent === null) {
    throw new RejectedEvent('EVENT_ORDER_REQUIRED', ['order'], `${stage} tells of one line of an order: give order.`);
  }
  checkCurrency(sent.currencyCode);
  return {
    platformOrderId: readName(sent.platformOrderId, 'platformOrderId', 'EVENT_ORDER_ID_INVALID'),
    lineId: readName(sent.platformLineId, 'platformLineId', 'EVENT_LINE_ID_INVALID'),
    quantity: readQuantity(sent.quantity ?? 1),
    amountFen: readAmount(sent.amount, stage),
    paymentMethod: readOneOf(PAYMENT_METHODS, sent.paymentMethod, 'paymentMethod', 'EVENT_PAYMENT_METHOD_INVALID'),
    logisticsProvider: readOneOf(
      LOGISTICS_PROVIDERS,
      sent.logisticsProvider,
      'logisticsProvider',
      'EVENT_LOGISTICS_INVALID',
    ),
    refundOfEventId: readRefundOf(stage, sent.refundOfEventId),
  };
}

function readName(sent: string | null | undefined, name: string, code: EventReason): string {
  if (!sent) throw new RejectedEvent(code, ['order', name], `${name} is missing.`);
  return checkName(sent, 64, ['order', name], code);
}

function readQuantity(sent: number): number {
  if (Number.isInteger(sent) && sent >= 1 && sent <= MOST_QUANTITY) return sent;
  const message = `quantity is ${sent}: it takes a whole number from 1 to 100000.`;
  throw new RejectedEvent('EVENT_QUANTITY_INVALID', ['order', 'quantity'], message);
}

/** A decimal in yuan, up to 99999999.99, as 分; undefined for what is none. */
export function readFen(sent: string | null | undefined): number | undefined {
  const [, yuan, fraction = ''] = AMOUNT.exec(sent ?? '') ?? [];
  return yuan === undefined ? undefined : Number(yuan) * 100 + Number(fraction.padEnd(2, '0'));
}

function readAmount(sent: string | null | undefined, stage: Stage): number {
  const fen = readFen(sent);
  if (fen !== undefined && (fen > 0 || stage !== 'REFUND')) return fen;
  const wrong = sent ? `amount is ${shown(sent)}` : 'amount is missing';
  const right = stage === 'REFUND' ? 'a decimal above 0, such as 129.00' : 'a decimal such as 129.00';
  throw new RejectedEvent('EVENT_AMOUNT_INVALID', ['order', 'amount'], `${wrong}: it takes ${right}.`);
}

/** There is one currency until a rule for totals over several exists, so that it is checked and not kept. */
function checkCurrency(sent: string | null | undefined): void {
  if (sent === 'CNY') return;
  const wrong = sent ? `currencyCode is ${shown(sent)}` : 'currencyCode is missing';
  throw new RejectedEvent('EVENT_CURRENCY_INVALID', ['order', 'currencyCode'], `${wrong}: it takes CNY.`);
}

function readOneOf<T extends string>(
  values: readonly T[],
  sent: string | null | undefined,
  name: string,
  code: EventReason,
): T | null {
  if (sent == null) return null;
  const value = values.find((each) => each === sent);
  if (value) return value;
  const message = `${name} is ${shown(sent)}: it is one of ${values.join(', ')}.`;
  throw new RejectedEvent(code, ['order', name], message);
}

function readRefundOf(stage: Stage, sent: string | null | undefined): string | null {
  if (sent == null) return null;
  const field = ['order', 'refundOfEventId'];
  if (stage === 'REFUND') return checkName(sent, 128, field, 'EVENT_REFUND_OF_INVALID');
  const message = `refundOfEventId stands on a ${stage}: only a REFUND takes it.`;
  throw new RejectedEvent('EVENT_REFUND_OF_INVALID', field, message);
}
