/** What a note did for a shop within a period: events alone, but for how many persons clicked. */
export interface NoteResult {
  readonly noteId: string;
  readonly clicks: number;
  /** Credit in paid orders, in millionths. */
  readonly credited: number;
  /** In 分. */
  readonly netSales: number;
  /** Distinct persons who clicked and whom no merchant can have invented; never told. */
  readonly people: number;
}

/** From where on a note performs. */
export interface ProposalThresholds {
  readonly leastClicks: number;
  readonly leastPeople: number;
  /** How much of the shop's rate the note's must exceed, in percent: 120 is a fifth more. */
  readonly leastLiftPercent: number;
  /** How much of the note's net sales is proposed as budget, in percent. */
  readonly budgetPercent: number;
}

/** A note that is proposed to be boosted, with the figures that led to it. */
export interface ProposedBoost extends Omit<NoteResult, 'people'> {
  /** Of the note's rate of conversion, at 95 %. */
  readonly rateAtLeast: number;
  /** Of all notes of the shop. */
  readonly shopRate: number;
  /** In 分, whole yuan. */
  readonly budget: number;
}

const MOST_PROPOSED = 20;
/** The quantile of the normal distribution for 95 % on two sides. */
const Z = 1.959964;
const WHOLE = 1_000_000;
const YUAN = 100;

/**
 * The notes that perform (流量加投, 反哺): those whose rate of conversion, credited orders / clicks, is above the shop's by the least lift even at the low
 * end of its 95 % interval (Wilson's score interval, which few clicks make wide), with enough clicks by enough persons. The budget is a
 * part of what they sold, in whole yuan. Those that sold most come first.
 * @param notes all that led into the shop within the period
 */
export function proposeBoosts(notes: readonly NoteResult[], thresholds: ProposalThresholds): ProposedBoost[] {
  const clicks = notes.reduce((sum, note) => sum + note.clicks, 0);
  const credited = notes.reduce((sum, note) => sum + note.credited, 0);
  if (clicks === 0) return [];
  const shopRate = credited / WHOLE / clicks;
  return notes
    .filter((note) => note.clicks >= thresholds.leastClicks && note.people >= thresholds.leastPeople)
    .map(({ people: _people, ...note }) => ({
      ...note,
      rateAtLeast: wilsonLow(note.credited / WHOLE, note.clicks),
      shopRate,
      budget: Math.floor((note.netSales * thresholds.budgetPercent) / 100 / YUAN) * YUAN,
    }))
    .filter(({ rateAtLeast, budget }) => rateAtLeast > (shopRate * thresholds.leastLiftPercent) / 100 && budget > 0)
    .sort((a, b) => b.netSales - a.netSales || (a.noteId < b.noteId ? -1 : 1))
    .slice(0, MOST_PROPOSED);
}

/**
 * The low end of Wilson's score interval at 95 %.
 * https://en.wikipedia.org/wiki/Binomial_proportion_confidence_interval#Wilson_score_interval
 */
export function wilsonLow(successes: number, trials: number): number {
  const rate = Math.min(1, successes / trials);
  const square = (Z * Z) / trials;
  const middle = rate + square / 2;
  const half = Z * Math.sqrt((rate * (1 - rate)) / trials + square / trials / 4);
  return Math.max(0, (middle - half) / (1 + square));
}
