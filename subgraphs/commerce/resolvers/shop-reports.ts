import { checkRange } from '../../kit/calendar.ts';
import { InputError } from '../../kit/errors.ts';
import { checkPeriod, isClosed, type Period } from '../../kit/people/lattice.ts';
import { freshnessOfPeriod } from '../../kit/people/period-freshness.ts';
import type { BesideShorter } from '../../kit/people/shorter-periods.ts';
import { present } from '../../kit/present.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { isForgotten } from '../loaders/cells.ts';
import { isForgottenBeside, loadBeside } from '../loaders/cells-beside.ts';
import type { PlatformModel, ShopModel } from '../models/catalogue.ts';
import { checkOwnShop } from '../own-shop.ts';
import { cellKeys, type FunnelToldCell, type ReportWithheld, type SearchedBeforeCell } from '../reports/cells.ts';
import { type RepurchaseCell, tellRepurchase, withheldRepurchase } from '../reports/repurchase.ts';
import { tellSearchedBefore } from '../reports/searched-before.ts';
import { tellIncrement, withheldIncrement } from '../reports/tell-increment.ts';
import { gapsOfShop } from './data-gaps.ts';
import { exposureRule, loadExposure, peopleRule } from './exposure-cells.ts';
import { isFunnelOpen } from './funnel-open.ts';

/** Reports about the people of a shop, and about all who bought. */
export const shopReportResolvers: Resolvers = {
  Shop: {
    repurchase: async (shop, { range }, context) => {
      const period = periodFor(shop, range, context);
      const rule = peopleRule(context);
      const [cellOf, funnelOf] = await Promise.all([
        loadBeside<RepurchaseCell>(context.cells, period, rule, (kind, from) =>
          cellKeys.repurchase(kind, from, shop.id),
        ),
        loadBeside<FunnelToldCell>(context.cells, period, rule, (kind, from) =>
          cellKeys.funnelTold(kind, from, shop.id),
        ),
      ]);
      const isOpen = await isFunnelOpen(period, context);
      const reason = (await unknown(shop, period, rule, context)) ?? (isOpen ? 'PERIOD_OPEN' : undefined);
      const told = reason ? withheldRepurchase(reason) : tellRepurchase(period, cellOf, funnelOf, rule);
      return { ...told, freshness: freshness(period, context), gapsOf: gapsOfShop(shop, period, context) };
    },
    incrementality: async (shop, { range }, context) => {
      const period = periodFor(shop, range, context);
      if (period.kind === 'DAY')
        throw new InputError(
          'RANGE_NO_PERIOD',
          'What seeding added is told of a week from Monday on or a reporting month: within a day little has followed.',
        );
      const platform = await platformOf(shop, context);
      const rule = exposureRule(context);
      const cells = await loadExposure({ shopId: shop.id }, period, context);
      const reason = await unknown(shop, period, rule, context);
      const told = reason ? withheldIncrement(reason) : tellIncrement(period, cells, rule);
      return {
        rows: [{ platform, ...told }],
        freshness: freshness(period, context),
        gapsOf: gapsOfShop(shop, period, context),
      };
    },
  },
  SearchInsights: {
    __resolveReference: ({ from, to }) => ({ from, to }),
    beforePurchaseShare: async (range, _args, context) => (await searchedBefore(range, context)).share,
    beforePurchaseWithheld: async (range, _args, context) => (await searchedBefore(range, context)).withheld,
  },
};

function periodFor(shop: ShopModel, range: { from: string; to: string }, { claims, settings }: Context): Period {
  checkOwnShop(claims, shop.id);
  return checkPeriod(checkRange({ from: range.from, to: range.to }), settings.monthStart);
}

/** Why nothing is known of a shop's people in a period; undefined where something is. */
async function unknown(
  shop: ShopModel,
  period: Period,
  rule: BesideShorter,
  context: Context,
): Promise<ReportWithheld | undefined> {
  if (!isClosed(period, context.now)) return 'PERIOD_OPEN';
  const { capabilities } = await platformOf(shop, context);
  if (!capabilities.includes('CONVERSION_RETURN')) return 'NOT_REPORTED';
  return (await isForgottenBeside(context.forgotten, period, rule)) ? 'EXPIRED' : undefined;
}

async function platformOf({ platformId }: ShopModel, { catalogue }: Context): Promise<PlatformModel> {
  return present(await catalogue.platform.load(platformId), 'platform');
}

async function searchedBefore(range: { from: string; to: string }, context: Context) {
  const period = checkPeriod(checkRange({ from: range.from, to: range.to }), context.settings.monthStart);
  if (!isClosed(period, context.now)) return { share: null, withheld: 'PERIOD_OPEN' } as const;
  const cell = (await context.cells.load(cellKeys.searchedBefore(period.kind, period.from))) as
    | SearchedBeforeCell
    | undefined;
  if (!cell && (await isForgotten(context.forgotten, period))) return { share: null, withheld: 'EXPIRED' } as const;
  return tellSearchedBefore(period.kind, cell, context.settings.leastPeople);
}

function freshness(period: Period, { settings, now }: Context) {
  return freshnessOfPeriod(period, settings.latenessMinutes, now);
}
