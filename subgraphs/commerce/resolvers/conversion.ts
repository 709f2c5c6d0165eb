import { checkRange, daysOf, instantsOf, lengthInDays } from '../../kit/calendar.ts';
import { ratio } from '../../kit/decimal.ts';
import { freshnessOf } from '../../kit/freshness.ts';
import { present } from '../../kit/present.ts';
import { textFingerprint } from '../../kit/search-id.ts';
import type { Context } from '../context.ts';
import type { AttributionModel } from '../conversions/models.ts';
import { NO_FIGURES, type Stats, statsOf, type WithheldReason } from '../conversions/stats.ts';
import { type AttributionWindow, windowOf } from '../conversions/windows.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import type { ConversionStatsModel } from '../models.ts';
import { checkOwnShop } from '../own-shop.ts';
import type { SubjectKind } from '../store/figure-tables.ts';

const MOST_DAYS_SHOWN = 92;

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
    conversion: ({ text }, args) => subject('SEARCH', textFingerprint(present(text, 'text')), args),
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
    withheld: (stats, _args, context) => withheld(stats, context),
    freshness: (stats, _args, context) => freshness(stats, context),
  },
};

function subject(kind: SubjectKind, id: string, { range, window, model }: ConversionArgs): ConversionStatsModel {
  const checked = range ? checkRange({ from: range.from, to: range.to }) : null;
  return { query: { kind, window, model, range: checked }, id };
}

async function told(stats: ConversionStatsModel, context: Context): Promise<Stats> {
  const figures = (await context.figures.totals(stats.query).load(stats.id)) ?? NO_FIGURES;
  return statsOf(figures, await withheld(stats, context));
}

async function withheld({ query, id }: ConversionStatsModel, { figures }: Context): Promise<WithheldReason | null> {
  if (query.kind === 'SEARCH' && (await figures.sparse(query.range).load(id))) return 'TOO_FEW_PEOPLE';
  return (await figures.unreported(query.kind).load(id)) ? 'NOT_REPORTED' : null;
}

/** A figure that is withheld for the people behind it does not tell when the last of them did something. */
async function freshness(stats: ConversionStatsModel, context: Context) {
  const { query, id } = stats;
  const { figures, settings, now } = context;
  const isWithheld = (await withheld(stats, context)) === 'TOO_FEW_PEOPLE';
  const own = isWithheld ? null : (await figures.totals(query).load(id))?.newest;
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
  const { query, id } = stats;
  const { range } = query;
  if (range === null || lengthInDays(range) > MOST_DAYS_SHOWN || query.kind === 'SEARCH') return null;
  const reason = await withheld(stats, context);
  const days = new Map((await context.figures.byDay(query).load(id))?.map((figures) => [figures.day, figures]));
  return daysOf(range).map((day) => ({ day, ...statsOf(days.get(day) ?? NO_FIGURES, reason) }));
}
