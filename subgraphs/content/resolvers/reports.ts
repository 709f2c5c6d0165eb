import { checkRange } from '../../kit/calendar.ts';
import { ratio } from '../../kit/decimal.ts';
import { readDecided } from '../../kit/people/decided-cells.ts';
import { isForgotten } from '../../kit/people/forget-decided.ts';
import { checkPeriod, isClosed, type Period } from '../../kit/people/lattice.ts';
import { tellExactShare, tellRoundedShare } from '../../kit/people/people-share.ts';
import { freshnessOfPeriod } from '../../kit/people/period-freshness.ts';
import { yearBefore } from '../../kit/people/year-before.ts';
import { readUpliftId } from '../../kit/uplift-id.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import type { SearchInsightsModel } from '../models.ts';
import { READERSHIP_INDUSTRIES, type Readership, readershipKey } from '../reports/readership.ts';
import { type SearchPeople, searchPeopleKey } from '../reports/search-people.ts';

/** What content has counted of periods that have closed. */
export const reportResolvers: Resolvers = {
  Query: {
    searchInsights: async (_query, { range }, context) => {
      const period = checkPeriod(checkRange({ from: range.from, to: range.to }), context.settings.monthStart);
      return { from: period.from, to: period.to, ...(await insightsOf(period, context)) };
    },
  },
  SearchInsights: {
    freshness: (range, _args, { now, settings }) => freshnessOfPeriod(range, settings.latenessMinutes, now),
  },
  UpliftReport: {
    __resolveReference: ({ id }) => ({ id }),
    readership: async ({ id }, _args, { db, settings }) => {
      const { basis, from, to, shopId } = readUpliftId(id);
      if (basis !== 'YEAR_OVER_YEAR' || shopId !== undefined) return null;
      const period = checkPeriod({ from, to }, settings.monthStart);
      const wanted = [period, yearBefore(period)].flatMap(({ kind, from }, place) =>
        READERSHIP_INDUSTRIES.map((industry) => ({
          key: readershipKey(kind, from, industry),
          industry,
          isBaseline: place === 1,
        })),
      );
      const cells = await readDecided<Readership>(
        db,
        wanted.map(({ key }) => key),
      );
      return wanted.flatMap(({ key, industry, isBaseline }) => {
        const readership = cells.get(key);
        return readership ? [{ industry, isBaseline, ...readership }] : [];
      });
    },
  },
};

/** The shares of a period, as far as they may be told. */
async function insightsOf(
  period: Period,
  { db, settings, now }: Context,
): Promise<Omit<SearchInsightsModel, 'from' | 'to'>> {
  const nothing = { searcherShare: null, userOriginShare: null, firstDayShare: null };
  if (!isClosed(period, now)) return { ...nothing, withheld: 'PERIOD_OPEN' };
  const key = searchPeopleKey(period.kind, period.from);
  const people = (await readDecided<SearchPeople>(db, [key])).get(key);
  const least = settings.leastPeople;
  if (!people) return { ...nothing, withheld: (await isForgotten(db, period)) ? 'EXPIRED' : 'TOO_FEW_PEOPLE' };
  const tell = period.kind === 'MONTH' ? tellExactShare : tellRoundedShare;
  const known = (count: number) => ({ people: count, vouched: count });
  const searchers = tell(known(people.searchers), known(people.active), least);
  const firstDay = tell(known(people.freshFirstDay), known(people.fresh), least);
  const isFew = people.searchers < least;
  return {
    searcherShare: searchers.share,
    userOriginShare: isFew ? null : ratio(people.userSearches, people.searches),
    firstDayShare: firstDay.share,
    withheld: searchers.withheld ?? firstDay.withheld ?? (isFew ? 'TOO_FEW_PEOPLE' : null),
  };
}
