import { checkRange, type DayRange, instantsOf } from '../../kit/calendar.ts';
import { checkFirst, toConnection } from '../../kit/connection.ts';
import { decodeCursor } from '../../kit/cursor.ts';
import { InputError } from '../../kit/errors.ts';
import { type Freshness, freshnessOf } from '../../kit/freshness.ts';
import { AGE_COHORTS } from '../../kit/people/age-cohorts.ts';
import { TOO_FEW_PEOPLE, tellShare } from '../../kit/people/few-people.ts';
import { checkPeriod, closesAt, type Period } from '../../kit/people/lattice.ts';
import type { Context } from '../context.ts';
import type { AttributionModel } from '../conversions/attribution/models.ts';
import type { AttributionWindow } from '../conversions/attribution/windows.ts';
import { DIMENSIONS, type Dimension, groupingName, groupingOf, keptDimensions } from '../funnel/dimensions.ts';
import { tellSteps } from '../funnel/tell-steps.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import type { ShopModel } from '../models/catalogue.ts';
import type { AudienceModel, FunnelReportModel, FunnelRowModel } from '../models/funnel.ts';
import { checkOwnShop } from '../own-shop.ts';
import type { FunnelPage, ShownRow } from '../store/funnel/read-funnels.ts';
import { gapsOfShop } from './data-gaps.ts';

const MOST_DIMENSIONS = 2;
const MOST_ROWS = 500;

/** Shops' funnels and audiences. */
export const funnelResolvers: Resolvers = {
  Shop: {
    funnel: (shop, args, context) => {
      checkOwnShop(context.claims, shop.id);
      return funnel(shop, args, context);
    },
    audience: (shop, { range }, context) => {
      checkOwnShop(context.claims, shop.id);
      return audience(shop, range, context);
    },
  },
  FunnelRow: {
    note: ({ noteId }) => (noteId === null ? null : { id: noteId }),
    author: ({ authorId }) => (authorId === null ? null : { id: authorId }),
    product: async ({ productId }, _args, { catalogue }) =>
      productId === null ? null : ((await catalogue.product.load(productId)) ?? null),
    campaign: async ({ campaignId }, _args, { campaigns }) =>
      campaignId === null ? null : ((await campaigns.campaign.load(campaignId)) ?? null),
    platform: async ({ platformId }, _args, { catalogue }) =>
      platformId === null ? null : ((await catalogue.platform.load(platformId)) ?? null),
  },
};

interface FunnelArgs {
  readonly range: DayRange;
  readonly groupBy: readonly (Dimension | 'DAY')[];
  readonly window: AttributionWindow;
  readonly model: AttributionModel;
  readonly first: number;
  readonly after?: string | null | undefined;
}

async function funnel(shop: ShopModel, args: FunnelArgs, context: Context): Promise<FunnelReportModel> {
  const shopId = shop.id;
  const { groupBy, window, model, first, after } = args;
  checkFirst(first, MOST_ROWS);
  const { period, freshness, unknown } = await periodOf(args.range, context);
  const isDecided = unknown === undefined;
  const dimensions = new Set(groupBy);
  if (dimensions.size > MOST_DIMENSIONS)
    throw new InputError('ARGUMENT_INVALID', `groupBy takes two dimensions at most; there were ${dimensions.size}.`);
  const byDay = dimensions.delete('DAY');
  const rowsOf = {
    kind: byDay ? ('DAY' as const) : period.kind,
    from: period.from,
    to: byDay ? period.to : period.from,
  };
  const asked = DIMENSIONS.filter((dimension) => dimensions.has(dimension));
  const page = { ...rowsOf, grouping: groupingName(groupingOf(asked)) };
  const list = `funnel:${shopId}:${period.kind}:${period.from}:${byDay}:${page.grouping}`;
  const at = after ? decodeCursor(list, after, ['', 0] as const) : undefined;
  const unreported = (await context.figures.unreported('SHOP').load(shopId)) ?? false;
  const tell = (figures: ShownRow['figures'] | undefined) => ({
    steps: tellSteps(figures ?? unknown ?? NOBODY, model, window, unreported),
  });
  const isGrouped = byDay || page.grouping !== '';
  const rows = isDecided && isGrouped ? await rowsShown(shopId, { ...page, after: at, limit: first + 1 }, context) : [];
  const { nodes, pageInfo } = toConnection(rows, { first, after, list, keysOf: (row) => [row.day, row.place] });
  const totals = isDecided ? (await context.funnels.period(period).load(shopId))?.totals : undefined;
  const withheld = isDecided && isGrouped ? await context.funnels.withheld(page).load(shopId) : undefined;
  return {
    window,
    model,
    rows: nodes.map((row) => ({ ...subjectsOf(row, asked, byDay), funnel: tell(row.figures) })),
    totals: tell(totals),
    withheldRows: withheld?.rows ?? 0,
    pageInfo,
    freshness,
    gapsOf: gapsOfShop(shop, period, context),
  };
}

