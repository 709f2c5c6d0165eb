import { checkRange } from '../../kit/calendar.ts';
import { InputError } from '../../kit/errors.ts';
import { checkId } from '../../kit/ids.ts';
import { checkPeriod, isClosed, type Period } from '../../kit/people/lattice.ts';
import { freshnessOfPeriod } from '../../kit/people/period-freshness.ts';
import { yearBefore } from '../../kit/people/year-before.ts';
import { readUpliftId, type UpliftName, upliftId } from '../../kit/uplift-id.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { isForgottenBeside } from '../loaders/cells-beside.ts';
import type { UpliftReportModel } from '../models/reports.ts';
import { checkOwnShop, ownShops } from '../own-shop.ts';
import {
  ALL,
  cellKeys,
  type FunnelToldCell,
  type MerchantsCell,
  type ReportWithheld,
  type VisitsCell,
} from '../reports/cells.ts';
import { exposureRow, type UpliftRow, withheldRow } from '../reports/uplift-row.ts';
import {
  type CountedPeriod,
  marketRows,
  type Readership,
  type ShopPeriod,
  shopRow,
} from '../reports/year-over-year.ts';
import type { Industry } from '../store/catalogue/catalogue-tables.ts';
import { industries } from '../store/catalogue/catalogue-tables.ts';
import { gapsOfReport } from './data-gaps.ts';
import { exposureRule, loadExposure, peopleRule } from './exposure-cells.ts';
import { isFunnelOpen } from './funnel-open.ts';

/** What seeding moved (小红星). */
export const upliftResolvers: Resolvers = {
  Query: {
    upliftReport: (_query, { range, basis, industries: wanted, shopId }, context) => {
      const { from, to } = checkRange({ from: range.from, to: range.to });
      if (wanted?.length === 0)
        throw new InputError('ARGUMENT_INVALID', 'industries names none: leave it out for all.');
      const shop = shopId == null ? undefined : checkId(shopId, 'shop');
      return reportOf(
        { basis, from, to, shopId: shop, industries: wanted ? [...new Set(wanted)] : undefined },
        context,
      );
    },
  },
  UpliftReport: {
    __resolveReference: (reference, context) => {
      reportOf(readUpliftId(reference.id), context);
      return reference;
    },
    basis: ({ id }) => readUpliftId(id).basis,
    from: ({ id }) => readUpliftId(id).from,
    to: ({ id }) => readUpliftId(id).to,
    baselineFrom: ({ id }, _args, context) => baselineOf(id, context)?.from ?? null,
    baselineTo: ({ id }, _args, context) => baselineOf(id, context)?.to ?? null,
    // The generated type takes the fields of a list's elements for those of the list.
    rows: ({ id, readership }, _args, context) => rowsOf({ id, readership: readership as unknown as Counted }, context),
    dataGaps: async ({ id }, _args, context) => {
      const { name, period } = named(id, context);
      const shop = name.shopId === undefined ? undefined : await context.catalogue.shop.load(name.shopId);
      return gapsOfReport(
        {
          periods: isYearly(name) ? [yearBefore(period), period] : [period],
          platformIds: shop ? [context.settings.contentPlatform, shop.platformId] : null,
        },
        context,
      );
    },
    freshness: ({ id }, _args, { settings, now }) => freshnessOfPeriod(readUpliftId(id), settings.latenessMinutes, now),
  },
};

/**
 * A report that the caller may have.
 * @throws {InputError} ROW_FORBIDDEN, RANGE_NO_PERIOD
 */
function reportOf(name: UpliftName, { claims, settings }: Context): UpliftReportModel & Named {
  if (name.shopId !== undefined) checkOwnShop(claims, name.shopId);
  else if (ownShops(claims) !== undefined)
    throw new InputError(
      'ROW_FORBIDDEN',
      'The whole market is told to the two companies alone: name one of your shops with shopId.',
    );
  const period = checkPeriod(name, settings.monthStart);
  if (!isYearly(name) && period.kind === 'DAY')
    throw new InputError(
      'RANGE_NO_PERIOD',
      'Exposed people are compared over a week from Monday on or a reporting month: within a day little has followed.',
    );
  return { id: upliftId(name), name, period };
}

/** What an id names. */
interface Named {
  readonly name: UpliftName;
  readonly period: Period;
}

function named(id: string, { settings }: Context): Named {
  const name = readUpliftId(id);
  return { name, period: checkPeriod(name, settings.monthStart) };
}

function baselineOf(id: string, context: Context): Period | undefined {
  const { name, period } = named(id, context);
  return isYearly(name) ? yearBefore(period) : undefined;
}

