import type { DayRange } from '../../../kit/calendar.ts';
import { idType } from '../../../kit/ids.ts';
import type { SubjectKind } from '../../store/figures/figure-tables.ts';
import type { AttributionModel } from '../attribution/models.ts';

/** Rows that are a caller's own; undefined for all. */
export interface OwnOfFigures {
  readonly shops: ReadonlySet<string> | undefined;
  readonly authors: ReadonlySet<string> | undefined;
  /** What the ids of items of another platform begin with, such as clip. */
  readonly sourceTypes: ReadonlySet<string> | undefined;
}

/** A link, as far as it says whose its figures are. */
export interface OwnedLink {
  readonly linkId: string;
  /** Of the note on which it is. */
  readonly authorId: string;
  /** Into which it leads. */
  readonly shopId: string;
}

/** Figures that are added up of others, each on days of its own. */
export interface FigureParts {
  readonly tells: 'PARTS';
  readonly parts: readonly { readonly kind: SubjectKind; readonly id: string; readonly range: DayRange }[];
  /** As of LINKS. */
  readonly lacking: 'COUNTS' | 'OUTCOMES' | undefined;
}

/** What a caller may be told of a subject's figures. */
export type FigureAccess =
  | { readonly tells: 'ALL' }
  | { readonly tells: 'NOTHING' }
  | FigureParts
  | {
      /** What led into the caller's shops: the figures of these links, added up. */
      readonly tells: 'LINKS';
      readonly linkIds: readonly string[];
      /**
       * What can't be added up of links. COUNTS: an order that several of them have credit for counts once. OUTCOMES: what reads have credit
       * for is kept for the whole note alone.
       */
      readonly lacking: 'COUNTS' | 'OUTCOMES' | undefined;
    };

const ALL: FigureAccess = { tells: 'ALL' };
const NOTHING: FigureAccess = { tells: 'NOTHING' };
/** The models that give all credit to one touch. */
const OF_ONE_TOUCH: readonly AttributionModel[] = ['LAST_CLICK', 'FIRST_CLICK', 'READ_THROUGH'];

/** Whether a model gives all credit to one touch, so that what counts once counts for one. */
export function isOfOneTouch(model: AttributionModel): boolean {
  return OF_ONE_TOUCH.includes(model);
}

/** Whether nothing has to be known of a subject: every shop's figures are the caller's to see. */
export function seesAll({ shops }: OwnOfFigures): boolean {
  return shops === undefined;
}

/** An author sees what the own notes did, a merchant what led into the own shops. @param links every one that the note had */
export function accessToNote(own: OwnOfFigures, links: readonly OwnedLink[], model: AttributionModel): FigureAccess {
  const { shops } = own;
  if (!shops || !own.authors || links.some(({ authorId }) => isIn(own.authors, authorId))) return ALL;
  return partOf(shops, links, model);
}

/** The platform of an item sees what it did, a merchant what led into the own shops. @param placements every one that it had a click on */
export function accessToSource(
  { shops, sourceTypes }: OwnOfFigures,
  sourceId: string,
  placements: readonly Pick<OwnedLink, 'linkId' | 'shopId'>[],
  model: AttributionModel,
): FigureAccess {
  if (!shops || isIn(sourceTypes, idType(sourceId) ?? '')) return ALL;
  return partOf(shops, placements, model);
}

/** What a merchant sees of what led into several shops. */
function partOf(
  shops: ReadonlySet<string>,
  links: readonly Pick<OwnedLink, 'linkId' | 'shopId'>[],
  model: AttributionModel,
): FigureAccess {
  if (shops.size === 0) return NOTHING;
  const linking = links.filter(({ shopId }) => shops.has(shopId));
  if (linking.length > 0 && linking.length === links.length) return ALL;
  const repeats = new Set(linking.map(({ shopId }) => shopId)).size < linking.length;
  const lacking = model === 'READ_THROUGH' ? 'OUTCOMES' : repeats && !isOfOneTouch(model) ? 'COUNTS' : undefined;
  return { tells: 'LINKS', linkIds: linking.map(({ linkId }) => linkId), lacking };
}

/** The author and the merchant of a link see what it did. @param link undefined where there is none */
export function accessToLink(own: OwnOfFigures, link: OwnedLink | undefined): FigureAccess {
  return link && (isIn(own.shops, link.shopId) || isIn(own.authors, link.authorId)) ? ALL : NOTHING;
}

/** Who owns every shop into which something led sees what it did. @param shopIds none where it led nowhere */
export function accessOfShops({ shops }: OwnOfFigures, shopIds: readonly string[]): FigureAccess {
  if (!shops) return ALL;
  return shops.size > 0 && shopIds.every((id) => shops.has(id)) ? ALL : NOTHING;
}

function isIn(own: ReadonlySet<string> | undefined, id: string): boolean {
  return own === undefined || own.has(id);
}
