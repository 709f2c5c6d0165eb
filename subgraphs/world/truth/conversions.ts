import { DAY, dayNumber } from '../calendar.ts';
import { ConversionTruth } from './conversion-truth.ts';
import { TRUTH_WINDOW_KEYS, TRUTH_WINDOWS, type TruthWindow } from './credit.ts';
import { type Entry, orderEntries, stepEntries, subjectsOfClick } from './entries.ts';
import { FirstOrders } from './first-orders.ts';
import { KnownFacts } from './known-facts.ts';
import { type ClickFact, type Ledger, orderOn } from './ledger.ts';
import type { Looks } from './looks.ts';
import { periodsAt } from './periods.ts';

/** A day's figures are final when the window after it has closed and three more days have passed. */
const SETTLING_DAYS = 3;
const NO_LOOKS: Looks = { reads: [], signs: [] };

/**
 * Adds up what the ledger's events come to, in every model and window. An outcome is followed day by day, as far as anything about it
 * became known: what a day changed is booked on the day that it is of or, where that was final by then, on the day itself.
 */
export function countConversions(ledger: Ledger, looks: Looks = NO_LOOKS): ConversionTruth {
  return countWithin(periodsAt, ledger, looks);
}

/** The same in other periods. @param periods those in which an instant lies */
export function countWithin<Period extends string>(
  periods: (instant: number) => readonly Period[],
  ledger: Ledger,
  looks: Looks,
): ConversionTruth<Period> {
  const truth = new ConversionTruth<Period>(periods);
  for (const click of ledger.clicks) countClick(truth, click);
  const facts = new KnownFacts(ledger.clicks, looks);
  for (const step of ledger.steps) {
    const outcome = { ...step, clickIds: step.clickId ? [step.clickId] : [] };
    const days = facts.daysOf(outcome).filter((day) => day > step.knownOn);
    book(truth, [step.knownOn, ...days], (day) => stepEntries(step, outcome, facts.knownBy(outcome, day)));
  }
  const firsts = new FirstOrders(ledger.orders);
  for (const order of ledger.orders) {
    const own = [...order.payments, ...order.refunds].map(({ knownOn }) => knownOn);
    const outcomes = own.flatMap((day) => orderOn(order, day) ?? []);
    const days = [...own, ...firsts.daysOf(order), ...outcomes.flatMap((outcome) => facts.daysOf(outcome))];
    book(truth, days, (day) => {
      const outcome = orderOn(order, day);
      return outcome ? orderEntries(outcome, facts.knownBy(outcome, day), firsts.isFirst(order, day)) : [];
    });
  }
  return truth;
}

function countClick<Period extends string>(truth: ConversionTruth<Period>, click: ClickFact): void {
  for (const subject of subjectsOfClick(click)) {
    for (const cell of truth.cells(subject, dayNumber(click.at))) {
      cell.taps += 1;
      if (click.invalidOn === null) cell.validTaps += 1;
    }
    for (const window of TRUTH_WINDOW_KEYS) {
      for (const cell of truth.cells(subject, bookedOn(click.at, window, click.knownOn))) cell.linkClicks[window] += 1;
      if (click.invalidOn === null) continue;
      for (const cell of truth.cells(subject, bookedOn(click.at, window, click.invalidOn)))
        cell.linkClicks[window] -= 1;
    }
  }
}

/** The day on which something is booked that became known on a day. */
function bookedOn(at: number, window: TruthWindow, knownOn: number): number {
  const day = dayNumber(at);
  const finalFrom = day + 1 + TRUTH_WINDOWS[window] / DAY + SETTLING_DAYS;
  return knownOn >= finalFrom ? knownOn : day;
}

/** Books what each day changed of an outcome's entries. */
function book<Period extends string>(
  truth: ConversionTruth<Period>,
  days: readonly number[],
  entriesOn: (day: number) => readonly Entry[],
): void {
  let before: readonly Entry[] = [];
  for (const day of [...new Set(days)].sort((a, b) => a - b)) {
    const after = entriesOn(day);
    add(truth, before, -1, day);
    add(truth, after, 1, day);
    before = after;
  }
}

function add<Period extends string>(
  truth: ConversionTruth<Period>,
  entries: readonly Entry[],
  sign: 1 | -1,
  knownOn: number,
): void {
  for (const { subject, window, model, figure, amount, at } of entries)
    for (const cell of truth.cells(subject, bookedOn(at, window, knownOn)))
      cell.windows[window][model][figure] += sign * amount;
}
