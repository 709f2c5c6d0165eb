import { type ToldShare, tellExactShare } from '../../kit/people/exact-share.ts';
import type { SearchedBeforeCell } from './cells.ts';

/**
 * The share of buyers who had searched, where those in it and those who are not are enough without whom a merchant may have invented: otherwise a
 * few would be told by adding buyers whose searches one knows.
 * @param least the fewest persons that may be told of
 */
export function tellSearchedBefore(cell: SearchedBeforeCell | undefined, least: number): ToldShare {
  const { buyers, searched } = cell ?? { buyers: 0, searched: 0 };
  const { withheld } = tellExactShare(cell?.searchedVouched ?? searched, cell?.vouched ?? buyers, least);
  return withheld === null ? tellExactShare(searched, buyers, least) : { share: null, withheld };
}