/** What is told where nothing happened: that nobody is told of. */
const NOBODY: ShownRow['figures'] = { led: [], credited: {} };

async function rowsShown(shopId: string, page: FunnelPage, { funnels }: Context): Promise<ShownRow[]> {
  return (await funnels.rows(page).load(shopId)) ?? [];
}

/** What a row is of. A note's author and a product's industry are kept behind its keys. */
function subjectsOf(
  { keys, day }: ShownRow,
  dimensions: readonly Dimension[],
  byDay: boolean,
): Omit<FunnelRowModel, 'funnel'> {
  const kept = keptDimensions(groupingOf(dimensions));
  const key = (dimension: Dimension) => (dimensions.includes(dimension) ? keys[kept.indexOf(dimension)] || null : null);
  return {
    noteId: key('NOTE'),
    productId: key('PRODUCT'),
    authorId: key('AUTHOR'),
    industry: key('INDUSTRY') as FunnelRowModel['industry'],
    platformId: key('PLATFORM'),
    campaignId: key('CAMPAIGN'),
    ageCohort: key('AGE_COHORT') as FunnelRowModel['ageCohort'],
    day: byDay ? day : null,
  };
}

/** The people of SHOP_VISIT under LAST_CLICK within 15 days, by age: the same cells as the funnel by AGE_COHORT has. */
async function audience(shop: ShopModel, range: DayRange, context: Context): Promise<AudienceModel> {
  const report = await funnel(
    shop,
    { range, groupBy: ['AGE_COHORT'], window: 'DAYS_15', model: 'LAST_CLICK', first: AGE_COHORTS.length, after: null },
    context,
  );
  const visitsOf = ({ steps }: FunnelReportModel['totals']) => steps.find(({ stage }) => stage === 'SHOP_VISIT');
  const whole = visitsOf(report.totals);
  const cohorts = AGE_COHORTS.map((ageCohort) => {
    const row = report.rows.find((each) => each.ageCohort === ageCohort);
    const { people = null, withheld = 'TOO_FEW_PEOPLE' } = visitsOf(row?.funnel ?? report.totals) ?? {};
    const figure = row || withheld !== null ? { people: row ? people : null, withheld } : TOO_FEW_PEOPLE;
    const share = tellShare(
      { people: figure.people, withheld: null },
      { people: whole?.people ?? null, withheld: null },
    );
    return { ageCohort, ...figure, share };
  });
  return { cohorts, freshness: report.freshness, gapsOf: report.gapsOf };
}

interface AskedPeriod {
  readonly period: Period;
  readonly freshness: Freshness;
  /** Why nothing of it is told; undefined where something is decided. */
  readonly unknown: 'PERIOD_OPEN' | 'EXPIRED' | undefined;
}

async function periodOf(range: DayRange, { funnels, settings, now }: Context): Promise<AskedPeriod> {
  const period = checkPeriod(checkRange({ from: range.from, to: range.to }), settings.monthStart);
  const closed = await funnels.closed.load(period.kind);
  const isDecided = closed !== undefined && closed.to >= period.to;
  const isForgotten = isDecided && period.from <= (closed.forgottenTo ?? '');
  const freshness = freshnessOf({
    newest: isDecided ? closesAt(period) : undefined,
    end: instantsOf(period).end,
    window: 0,
    lateness: settings.latenessMinutes * 60_000,
    now,
  });
  return { period, freshness, unknown: isForgotten ? 'EXPIRED' : isDecided ? undefined : 'PERIOD_OPEN' };
}
