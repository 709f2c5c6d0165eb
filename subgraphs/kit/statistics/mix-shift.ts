/** One part of a whole in two periods: what was counted, and of how many. */
export interface Part {
  readonly baseline: { readonly count: number; readonly of: number };
  readonly current: { readonly count: number; readonly of: number };
}

/** How much of a change of a whole comes from its parts' shares in it. */
export interface MixShift {
  /** The change of the rate had each part kept the share of the denominator that it had in the baseline period. */
  readonly changeAtBaselineMix: number;
  /** Whether that has the other sign than the change as it is, so that the latter says nothing of the parts. */
  readonly misleads: boolean;
}

/**
 * Direct standardisation to the baseline's mix (Rothman, Greenland and Lash, Modern Epidemiology, 3rd edition, chapter 15). Where every
 * part's rate rises, the standardised one does too: a whole that falls all the same is Simpson's paradox (Simpson, Journal of the Royal Statistical Society B
 * 13 (1951) 238–241), and told as misleading, as is every other reversal of sign.
 * @returns undefined where nothing was counted in the baseline, or a part of the baseline is not there any more
 */
export function mixShift(parts: readonly Part[]): MixShift | undefined {
  const before = rateOf(parts.map(({ baseline }) => baseline));
  const after = rateOf(parts.map(({ current }) => current));
  const kept = parts.filter(({ baseline }) => baseline.of > 0);
  if (!before || after === undefined || kept.some(({ current }) => current.of === 0)) return undefined;
  const weighed = kept.reduce((sum, { baseline, current }) => sum + baseline.of * (current.count / current.of), 0);
  const size = kept.reduce((sum, { baseline }) => sum + baseline.of, 0);
  const changeAtBaselineMix = weighed / size / before - 1;
  return { changeAtBaselineMix, misleads: Math.sign(changeAtBaselineMix) * Math.sign(after / before - 1) < 0 };
}

function rateOf(parts: readonly { readonly count: number; readonly of: number }[]): number | undefined {
  const of = parts.reduce((sum, part) => sum + part.of, 0);
  return of === 0 ? undefined : parts.reduce((sum, part) => sum + part.count, 0) / of;
}
