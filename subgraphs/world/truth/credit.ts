import type { ClickFact } from './ledger.ts';

/** The windows and their lengths in milliseconds; the boundary belongs to them. */
export const TRUTH_WINDOWS = {
  HOURS_24: 24 * 3_600_000,
  DAYS_7: 7 * 24 * 3_600_000,
  DAYS_15: 15 * 24 * 3_600_000,
  DAYS_30: 30 * 24 * 3_600_000,
} as const;
export type TruthWindow = keyof typeof TRUTH_WINDOWS;
export const TRUTH_WINDOW_KEYS = Object.keys(TRUTH_WINDOWS) as TruthWindow[];

/** Something that may have come of a click. */
export interface Outcome {
  readonly person: string | undefined;
  readonly shopId: string;
  readonly at: number;
  /** Clicks that it names itself. */
  readonly clickIds: Iterable<string>;
}

/** The click to which an outcome is credited within a window; undefined for none. */
export type LastClick = (outcome: Outcome, window: TruthWindow) => ClickFact | undefined;

/**
 * LAST_CLICK: all credit to the newest click by the same person into the same shop, or one that the outcome names, at or before it and
 * within the window. Among clicks of one instant the one with the greater name.
 */
export function lastClickOf(clicks: readonly ClickFact[]): LastClick {
  const byPerson = new Map<string, ClickFact[]>();
  const byId = new Map<string, ClickFact>();
  for (const click of clicks) {
    if (click.id) byId.set(click.id, click);
    if (!click.person) continue;
    const own = byPerson.get(click.person);
    if (own) own.push(click);
    else byPerson.set(click.person, [click]);
  }
  return (outcome, window) => {
    const touches = [...((outcome.person && byPerson.get(outcome.person)) || [])];
    for (const id of outcome.clickIds) {
      const named = byId.get(id);
      if (named) touches.push(named);
    }
    let best: ClickFact | undefined;
    for (const touch of touches) {
      if (touch.shopId !== outcome.shopId || touch.at > outcome.at) continue;
      if (outcome.at - touch.at > TRUTH_WINDOWS[window]) continue;
      if (!best || touch.at > best.at || (touch.at === best.at && touch.name > best.name)) best = touch;
    }
    return best;
  };
}
