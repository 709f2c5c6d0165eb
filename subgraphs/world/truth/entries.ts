import { fingerprintOfSearch } from '../../kit/search-id.ts';
import type { ModelFigures } from './conversion-truth.ts';
import {
  type Known,
  type Outcome,
  type Share,
  sharesOf,
  splitBy,
  TRUTH_MODELS,
  TRUTH_WINDOW_KEYS,
  type TruthModel,
  type TruthWindow,
} from './credit.ts';
import type { ClickFact, OrderOutcome, StepFact } from './ledger.ts';

/** A figure that an outcome adds to. */
export interface Entry {
  readonly subject: string;
  readonly window: TruthWindow;
  readonly model: TruthModel;
  readonly figure: keyof ModelFigures;
  readonly amount: number;
  /** When what it counts happened. */
  readonly at: number;
}

/** What a visit or a cart adds by what is known. */
export function stepEntries({ kind, at }: StepFact, outcome: Outcome, known: Known): Entry[] {
  return everywhere(outcome, known, (shares, where) =>
    [...credits(shares).keys()].map((subject) => ({ ...where, subject, figure: kind, amount: 1, at })),
  );
}

/**
 * What an order adds by what is known.
 * @param isFirst whether it is the buyer's first paid one in the shop
 */
export function orderEntries(order: OrderOutcome, known: Known, isFirst: boolean): Entry[] {
  const { at, gross, refunds } = order;
  return everywhere(order, known, (shares, where) => {
    const entry = (figure: Entry['figure'], when: number) => (subject: string, amount: number) => ({
      ...where,
      subject,
      figure,
      amount,
      at: when,
    });
    const subjects = [...credits(shares).keys()];
    const money = (figure: Entry['figure'], fen: number, when: number) =>
      [...parts(shares, splitBy(shares, fen))].map(([subject, part]) => entry(figure, when)(subject, part));
    return [
      ...subjects.map((subject) => entry('orders', at)(subject, 1)),
      ...subjects.map((subject) => entry('newCustomerOrders', at)(subject, isFirst ? 1 : 0)),
      ...[...credits(shares)].map(([subject, credit]) => entry('creditedOrders', at)(subject, credit)),
      ...money('grossSales', gross, at),
      ...refunds.flatMap((refund) => money('refunds', refund.amount, refund.at)),
    ];
  });
}

/** Whose figures a click's are. */
export function subjectsOfClick({ noteId, linkId, productId, shopId, searchId }: ClickFact): string[] {
  const fingerprint = searchId && fingerprintOfSearch(searchId);
  const subjects = ['ALL ', `NOTE ${noteId}`, `LINK ${linkId}`, `PRODUCT ${productId}`, `SHOP ${shopId}`];
  return fingerprint ? [...subjects, `SEARCH ${fingerprint}`] : subjects;
}

function everywhere(
  outcome: Outcome,
  known: Known,
  entriesOf: (shares: readonly Share[], where: Pick<Entry, 'window' | 'model'>) => Entry[],
): Entry[] {
  return TRUTH_WINDOW_KEYS.flatMap((window) =>
    TRUTH_MODELS.flatMap((model) => {
      const shares = sharesOf(outcome, known, window, model);
      return shares.length === 0 ? [] : entriesOf(shares, { window, model });
    }),
  );
}

/** Each subject's credit. */
function credits(shares: readonly Share[]): Map<string, number> {
  return parts(
    shares,
    shares.map(({ credit }) => credit),
  );
}

/** Each subject's part, where the touches' parts are known. */
function parts(shares: readonly Share[], ofTouches: readonly number[]): Map<string, number> {
  const sums = new Map<string, number>();
  shares.forEach(({ touch, shopId }, place) => {
    const subjects = 'linkId' in touch ? subjectsOfClick(touch) : ['ALL ', `NOTE ${touch.noteId}`, `SHOP ${shopId}`];
    for (const subject of subjects) sums.set(subject, (sums.get(subject) ?? 0) + (ofTouches[place] ?? 0));
  });
  return sums;
}
