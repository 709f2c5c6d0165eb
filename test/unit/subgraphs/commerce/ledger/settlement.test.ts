import { expect, test } from 'vitest';
import { settlementAt } from '../../../../../subgraphs/commerce/ledger/settlement.ts';

const DAY = 86_400_000;
const TERMS = { returnDays: 7, receiveDays: 15 };

test('money is estimated until the order is received, held through the return period, then payable', () => {
  const order = { countedAt: 0, receivedAt: 3 * DAY };
  expect(settlementAt(order, TERMS, 3 * DAY - 1)).toEqual({ stage: 'ESTIMATED', heldUntil: null, nextAt: 3 * DAY });
  expect(settlementAt(order, TERMS, 3 * DAY)).toEqual({ stage: 'HELD', heldUntil: 10 * DAY, nextAt: 10 * DAY });
  expect(settlementAt(order, TERMS, 10 * DAY)).toEqual({ stage: 'PAYABLE', heldUntil: 10 * DAY, nextAt: null });
});

test('an order whose receipt nobody tells of counts as received after its days, and nothing that is told later holds it longer', () => {
  expect(settlementAt({ countedAt: 0, receivedAt: null }, TERMS, 15 * DAY).stage).toBe('HELD');
  expect(settlementAt({ countedAt: 0, receivedAt: 90 * DAY }, TERMS, 22 * DAY).stage).toBe('PAYABLE');
});
