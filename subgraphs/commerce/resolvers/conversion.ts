import { checkRange, daysOf, instantsOf, lengthInDays } from '../../kit/calendar.ts';
import { ratio } from '../../kit/decimal.ts';
import { freshnessOf } from '../../kit/freshness.ts';
import { checkMonth } from '../../kit/people/lattice.ts';
import { present } from '../../kit/present.ts';
import { textFingerprint } from '../../kit/search-id.ts';
import type { Context } from '../context.ts';
import type { AttributionModel } from '../conversions/attribution/models.ts';
import { type AttributionWindow, windowOf } from '../conversions/attribution/windows.ts';
import type { FigureAccess } from '../conversions/figures/figure-access.ts';
import { newestSearchedMonth, searchFinalAt } from '../conversions/figures/searched-month.ts';
import { NO_FIGURES, type Stats, statsOf, type Withheld } from '../conversions/figures/stats.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import type { ConversionStatsModel } from '../models/conversion.ts';
import { checkOwnShop, ownShops } from '../own-shop.ts';
import { checkSourceId } from '../own-source.ts';
import type { SubjectKind } from '../store/figures/figure-tables.ts';
import { newestGaps } from './data-gaps.ts';
import { accessTo, daysFor, isUnreported, platformsOf, totalsFor } from './figures.ts';

const MOST_DAYS_SHOWN = 92;
const MOST_GAPS_SHOWN = 20;

/** What the field `conversion` takes, wherever it stands. */
interface ConversionArgs {
  readonly range?: { readonly from: string; readonly to: string } | null;
  readonly window: AttributionWindow;
  readonly model: AttributionModel;
}

/** Conversion figures of whatever a click can touch. */
export const conversionResolvers: Resolvers = {
  Note: {
    __resolveReference: (reference) => reference,
    conversion: ({ id }, args) => subject('NOTE', id, args),
    readToOrderRate: async ({ id, readCount }, _args, context) => {
      const { orders } = await told(subject('NOTE', id, { window: 'DAYS_15', model: 'LAST_CLICK' }), context);
      return orders === null || readCount === undefined ? null : ratio(orders, readCount, 6);
    },
  },
  Source: {
    __resolveReference: ({ id }) => ({ id: checkSourceId(id) }),
    conversion: ({ id }, args) => subject('NOTE', id, args),
  },
  Query: { source: (_query, { id }) => ({ id: checkSourceId(id) }) },
  ProductLink: {
    __resolveReference: (reference) => reference,
    conversion: ({ id }, args) => subject('LINK', id, args),
  },
  Product: { conversion: ({ id }, args) => subject('PRODUCT', id, args) },
  Shop: {
    conversion: ({ id }, args, { claims }) => {
      checkOwnShop(claims, id);
      return subject('SHOP', id, args);
    },
  },
  Search: {
    __resolveReference: (reference) => reference,
    conversion: ({ text }, args, { settings, now }) => {
      const range = args.range
        ? checkMonth(checkRange({ from: args.range.from, to: args.range.to }), settings.monthStart)
        : newestSearchedMonth(now, settings.monthStart);
      return subject('SEARCH', textFingerprint(present(text, 'text')), { ...args, range });
    },
  },
  ConversionStats: {
    window: ({ query }) => query.window,
    model: ({ query }) => query.model,
    linkClicks: async (stats, _args, context) => (await told(stats, context)).linkClicks,
    shopVisits: async (stats, _args, context) => (await told(stats, context)).shopVisits,
    addToCarts: async (stats, _args, context) => (await told(stats, context)).addToCarts,
    orders: async (stats, _args, context) => (await told(stats, context)).orders,
    creditedOrders: async (stats, _args, context) => (await told(stats, context)).creditedOrders,
    newCustomerOrders: async (stats, _args, context) => (await told(stats, context)).newCustomerOrders,
    grossSales: async (stats, _args, context) => (await told(stats, context)).grossSales,
    refunds: async (stats, _args, context) => (await told(stats, context)).refunds,
    netSales: async (stats, _args, context) => (await told(stats, context)).netSales,
    conversionRate: async (stats, _args, context) => (await told(stats, context)).conversionRate,
    byDay: (stats, _args, context) => byDay(stats, context),
    withheld: async (stats, _args, context) => (await tell(stats, context)).withheld?.reason ?? null,
    dataGaps: async (stats, _args, context) => {
      const { range } = stats.query;
      const within = range && { start: instantsOf(range).start.getTime(), end: instantsOf(range).end.getTime() };
      const platforms = [context.settings.contentPlatform, ...(await platformsOf(stats, context))];
      return newestGaps(platforms, within, MOST_GAPS_SHOWN, context);
    },
    freshness: (stats, _args, context) => freshness(stats, context),
  },
};

