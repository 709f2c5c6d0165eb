import { DAY } from '../calendar.ts';
import { apportion } from '../random/apportion.ts';
import type { ClickFact } from './ledger.ts';
import type { ReadFact, SignFact } from './looks.ts';

/** The windows and their lengths in milliseconds; the boundary belongs to them. */
export const TRUTH_WINDOWS = { HOURS_24: DAY, DAYS_7: 7 * DAY, DAYS_15: 15 * DAY, DAYS_30: 30 * DAY } as const;
export type TruthWindow = keyof typeof TRUTH_WINDOWS;
export const TRUTH_WINDOW_KEYS = Object.keys(TRUTH_WINDOWS) as TruthWindow[];

export const TRUTH_MODELS = [
  'LAST_CLICK',
  'FIRST_CLICK',
  'LINEAR',
  'POSITION_BASED',
  'TIME_DECAY',
  'READ_THROUGH',
] as const;
export type TruthModel = (typeof TRUTH_MODELS)[number];

/** Credit is counted in millionths. */
const WHOLE = 1_000_000;
const MOST_TOUCHES = 100;
const HALF_LIFE = 7 * DAY;

/** Something that may have come of a click or a read. */
export interface Outcome {
  readonly person: string | undefined;
  readonly shopId: string;
  readonly at: number;
  /** Clicks that it names itself. */
  readonly clickIds: Iterable<string>;
}

/** What was known when the credit was judged. */
export interface Known {
  readonly clicks: readonly ClickFact[];
  readonly reads: readonly ReadFact[];
  readonly signs: readonly SignFact[];
}

/** A touch with its credit in millionths, which is more than nothing, for what was done in a shop. */
export interface Share {
  readonly touch: ClickFact | ReadFact;
  readonly shopId: string;
  readonly credit: number;
}

/**
 * Who has the credit for an outcome within a window, by a model; nobody, or shares that sum to `WHOLE`, oldest touch first.
 * @param known anything; what may not have credit is passed over
 */
export function sharesOf(outcome: Outcome, known: Known, window: TruthWindow, model: TruthModel): Share[] {
  const touches = touchesOf(outcome, known.clicks, window);
  if (model === 'READ_THROUGH') {
    const read = touches.length === 0 ? readOf(outcome, known, window) : undefined;
    return read ? [{ touch: read, shopId: outcome.shopId, credit: WHOLE }] : [];
  }
  if (touches.length === 0) return [];
  // What rounding leaves goes to the newest of equals, and apportion gives it to the first.
  const weights = touches.map((touch, place) => weightOf(model, place, touches.length, outcome.at - touch.at));
  const credits = apportion(WHOLE, weights.toReversed()).toReversed();
  return touches
    .map((touch, place) => ({ touch, shopId: outcome.shopId, credit: credits[place] ?? 0 }))
    .filter(({ credit }) => credit > 0);
}

/** Splits money by shares. */
export function splitBy(shares: readonly Share[], fen: number): number[] {
  const credits = shares.map(({ credit }) => credit).toReversed();
  return apportion(fen, credits).toReversed();
}

function weightOf(model: TruthModel, place: number, touches: number, age: number): number {
  const ends = Number(place === 0) + Number(place === touches - 1);
  if (model === 'LAST_CLICK') return Number(place === touches - 1);
  if (model === 'FIRST_CLICK') return Number(place === 0);
  if (model === 'TIME_DECAY') return 2 ** (-age / HALF_LIFE);
  if (model === 'LINEAR' || touches <= 2) return 1;
  return ends > 0 ? 0.4 : 0.2 / (touches - 2);
}

/** The clicks into the same shop by the same person, or named, at or before it and within the window; of many the newest. */
function touchesOf(outcome: Outcome, clicks: readonly ClickFact[], window: TruthWindow): ClickFact[] {
  const named = new Set(outcome.clickIds);
  return clicks
    .filter(({ shopId, at }) => shopId === outcome.shopId && isWithin(at, outcome.at, window))
    .filter(({ person, id }) => (person && person === outcome.person) || (id && named.has(id)))
    .sort((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1))
    .slice(-MOST_TOUCHES);
}

/** The newest read of a note that led into the shop, where the person visited it or searched from then on. */
function readOf(outcome: Outcome, { reads, signs }: Known, window: TruthWindow): ReadFact | undefined {
  const newest = reads
    .filter(({ person, shopIds }) => person === outcome.person && shopIds.has(outcome.shopId))
    .filter(({ at }) => isWithin(at, outcome.at, window))
    .sort((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1))
    .at(-1);
  const went = signs.some(
    ({ person, shopId, at }) =>
      person === outcome.person &&
      (shopId === undefined || shopId === outcome.shopId) &&
      newest !== undefined &&
      at >= newest.at &&
      at <= outcome.at,
  );
  return went ? newest : undefined;
}

function isWithin(at: number, outcomeAt: number, window: TruthWindow): boolean {
  return at <= outcomeAt && outcomeAt - at <= TRUTH_WINDOWS[window];
}
