import type { PeriodKind } from '../../kit/people/lattice.ts';
import { type ToldShare, tellExactShare, tellRoundedShare } from '../../kit/people/people-share.ts';
import type { SearchedBeforeCell } from './cells.ts';

/**
 * The share of buyers who had searched, where those in it and those who are not are enough without whom a merchant may have invented: otherwise a
 * few would be told by adding buyers whose searches one knows.
 * @param least the fewest persons that may be told of
 */
export function tellSearchedBefore(kind: PeriodKind, cell: SearchedBeforeCell | undefined, least: number): ToldShare {
  const { buyers, searched, vouched = buyers, searchedVouched = searched } = cell ?? { buyers: 0, searched: 0 };
  const tell = kind === 'MONTH' ? tellExactShare : tellRoundedShare;
  return tell({ people: searched, vouched: searchedVouched }, { people: buyers, vouched }, least);
}