function subject(kind: SubjectKind, id: string, { range, window, model }: ConversionArgs): ConversionStatsModel {
  const checked = range ? checkRange({ from: range.from, to: range.to }) : null;
  return { query: { kind, window, model, range: checked }, id };
}

/** What a caller may be told of a subject, once for all fields that are asked of it. */
interface Told {
  readonly access: FigureAccess;
  readonly withheld: Withheld | null;
  readonly stats: Stats;
}

const known = new WeakMap<ConversionStatsModel, Promise<Told>>();

function tell(stats: ConversionStatsModel, context: Context): Promise<Told> {
  const telling = known.get(stats) ?? read(stats, context);
  known.set(stats, telling);
  return telling;
}

async function read(stats: ConversionStatsModel, context: Context): Promise<Told> {
  const access = await accessTo(stats, context);
  const [figures, reason] = await Promise.all([totalsFor(stats, access, context), withheld(stats, access, context)]);
  return { access, withheld: reason, stats: statsOf(figures ?? NO_FIGURES, reason) };
}

/** The figures that a caller may be told. */
export async function told(stats: ConversionStatsModel, context: Context): Promise<Stats> {
  return (await tell(stats, context)).stats;
}

/** Taps are counted here, so that they are told even where the platform does not return what followed. */
async function withheld(stats: ConversionStatsModel, access: FigureAccess, context: Context): Promise<Withheld | null> {
  const { query, id } = stats;
  // Into whose shops few people went says something of these, too.
  if (query.kind === 'SEARCH') {
    if (!query.range || context.now < searchFinalAt(query.range)) return { reason: 'PERIOD_OPEN', what: 'ALL' };
    if (await context.figures.sparse(query.range).load(id)) return { reason: 'TOO_FEW_PEOPLE', what: 'ALL' };
  }
  if (access.tells === 'NOTHING') return { reason: 'POLICY', what: 'ALL' };
  if (await isUnreported(stats, access, context)) return { reason: 'NOT_REPORTED', what: 'OUTCOMES' };
  // Of an exact sum a merchant, who knows each order's, could read off whose orders are in it.
  if (query.kind === 'SEARCH' && ownShops(context.claims)) return { reason: 'POLICY', what: 'MONEY' };
  const isOfParts = access.tells === 'LINKS' || access.tells === 'PARTS';
  return isOfParts && access.lacking ? { reason: 'POLICY', what: access.lacking } : null;
}

/** A figure that is withheld for the people behind it does not tell when the last of them did something. */
async function freshness(stats: ConversionStatsModel, context: Context) {
  const { query } = stats;
  const { figures, settings, now } = context;
  const { access, withheld: reason } = await tell(stats, context);
  const own = reason?.what === 'ALL' ? null : (await totalsFor(stats, access, context))?.newest;
  return freshnessOf({
    newest: own ?? (await figures.newest()),
    end: query.range ? instantsOf(query.range).end : undefined,
    window: windowOf(query.window).milliseconds,
    lateness: settings.latenessMinutes * 60_000,
    now,
  });
}

/** Each day of the range, those on which nothing happened too. Of a searched text none: a day may be one person's. */
async function byDay(stats: ConversionStatsModel, context: Context) {
  const { query } = stats;
  const { range } = query;
  if (range === null || lengthInDays(range) > MOST_DAYS_SHOWN || query.kind === 'SEARCH') return null;
  const { access, withheld: reason } = await tell(stats, context);
  const days = new Map((await daysFor(stats, access, context)).map((figures) => [figures.day, figures]));
  return daysOf(range).map((day) => ({ day, ...statsOf(days.get(day) ?? NO_FIGURES, reason) }));
}
