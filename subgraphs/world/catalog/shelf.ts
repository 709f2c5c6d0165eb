import type { Group, Plan } from '../plan.ts';
import { type RankSampler, zipf } from '../random/zipf.ts';
import type { Catalog } from './catalog.ts';
import { item } from './item.ts';
import type { Cohort, Link, Note, Product, Shop } from './types.ts';

/** A link with all that it leads to. */
export interface Trail {
  readonly note: Note;
  readonly link: Link;
  readonly product: Product;
  readonly shop: Shop;
  readonly shopPlace: number;
}

/** When notes are met: each cohort in some of these. */
export type Season = 'Y0' | 'Y1' | 'RECENT';
const MET: Readonly<Record<Season, readonly Cohort[]>> = {
  Y0: ['LASTING'],
  Y1: ['LASTING', 'NEXT'],
  RECENT: ['LASTING', 'NEXT', 'NEW'],
};

/** The notes of a season that people meet, by Zipf's law, first ones most. */
export interface Shelf {
  /** Any note of a group. */
  note(group: Group, unit: number): Note;
  /** One that leads into a shop whose platform tells of sales; the first far more than the rest. */
  sellingNote(group: Group, unit: number): Note;
}

/** The trails of a note's active links, in order; where sales must be told of, only into shops that tell. */
export function trailsOf(catalog: Catalog, note: Note, selling: boolean): Trail[] {
  return note.links.flatMap((place) => {
    const trail = trailOf(catalog, place);
    return trail.link.status === 'ACTIVE' && (trail.shop.reports || !selling) ? [trail] : [];
  });
}

/** Where a link leads, by its place in the catalog. */
export function trailOf(catalog: Catalog, place: number): Trail {
  const link = item(catalog.links, place);
  const product = item(catalog.products, link.product);
  return {
    link,
    product,
    note: item(catalog.notes, link.note),
    shop: item(catalog.shops, product.shop),
    shopPlace: product.shop,
  };
}

/** The shelf of a season. */
export function makeShelf(plan: Plan, catalog: Catalog, season: Season): Shelf {
  const met = catalog.notes.filter((note) => MET[season].includes(note.cohort));
  const selling = met.filter((note) => trailsOf(catalog, note, true).length > 0);
  const shelves = new Map<Group, { all: Drawer; selling: Drawer }>();
  for (const group of Object.keys(plan.periods.Y0.groups) as Group[])
    shelves.set(group, { all: drawer(met, group, false), selling: drawer(selling, group, true) });
  const of = (group: Group) => {
    const shelf = shelves.get(group);
    if (!shelf) throw new RangeError(`No notes of group ${group}.`);
    return shelf;
  };
  return {
    note: (group, unit) => draw(of(group).all, unit),
    sellingNote: (group, unit) => draw(of(group).selling, unit),
  };
}

interface Drawer {
  readonly notes: readonly Note[];
  readonly sample: RankSampler;
}

function drawer(notes: readonly Note[], group: Group, steep: boolean): Drawer {
  const own = notes.filter((note) => note.group === group);
  return { notes: own, sample: zipf(own.length, steep) };
}

function draw({ notes, sample }: Drawer, unit: number): Note {
  return item(notes, sample(unit));
}