function isYearly({ basis }: UpliftName): boolean {
  return basis === 'YEAR_OVER_YEAR';
}

type Counted = UpliftReportModel['readership'];

async function rowsOf(report: UpliftReportModel, context: Context): Promise<UpliftRow[]> {
  const { name, period } = named(report.id, context);
  const targets = targetsOf(name);
  const nothing = (withheld: ReportWithheld) => {
    const metrics = isYearly(name) && name.shopId === undefined ? METRICS : (['SHOP_VISIT_RATE'] as const);
    return metrics.flatMap((metric) => targets.map((industry) => withheldRow({ industry, metric }, withheld)));
  };
  if (!isClosed(period, context.now)) return nothing('PERIOD_OPEN');
  const rule = isYearly(name) ? peopleRule(context) : exposureRule(context);
  if (await isForgottenBeside(context.forgotten, isYearly(name) ? yearBefore(period) : period, rule))
    return nothing('EXPIRED');
  if (!isYearly(name)) return exposureRows({ name, period }, targets, context);
  const before = yearBefore(period);
  if (name.shopId !== undefined)
    return (await isFunnelOpen(period, context))
      ? nothing('PERIOD_OPEN')
      : [await shopRowOf(name.shopId, before, period, context)];
  const [baseline, current] = await Promise.all([
    countedPeriod(before, report.readership, true, context),
    countedPeriod(period, report.readership, false, context),
  ]);
  return marketRows(baseline, current, targets, industries, rule.least);
}

const METRICS = ['CLICK_RATE', 'ENGAGEMENT_RATE', 'SHOP_VISIT_RATE', 'JOINT_CAMPAIGN_DAILY_MERCHANTS'] as const;

/** Of what there are rows: null for all together, or for the shop. */
function targetsOf({ shopId, industries: wanted }: UpliftName): (Industry | null)[] {
  if (shopId !== undefined) return [null];
  return wanted ? industries.filter((industry) => wanted.includes(industry)) : [null, ...industries];
}

async function exposureRows({ name, period }: Named, targets: readonly (Industry | null)[], context: Context) {
  const rule = exposureRule(context);
  const { shopId } = name;
  return Promise.all(
    targets.map(async (industry) => {
      const cells = await loadExposure(shopId === undefined ? { industry } : { shopId }, period, context);
      return exposureRow({ industry, metric: 'SHOP_VISIT_RATE' }, period, cells, rule);
    }),
  );
}

async function shopRowOf(shopId: string, before: Period, period: Period, context: Context): Promise<UpliftRow> {
  const [baseline, current] = await Promise.all([
    shopPeriod(shopId, before, context),
    shopPeriod(shopId, period, context),
  ]);
  return shopRow(baseline, current, context.settings.leastPeople);
}

async function shopPeriod(shopId: string, { kind, from }: Period, context: Context): Promise<ShopPeriod> {
  const [[cell], [funnel]] = await Promise.all([
    cellsOf<VisitsCell>(context, [cellKeys.visits(kind, from, shopId)]),
    cellsOf<FunnelToldCell>(context, [cellKeys.funnelTold(kind, from, shopId)]),
  ]);
  return { cell, funnel };
}

async function countedPeriod(
  period: Period,
  readership: readonly Readership[] | null | undefined,
  isBaseline: boolean,
  context: Context,
): Promise<CountedPeriod> {
  const { kind, from } = period;
  const of: readonly (Industry | null)[] = [null, ...industries];
  const [visits, merchants] = await Promise.all([
    cellsOf<VisitsCell>(
      context,
      of.map((industry) => cellKeys.visits(kind, from, industry ?? ALL)),
    ),
    cellsOf<MerchantsCell>(
      context,
      of.map((industry) => cellKeys.merchants(kind, from, industry ?? ALL)),
    ),
  ]);
  const counted = (readership ?? []).filter((one) => one.isBaseline === isBaseline);
  return {
    period,
    readership: new Map(counted.map((one) => [one.industry, one])),
    visits: byIndustry(of, visits),
    merchants: byIndustry(of, merchants),
  };
}

function byIndustry<CellOf>(of: readonly (Industry | null)[], cells: readonly (CellOf | undefined)[]) {
  return new Map(
    of.flatMap((industry, place) => (cells[place] === undefined ? [] : [[industry, cells[place]] as const])),
  );
}

function cellsOf<CellOf>({ cells }: Context, keys: readonly string[]): Promise<(CellOf | undefined)[]> {
  return Promise.all(keys.map((key) => cells.load(key) as Promise<CellOf | undefined>));
}
