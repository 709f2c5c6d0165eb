import { type DayRange, dayOf } from '../../kit/calendar.ts';
import { campaignParts, daysOfCampaign } from '../campaigns/campaign-parts.ts';
import type { Context } from '../context.ts';
import {
  accessOfShops,
  accessToLink,
  accessToNote,
  accessToSource,
  type FigureAccess,
  type FigureParts,
  type OwnOfFigures,
  seesAll,
} from '../conversions/figures/figure-access.ts';
import { addedUp } from '../conversions/figures/stats.ts';
import { isForeign } from '../conversions/placement.ts';
import type { ConversionStatsModel } from '../models/conversion.ts';
import { ownAuthors } from '../own-author.ts';
import { ownShops } from '../own-shop.ts';
import { ownSourceTypes } from '../own-source.ts';
import type { DayFigures, FiguresQuery, SubjectFigures } from '../store/figures/figures.ts';

/** What a caller may be told of a subject's figures. Nothing is read for those who see all. */
export async function accessTo(stats: ConversionStatsModel, context: Context): Promise<FigureAccess> {
  const own: OwnOfFigures = {
    shops: ownShops(context.claims),
    authors: ownAuthors(context.claims),
    sourceTypes: ownSourceTypes(context.claims),
  };
  if (stats.query.kind === 'CAMPAIGN') return judgeCampaign(own, stats, context);
  return seesAll(own) ? { tells: 'ALL' } : judge(own, stats, context);
}

async function judge(
  own: OwnOfFigures,
  { query: { kind, model, range }, id }: ConversionStatsModel,
  { owners, catalogue, figures }: Context,
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
      return accessOfShops(own, await shopsOfSearch(range, id, figures));
    case 'SHOP':
      return accessOfShops(own, [id]);
    case 'CAMPAIGN':
      return { tells: 'NOTHING' };
  }
}

/** What a campaign did is what its boosted notes did, for its shop's own merchant. */
async function judgeCampaign(
  own: OwnOfFigures,
  { query, id }: ConversionStatsModel,
  { campaigns, owners, now }: Context,
): Promise<FigureAccess> {
  const campaign = await campaigns.campaign.load(id);
  if (!campaign || accessOfShops(own, [campaign.shopId]).tells !== 'ALL') return { tells: 'NOTHING' };
  const boosted = (await campaigns.boostedNotes.load(id)) ?? [];
  const notes = await Promise.all(
    boosted.map(async (note) => ({ ...note, links: (await owners.linksOfNote.load(note.noteId)) ?? [] })),
  );
  return campaignParts(campaign.shopId, notes, query.model, daysOfCampaign(campaign, query.range, dayOf(now)));
}

/** Of other than campaigns, whose figures are in parts. */
function ofSubject({ kind, ...query }: ConversionStatsModel['query']): FiguresQuery {
  if (kind === 'CAMPAIGN') throw new Error('The figures of a campaign are read in parts.');
  return { ...query, kind };
}

/** The figures of each part. */
async function partsFor<Row>(
  { query }: ConversionStatsModel,
  { parts }: FigureParts,
  load: (query: FiguresQuery, id: string) => Promise<Row | undefined>,
): Promise<Row[]> {
  const rows = await Promise.all(parts.map(({ kind, id, range }) => load({ ...query, kind, range }, id)));
  return rows.filter((row) => row !== undefined);
}

function together(id: string, parts: readonly SubjectFigures[]): SubjectFigures {
  const newest = parts.flatMap((part) => part.newest ?? []).sort((one, other) => other.getTime() - one.getTime())[0];
  return { ...addedUp(parts), id, newest: newest ?? null };
}

/** The figures that a caller may be told, added up; undefined where there are none. */
export async function totalsFor(
  stats: ConversionStatsModel,
  access: FigureAccess,
  { figures }: Context,
): Promise<SubjectFigures | undefined> {
  const { query, id } = stats;
  if (access.tells === 'NOTHING') return undefined;
  if (access.tells === 'PARTS')
    return together(id, await partsFor(stats, access, (part, of) => figures.totals(part).load(of)));
  if (access.tells === 'ALL') return figures.totals(ofSubject(query)).load(id);
  const loader = figures.totals({ ...query, kind: 'LINK' });
  const parts = (await Promise.all(access.linkIds.map((link) => loader.load(link)))).filter(
    (part) => part !== undefined,
  );
  return together(id, parts);
}

/** The same by day, of the days that have any. */
export async function daysFor(
  stats: ConversionStatsModel,
  access: FigureAccess,
  { figures }: Context,
): Promise<DayFigures[]> {
  const { query, id } = stats;
  if (access.tells === 'NOTHING') return [];
  if (access.tells === 'ALL') return (await figures.byDay(ofSubject(query)).load(id)) ?? [];
  const loader = figures.byDay({ ...query, kind: 'LINK' });
  const days =
    access.tells === 'PARTS'
      ? await partsFor(stats, access, (part, of) => figures.byDay(part).load(of))
      : await Promise.all(access.linkIds.map((link) => loader.load(link)));
  const parts = days.flatMap((each) => each ?? []);
  return [...Map.groupBy(parts, ({ day }) => day)].map(([day, of]) => ({ ...addedUp(of), id, day }));
}

/** Whether no platform to which it leads, as far as a caller may see, returns what happened after a click. */
export async function isUnreported(
  { query: { kind }, id }: ConversionStatsModel,
  access: FigureAccess,
  { figures, campaigns }: Context,
): Promise<boolean> {
  if (kind === 'CAMPAIGN') {
    const campaign = await campaigns.campaign.load(id);
    return campaign ? ((await figures.unreported('SHOP').load(campaign.shopId)) ?? false) : false;
  }
  if (access.tells !== 'LINKS') return (await figures.unreported(kind).load(id)) ?? false;
  const of = await Promise.all(access.linkIds.map((link) => figures.unreported('LINK').load(link)));
  return of.length > 0 && of.every(Boolean);
}

/** The platforms of the shops to which something leads. */
export async function platformsOf(stats: ConversionStatsModel, context: Context): Promise<string[]> {
  const shopIds = [...new Set(await shopsOf(stats, context))];
  const shops = await Promise.all(shopIds.map((id) => context.catalogue.shop.load(id)));
  return [...new Set(shops.flatMap((shop) => shop?.platformId ?? []))];
}

async function shopsOf(
  { query: { kind, range }, id }: ConversionStatsModel,
  { owners, catalogue, campaigns, figures }: Context,
): Promise<string[]> {
  switch (kind) {
    case 'CAMPAIGN':
      return [(await campaigns.campaign.load(id))?.shopId ?? []].flat();
    case 'NOTE':
      return ((await owners.linksOfNote.load(id)) ?? []).map(({ shopId }) => shopId);
    case 'LINK':
      return [(await owners.link.load(id))?.shopId ?? []].flat();
    case 'PRODUCT':
      return [(await catalogue.product.load(id))?.shopId ?? []].flat();
    case 'SEARCH':
      return shopsOfSearch(range, id, figures);
    case 'SHOP':
      return [id];
  }
}

/** The shops into which a searched text led in a month. */
async function shopsOfSearch(
  range: DayRange | null,
  fingerprint: string,
  { shopsOfSearch: loader }: Context['figures'],
): Promise<string[]> {
  return range === null ? [] : ((await loader(range).load(fingerprint)) ?? []).map(({ shopId }) => shopId);
}
