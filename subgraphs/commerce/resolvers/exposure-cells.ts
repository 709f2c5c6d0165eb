import type { Period } from '../../kit/people/lattice.ts';
import type { BesideShorter } from '../../kit/people/shorter-periods.ts';
import type { Context } from '../context.ts';
import { loadBeside } from '../loaders/cells-beside.ts';
import { ALL, cellKeys } from '../reports/cells.ts';
import type { ExposureCells } from '../reports/exposed-groups.ts';
import { EXPOSURE_KINDS, type ExposureCell } from '../reports/exposure.ts';
import type { Industry } from '../store/catalogue/catalogue-tables.ts';

/** By what figures about people are judged beside those of shorter periods. */
export function peopleRule({ settings }: Pick<Context, 'settings'>): BesideShorter {
  return { monthStart: settings.monthStart, least: settings.leastPeople };
}

/** The same of who was exposed. */
export function exposureRule(context: Pick<Context, 'settings'>): BesideShorter {
  return { ...peopleRule(context), kinds: EXPOSURE_KINDS };
}

/** What was counted of who was exposed. @param of a shop's id, an industry, or null for all */
export async function loadExposure(
  of: { readonly shopId: string } | { readonly industry: Industry | null },
  period: Period,
  context: Context,
): Promise<ExposureCells> {
  const { cells, catalogue } = context;
  const industry = 'shopId' in of ? (await catalogue.shop.load(of.shopId))?.industry : of.industry;
  const own = 'shopId' in of ? of.shopId : (of.industry ?? ALL);
  const larger = [industry ?? ALL, ALL].filter((name) => name !== own);
  const [cellOf, ...around] = await Promise.all([
    loadBeside<ExposureCell>(cells, period, exposureRule(context), (kind, from) => cellKeys.exposure(kind, from, own)),
    ...[...new Set(larger)].map(
      (name) => cells.load(cellKeys.exposure(period.kind, period.from, name)) as Promise<ExposureCell | undefined>,
    ),
  ]);
  return { cellOf, around };
}
