const SETTLING_MS = 72 * 3_600_000;

export type Finality = 'LIVE' | 'PROVISIONAL' | 'FINAL';

/** How complete a figure is, as the contract's Freshness has it. */
export interface Freshness {
  readonly asOf: Date;
  readonly watermark: Date;
  readonly finality: Finality;
}

/** What a figure's freshness follows from. */
export interface FreshnessBasis {
  /** The newest event counted; undefined where nothing ever was. */
  readonly newest: Date | undefined;
  /** The end of the figure's range (the first instant after it); undefined for a figure over all time, which stays LIVE. */
  readonly end: Date | undefined;
  /** The attribution window, in milliseconds; 0 for what is only counted. */
  readonly window: number;
  /** How late an event is expected to be at most, in milliseconds. */
  readonly lateness: number;
  readonly now: Date;
}

/**
 * Freshness of a figure: LIVE until its range has ended and the window after it has closed, PROVISIONAL for 72 hours, then FINAL. A
 * figure of which nothing was ever counted is as of its watermark.
 */
export function freshnessOf({ newest, end, window, lateness, now }: FreshnessBasis): Freshness {
  const watermark = new Date(now.getTime() - lateness);
  const age = end === undefined ? -1 : now.getTime() - end.getTime() - window;
  return {
    asOf: newest ?? watermark,
    watermark,
    finality: age < 0 ? 'LIVE' : age < SETTLING_MS ? 'PROVISIONAL' : 'FINAL',
  };
}
