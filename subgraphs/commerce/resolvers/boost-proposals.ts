import { dayOf } from '../../kit/calendar.ts';
import { checkFirst } from '../../kit/connection.ts';
import { fixed, ratio } from '../../kit/decimal.ts';
import { yuan } from '../../kit/money.ts';
import { decideOnce, readDecided } from '../../kit/people/decided-cells.ts';
import { newestClosed, type Period } from '../../kit/people/lattice.ts';
import { type ProposedBoost, proposeBoosts } from '../campaigns/propose-boosts.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { checkOwnShop } from '../own-shop.ts';
import { noteResults, notesBoostedNow } from '../store/campaigns/note-results.ts';

const MOST = 20;
const RATE_DIGITS = 4;

interface Decided {
  readonly proposed: readonly ProposedBoost[];
}

/** Notes that perform, proposed to be boosted. */
export const boostProposalResolvers: Resolvers = {
  Shop: {
    boostProposals: async ({ id }, { first }, context) => {
      checkOwnShop(context.claims, id);
      checkFirst(first, MOST);
      const { db, now, settings } = context;
      const week = newestClosed('WEEK', now, settings.monthStart);
      const { proposed } = await decided(id, week, context);
      const boosted = await notesBoostedNow(db, id, dayOf(now));
      const left = proposed.filter(({ noteId }) => !boosted.has(noteId)).slice(0, first);
      return { from: week.from, to: week.to, proposals: left };
    },
  },
  BoostProposal: {
    note: ({ noteId }) => ({ id: noteId }),
    linkClicks: ({ clicks }) => clicks,
    creditedOrders: ({ credited }) => fixed(BigInt(credited), 6),
    netSales: ({ netSales }) => yuan(netSales),
    conversionRate: ({ credited, clicks }) => ratio(BigInt(credited), BigInt(clicks) * 1_000_000n) ?? '0.0000',
    conversionRateAtLeast: ({ rateAtLeast }) => rateAtLeast.toFixed(RATE_DIGITS),
    shopConversionRate: ({ shopRate }) => shopRate.toFixed(RATE_DIGITS),
    budget: ({ budget }) => yuan(budget),
  },
};

/** What is proposed for a week, found out once. */
async function decided(shopId: string, week: Period, { db, settings }: Context): Promise<Decided> {
  const key = `boost-proposals ${shopId} ${week.from}`;
  const before = (await readDecided<Decided>(db, [key])).get(key);
  if (before) return before;
  const value = {
    proposed: proposeBoosts(await noteResults(db, shopId, week, settings.eventPlatform), {
      leastClicks: settings.boostLeastClicks,
      leastPeople: settings.leastPeople,
      leastLiftPercent: settings.boostLeastLift,
      budgetPercent: settings.boostBudget,
    }),
  };
  return (await decideOnce(db, [{ key, value }])).get(key) ?? value;
}
