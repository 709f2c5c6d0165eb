import { expect, test } from 'vitest';
import { countConversions } from '../../../../subgraphs/world/truth/conversions.ts';
import { readLedger } from '../../../../subgraphs/world/truth/ledger.ts';
import { makeWorld } from '../../../../subgraphs/world/world.ts';

const world = makeWorld({ scale: 'S', seed: 1, now: new Date('2026-01-15T12:00:00.000Z') });

/** What a trap's events come to, all together. */
function figuresOf(name: string) {
  const trap = world.traps.find((one) => one.name === name);
  const ledger = readLedger(trap?.events ?? [], world.catalog);
  return { ledger, figures: countConversions(ledger).of('ALL', '', 'EVER') };
}

test('window edges: two of the three orders of each window are within it', () => {
  const { windows } = figuresOf('windowEdges').figures;
  expect(Object.values(windows).map(({ LAST_CLICK }) => LAST_CLICK.orders)).toEqual([2, 5, 8, 11]);
  expect(Object.values(windows).map(({ LAST_CLICK }) => LAST_CLICK.shopVisits)).toEqual([2, 5, 8, 11]);
});

test('consent flips: neither order is credited', () => {
  const { figures, ledger } = figuresOf('consentFlips');
  expect(ledger.counts.denied).toBe(5);
  expect([figures.taps, figures.windows.DAYS_30.LAST_CLICK.orders]).toEqual([1, 0]);
});

test('strangers: no click, no credit', () => {
  expect(figuresOf('strangers').figures.windows.DAYS_30.LAST_CLICK).toMatchObject({ orders: 0, shopVisits: 0 });
});

test('straddlers: the order counts once, whole, in the window of its first line', () => {
  const { figures, ledger } = figuresOf('straddlers');
  expect(ledger.orders).toHaveLength(1);
  expect(figures.windows.HOURS_24.LAST_CLICK.orders).toBe(0);
  expect(figures.windows.DAYS_7.LAST_CLICK).toMatchObject({
    orders: 1,
    grossSales: ledger.orders[0]?.payments.reduce((sum, { amount }) => sum + amount, 0),
  });
});

test('conflicts: the first amount stays', () => {
  const { figures, ledger } = figuresOf('conflicts');
  expect(ledger.counts.conflicts).toBe(3);
  expect(figures.windows.DAYS_15.LAST_CLICK.grossSales).toBeGreaterThan(300);
});

test('late clicks are credited as if they had come in time', () => {
  expect(figuresOf('lateClicks').figures.windows.HOURS_24.LAST_CLICK).toMatchObject({ orders: 2, shopVisits: 2 });
});

test('nine people know the shop that stands apart', () => {
  const people = new Set(
    [...world.events()]
      .filter(({ input }) => input.shopId === world.catalog.shops.at(-1)?.id)
      .map(({ input }) => input.personKey),
  );
  expect(people.size).toBe(9);
});
