import { ownRows } from '../../kit/claims/own-rows.ts';
import type { Context } from '../context.ts';
import {
  accessOfShops,
  accessToLink,
  accessToNote,
  accessToSource,
  type FigureAccess,
  type OwnOfFigures,
  seesAll,
} from '../conversions/figures/figure-access.ts';
import { addedUp } from '../conversions/figures/stats.ts';
import { isForeign } from '../conversions/placement.ts';
import type { ConversionStatsModel } from '../models.ts';
import { ownShops } from '../own-shop.ts';
import { ownSourceTypes } from '../own-source.ts';
import type { DayFigures, SubjectFigures } from '../store/figures/figures.ts';

/** The policy by which an author is the caller, or one for whom they act. */
const OWN_AUTHOR = 'own_author';

/** What a caller may be told of a subject's figures. Nothing is read for those who see all. */
export async function accessTo(stats: ConversionStatsModel, context: Context): Promise<FigureAccess> {
  const authors = ownRows(context.claims, OWN_AUTHOR);
  const own: OwnOfFigures = {
    shops: ownShops(context.claims),
    authors: authors === 'all' ? undefined : authors,
    sourceTypes: ownSourceTypes(context.claims),
  };
  return seesAll(own) ? { tells: 'ALL' } : judge(own, stats, context);
}

async function judge(
  own: OwnOfFigures,
  { query: { kind, model }, id }: ConversionStatsModel,
  { owners, catalogue }: Context,
): Promise<FigureAccess> {
  switch (kind) {
    case 'NOTE':
      if (isForeign(id)) return accessToSource(own, id, (await owners.placementsOfSource.load(id)) ?? [], model);
      return accessToNote(own, (await owners.linksOfNote.load(id)) ?? [], model);
    case 'LINK':
      return accessToLink(own, await owners.link.load(id));
    case 'PRODUCT': {
      const product = await catalogue.product.load(id);
      return product ? accessOfShops(own, [product.shopId]) : { tells: 'NOTHING' };
    }
    case 'SEARCH':
      return accessOfShops(
        own,
        ((await owners.shopsOfSearch.load(id)) ?? []).map(({ shopId }) => shopId),
      );
    case 'SHOP':
      return accessOfShops(own, [id]);
  }
}

/** The figures that a caller may be told, added up; undefined where there are none. */
export async function totalsFor(
  { query, id }: ConversionStatsModel,
  access: FigureAccess,
  { figures }: Context,
): Promise<SubjectFigures | undefined> {
  if (access.tells === 'NOTHING') return undefined;
  if (access.tells === 'ALL') return figures.totals(query).load(id);
  const loader = figures.totals({ ...query, kind: 'LINK' });
  const parts = (await Promise.all(access.linkIds.map((link) => loader.load(link)))).filter(
    (part) => part !== undefined,
  );
  const newest = parts.flatMap((part) => part.newest ?? []).sort((one, other) => other.getTime() - one.getTime())[0];
  return { ...addedUp(parts), id, newest: newest ?? null };
}

/** The same by day, of the days that have any. */
export async function daysFor(
  { query, id }: ConversionStatsModel,
  access: FigureAccess,
  { figures }: Context,
): Promise<DayFigures[]> {
  if (access.tells === 'NOTHING') return [];
  if (access.tells === 'ALL') return (await figures.byDay(query).load(id)) ?? [];
  const loader = figures.byDay({ ...query, kind: 'LINK' });
  const parts = (await Promise.all(access.linkIds.map((link) => loader.load(link)))).flatMap((days) => days ?? []);
  return [...Map.groupBy(parts, ({ day }) => day)].map(([day, of]) => ({ ...addedUp(of), id, day }));
}

/** Whether no platform to which it leads, as far as a caller may see, returns what happened after a click. */
export async function isUnreported(
  { query: { kind }, id }: ConversionStatsModel,
  access: FigureAccess,
  { figures }: Context,
): Promise<boolean> {
  if (access.tells !== 'LINKS') return (await figures.unreported(kind).load(id)) ?? false;
  const of = await Promise.all(access.linkIds.map((link) => figures.unreported('LINK').load(link)));
  return of.length > 0 && of.every(Boolean);
}
