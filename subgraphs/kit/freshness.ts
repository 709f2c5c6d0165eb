/** How long after their time figures still settle, in milliseconds. */
export const SETTLING_MS = 72 * 3_600_000;

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
 * Whether the figures of a range, or of a day, are FINAL: 72 hours after its end and the window after it.
 * @param end the first instant after the range, in milliseconds since 1970
 * @param windowMs the attribution window, in milliseconds
 * @param now in milliseconds since 1970
 */
export function isFinal(end: number, windowMs: number, now: number): boolean {
  return now - end - windowMs >= SETTLING_MS;
}

/**
 * Freshness of a figure: LIVE until its range has ended and the window after it has closed, PROVISIONAL for 72 hours, then FINAL. A
 * figure of which nothing was ever counted is as of its watermark.
 */
export function freshnessOf({ newest, end, window, lateness, now }: FreshnessBasis): Freshness {
  const watermark = new Date(now.getTime() - lateness);
  return { asOf: newest ?? watermark, watermark, finality: finalityOf(end?.getTime(), window, now.getTime()) };
}

function finalityOf(end: number | undefined, windowMs: number, now: number): Finality {
  if (end === undefined || now < end + windowMs) return 'LIVE';
  return isFinal(end, windowMs, now) ? 'FINAL' : 'PROVISIONAL';
}
