import { describe, expect, it } from 'vitest';
import { compareFigures, tellDifferences } from './compare-figures.ts';
import { expectedFigures, type Figure } from './expected-figures.ts';
import type { RawEvent } from './raw-event.ts';

/** Worlds so small that what they come to is worked out by hand, here beside them. */

const DAY = 86_400_000;
/** Noon of 7 May 2025 in Shanghai. */
const NOON = Date.parse('2025-05-07T12:00:00+08:00');

let made = 0;

function event(stage: string, at: number, more: Partial<RawEvent> = {}): RawEvent {
  made += 1;
  const nothing = { click_id: null, source_id: null, link_id: null, note_id: null, search_id: null, product_id: null };
  const name = String(made).padStart(4, '0');
  return {
    ...nothing,
    conversion: `conversion-${name}`,
    platform_id: 'platform_taobao',
    event_id: `event-${name}`,
    consent: 'GRANTED',
    stage,
    occurred_at: at,
    recorded_at: at,
    retired_at: null,
    person: 'anna',
    shop_id: 'shop_1',
    order_id: null,
    line_id: null,
    amount_fen: null,
    read_shops: null,
    ...more,
  };
}

/** A tap on the link of a note's number: link_1 of note_1 to product_1, and so on; all lead into shop_1. */
function click(number: number, at: number, more: Partial<RawEvent> = {}): RawEvent {
  const led = { note_id: `note_${number}`, link_id: `link_${number}`, product_id: `product_${number}` };
  return event('LINK_CLICK', at, { ...led, ...more });
}

const visit = (at: number, more: Partial<RawEvent> = {}) => event('SHOP_VISIT', at, more);
const read = (note: number, at: number, more: Partial<RawEvent> = {}) =>
  event('READ', at, { shop_id: null, source_id: `note_${note}`, read_shops: ['shop_1'], ...more });
const paid = (order: string, fen: number, at: number, more: Partial<RawEvent> = {}) =>
  event('ORDER_PAID', at, { order_id: order, line_id: '1', amount_fen: fen, ...more });
const refund = (order: string, fen: number, at: number, more: Partial<RawEvent> = {}) =>
  event('REFUND', at, { order_id: order, line_id: '1', amount_fen: fen, ...more });

/** Figures that fit, as `day: amount` by what is asked for; `NOTE note_1 DAYS_7 LINEAR orders`. */
function told(figures: readonly Figure[], asked: string): Record<string, number> {
  const found = figures.filter(
    ({ kind, id, window, model, figure }) => asked === [kind, id, window, model, figure].filter(Boolean).join(' '),
  );
  return Object.fromEntries(found.map(({ day, amount }) => [day, amount]));
}

/** Credit for the one order of a world, by note, in one window. */
async function creditByNote(events: RawEvent[], model: string, window = 'DAYS_30') {
  const figures = await expectedFigures(events);
  return Object.fromEntries(
    figures
      .filter((one) => one.kind === 'NOTE' && one.model === model && one.window === window)
      .filter((one) => one.figure === 'creditedOrders')
      .map(({ id, amount }) => [id, amount]),
  );
}

describe('the oracle', () => {
  it('counts a click for note, link, product, shop and searched text, in every window, under every model alike', async () => {
    const search_id = `search_${'f'.repeat(16)}_${'r'.repeat(22)}`;
    const figures = await expectedFigures([click(1, NOON, { search_id })]);
    expect(figures).toHaveLength(5 * 4);
    for (const subject of [
      'NOTE note_1',
      'LINK link_1',
      'PRODUCT product_1',
      'SHOP shop_1',
      `SEARCH ${'f'.repeat(16)}`,
    ])
      expect(told(figures, `${subject} DAYS_7 linkClicks`)).toEqual({ '2025-05-07': 1 });
  });

  it('shares the credit of three clicks as each model has it, and leaves out who denied consent', async () => {
    const events = [
      click(1, NOON - 14 * DAY),
      click(2, NOON - 7 * DAY),
      click(3, NOON),
      click(4, NOON, { consent: 'DENIED', person: null }),
      paid('order', 10_000, NOON),
    ];
    expect(await creditByNote(events, 'LAST_CLICK')).toEqual({ note_3: 1_000_000 });
    expect(await creditByNote(events, 'FIRST_CLICK')).toEqual({ note_1: 1_000_000 });
    // A third each is 333,333; the one millionth that is left goes to the newest.
    expect(await creditByNote(events, 'LINEAR')).toEqual({ note_1: 333_333, note_2: 333_333, note_3: 333_334 });
    expect(await creditByNote(events, 'POSITION_BASED')).toEqual({ note_1: 400_000, note_2: 200_000, note_3: 400_000 });
    // Weights 1/4, 1/2 and 1 of 7/4: 142,857.1, 285,714.3 and 571,428.6.
    expect(await creditByNote(events, 'TIME_DECAY')).toEqual({ note_1: 142_857, note_2: 285_714, note_3: 571_429 });
    expect(await creditByNote(events, 'READ_THROUGH')).toEqual({});
    // Eight days before lies outside of a week; exactly seven lies within.
    expect(await creditByNote(events, 'POSITION_BASED', 'DAYS_7')).toEqual({ note_2: 500_000, note_3: 500_000 });
  });

  it('shares a fifth between those in the middle, what is left to the newest of them', async () => {
    const clicks = [1, 2, 3, 4, 5].map((number) => click(number, NOON - (5 - number) * DAY));
    expect(await creditByNote([...clicks, paid('order', 1, NOON)], 'POSITION_BASED')).toEqual({
      note_1: 400_000,
      note_2: 66_666,
      note_3: 66_667,
      note_4: 66_667,
      note_5: 400_000,
    });
  });

  it('takes the newest hundred of more touches', async () => {
    const clicks = Array.from({ length: 103 }, (_, index) => click(index, NOON - index));
    const credit = await creditByNote([...clicks, paid('order', 1, NOON)], 'LINEAR');
    expect(Object.keys(credit)).toHaveLength(100);
    expect(credit.note_99).toBe(10_000);
    expect(await creditByNote([...clicks, paid('order', 1, NOON)], 'FIRST_CLICK')).toEqual({ note_99: 1_000_000 });
  });

  it('splits the money of an order and of each refund by credit, on the day of each; of equal rests the newest gets one more', async () => {
    const figures = await expectedFigures([
      click(1, NOON - 3),
      click(2, NOON - 2),
      paid('order', 100, NOON, { line_id: '1' }),
      paid('order', 1, NOON + DAY, { line_id: '2' }),
      refund('order', 7, NOON + 2 * DAY),
      // Of this line 93 are left.
      refund('order', 100, NOON + 3 * DAY),
      // Of a line that nobody paid.
      refund('order', 5, NOON, { line_id: '3' }),
    ]);
    expect(told(figures, 'NOTE note_1 DAYS_7 LINEAR grossSales')).toEqual({ '2025-05-07': 50 });
    expect(told(figures, 'NOTE note_2 DAYS_7 LINEAR grossSales')).toEqual({ '2025-05-07': 51 });
    expect(told(figures, 'NOTE note_1 DAYS_7 LINEAR refunds')).toEqual({ '2025-05-09': 3, '2025-05-10': 46 });
    expect(told(figures, 'NOTE note_2 DAYS_7 LINEAR refunds')).toEqual({ '2025-05-09': 4, '2025-05-10': 47 });
    expect(told(figures, 'SHOP shop_1 DAYS_7 LINEAR refunds')).toEqual({ '2025-05-09': 7, '2025-05-10': 93 });
    expect(told(figures, 'SHOP shop_1 DAYS_7 LINEAR orders')).toEqual({ '2025-05-07': 1 });
    expect(told(figures, 'SHOP shop_1 DAYS_7 LINEAR creditedOrders')).toEqual({ '2025-05-07': 1_000_000 });
  });

  it('counts a buyer’s first paid order in a shop as a new customer’s, and no anonymous one', async () => {
    const figures = await expectedFigures([
      click(1, NOON, { click_id: 'click_1' }),
      paid('b', 1, NOON + 1),
      paid('a', 1, NOON + 1),
      paid('c', 1, NOON + 2),
      paid('d', 1, NOON + 3, { person: null, click_id: 'click_1' }),
    ]);
    expect(told(figures, 'NOTE note_1 HOURS_24 LAST_CLICK orders')).toEqual({ '2025-05-07': 4 });
    expect(told(figures, 'NOTE note_1 HOURS_24 LAST_CLICK newCustomerOrders')).toEqual({ '2025-05-07': 1 });
  });

  it('passes on who was first when a line that names no person turns out to be later, by an adjustment for both orders', async () => {
    const [corrected, minute] = [NOON + 20 * DAY, 60_000];
    const nameless = { person: null, line_id: '2', conversion: 'nameless' };
    const figures = await expectedFigures([
      click(1, NOON - 1),
      paid('early', 1, NOON, { ...nameless, retired_at: corrected }),
      paid('early', 1, NOON + 120 * minute),
      click(2, NOON + 30 * minute),
      paid('late', 1, NOON + 60 * minute),
      paid('early', 1, NOON + 90 * minute, { ...nameless, recorded_at: corrected }),
    ]);
    expect(told(figures, 'NOTE note_1 HOURS_24 LAST_CLICK newCustomerOrders')).toEqual({
      '2025-05-07': 1,
      '2025-05-27': -1,
    });
    expect(told(figures, 'NOTE note_2 HOURS_24 LAST_CLICK newCustomerOrders')).toEqual({ '2025-05-27': 1 });
  });

  it('credits no click by an id that a correction took from it', async () => {
    const nameless = { person: null, conversion: 'tap' };
    const figures = await expectedFigures([
      click(1, NOON - 2, { ...nameless, click_id: 'click_1', retired_at: NOON + 1 }),
      click(1, NOON - 3, { ...nameless, recorded_at: NOON + 1 }),
      visit(NOON, { click_id: 'click_1' }),
    ]);
    expect(told(figures, 'NOTE note_1 DAYS_7 linkClicks')).toEqual({ '2025-05-07': 1 });
    expect(told(figures, 'NOTE note_1 DAYS_7 LAST_CLICK shopVisits')).toEqual({});
  });

  it('credits the newest read where no click led, if a visit or a search came after it; to its note and the shop alone', async () => {
    const journey = [read(1, NOON - 5), read(2, NOON - 4), visit(NOON - 3), paid('order', 100, NOON)];
    const figures = await expectedFigures(journey);
    expect(told(figures, 'NOTE note_2 DAYS_7 READ_THROUGH grossSales')).toEqual({ '2025-05-07': 100 });
    expect(told(figures, 'NOTE note_2 DAYS_7 READ_THROUGH shopVisits')).toEqual({ '2025-05-07': 1 });
    expect(told(figures, 'SHOP shop_1 DAYS_7 READ_THROUGH orders')).toEqual({ '2025-05-07': 1 });
    expect(new Set(figures.map(({ kind }) => kind))).toEqual(new Set(['NOTE', 'SHOP']));
    expect(await creditByNote([...journey, read(3, NOON - 1)], 'READ_THROUGH')).toEqual({});
    const searched = [read(3, NOON - 2), event('SEARCH', NOON - 1, { shop_id: null })];
    expect(await creditByNote([...journey, ...searched], 'READ_THROUGH')).toEqual({ note_3: 1_000_000 });
    expect(await creditByNote([...journey, click(4, NOON - 6)], 'READ_THROUGH')).toEqual({});
    expect(await creditByNote([...journey, read(5, NOON - 1, { read_shops: ['shop_2'] })], 'READ_THROUGH')).toEqual({
      note_2: 1_000_000,
    });
  });

  it('gives each window its own: a read within one in which no click lies', async () => {
    const journey = [click(1, NOON - 3 * DAY), read(2, NOON - 1_000), visit(NOON)];
    const figures = await expectedFigures(journey);
    expect(told(figures, 'NOTE note_2 HOURS_24 READ_THROUGH shopVisits')).toEqual({ '2025-05-07': 1 });
    expect(told(figures, 'NOTE note_2 DAYS_7 READ_THROUGH shopVisits')).toEqual({});
    expect(told(figures, 'NOTE note_1 DAYS_7 LAST_CLICK shopVisits')).toEqual({ '2025-05-07': 1 });
  });

  it('books what comes after a day is FINAL on the day of its arrival, window by window', async () => {
    // A day of 7 May is FINAL from the 12th on in the window of a day, from the 18th on in that of a week.
    const late = Date.parse('2025-05-12T00:00:00+08:00');
    const figures = await expectedFigures([
      click(1, NOON),
      visit(NOON, { recorded_at: late }),
      visit(NOON, { recorded_at: late - 1 }),
    ]);
    expect(told(figures, 'NOTE note_1 HOURS_24 LAST_CLICK shopVisits')).toEqual({ '2025-05-07': 1, '2025-05-12': 1 });
    expect(told(figures, 'NOTE note_1 DAYS_7 LAST_CLICK shopVisits')).toEqual({ '2025-05-07': 2 });
  });

  it('moves credit by an adjustment when a click is told of after the order’s day is FINAL', async () => {
    const late = NOON + 20 * DAY;
    const figures = await expectedFigures([
      click(1, NOON - 2),
      paid('order', 100, NOON),
      click(2, NOON - 1, { recorded_at: late }),
    ]);
    expect(told(figures, 'NOTE note_1 HOURS_24 LAST_CLICK grossSales')).toEqual({
      '2025-05-07': 100,
      '2025-05-27': -100,
    });
    expect(told(figures, 'NOTE note_2 HOURS_24 LAST_CLICK grossSales')).toEqual({ '2025-05-27': 100 });
    expect(told(figures, 'SHOP shop_1 HOURS_24 LAST_CLICK grossSales')).toEqual({ '2025-05-07': 100 });
    expect(told(figures, 'NOTE note_2 HOURS_24 linkClicks')).toEqual({ '2025-05-27': 1 });
    // FINAL only from the 10th of June on.
    expect(told(figures, 'NOTE note_2 DAYS_30 LAST_CLICK grossSales')).toEqual({ '2025-05-07': 100 });
  });

  it('takes back what was retired: in place while it may, later by an adjustment', async () => {
    const figures = await expectedFigures([
      click(1, NOON - 1),
      paid('soon', 100, NOON, { retired_at: NOON + DAY }),
      paid('late', 30, NOON, { retired_at: NOON + 20 * DAY }),
    ]);
    expect(told(figures, 'NOTE note_1 HOURS_24 LAST_CLICK grossSales')).toEqual({
      '2025-05-07': 30,
      '2025-05-27': -30,
    });
    expect(told(figures, 'NOTE note_1 DAYS_30 LAST_CLICK grossSales')).toEqual({});
    // "late" is the lesser name and was the first; when it is gone nothing is.
    expect(told(figures, 'NOTE note_1 HOURS_24 LAST_CLICK newCustomerOrders')).toEqual({
      '2025-05-07': 1,
      '2025-05-27': -1,
    });
  });
});

it('differences are told by name, with both sides, and how many more there are', () => {
  const one = { kind: 'NOTE', id: 'note_1', day: '2025-05-07', window: 'DAYS_7', model: 'LINEAR', figure: 'orders' };
  const differences = compareFigures([{ ...one, amount: 2 }], [{ ...one, model: '', amount: 1 }]);
  expect(tellDifferences(differences, 1)).toBe(
    '2 figures differ\n  NOTE note_1 2025-05-07 DAYS_7 LINEAR orders: 2 expected, 0 kept\n  … and 1 more',
  );
});
