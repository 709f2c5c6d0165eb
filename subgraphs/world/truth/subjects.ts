import type { Catalog } from '../catalog/catalog.ts';
import { stream } from '../random/stream.ts';
import type { ConversionTruth, SubjectKind } from './conversion-truth.ts';

/** At most this many of a kind: half the busiest, half at random among the rest. */
const MOST: Readonly<Record<Exclude<SubjectKind, 'ALL'>, number>> = {
  NOTE: 40,
  LINK: 50,
  PRODUCT: 30,
  SHOP: 30,
  SEARCH: 40,
};

export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

/** The subjects whose figures the truth tells. All together come first. */
export function chooseSubjects(seed: number, conversions: ConversionTruth): Subject[] {
  const random = stream(seed, 'truth.subjects');
  const kinds = Object.entries(MOST) as [Exclude<SubjectKind, 'ALL'>, number][];
  const chosen = kinds.flatMap(([kind, most]) => {
    const clicksOf = (id: string) => conversions.of(kind, id, 'EVER').taps;
    const ids = conversions.subjects(kind).toSorted((a, b) => clicksOf(b) - clicksOf(a) || (a < b ? -1 : 1));
    const busiest = ids.slice(0, most / 2);
    const rest = ids.slice(most / 2).map((id, place) => ({ id, rank: random.bits(place) }));
    const others = rest.toSorted((a, b) => a.rank - b.rank).slice(0, most / 2);
    return [...busiest, ...others.map(({ id }) => id)].map((id) => ({ kind, id }));
  });
  return [{ kind: 'ALL', id: '' }, ...chosen];
}

/** Subjects of which nothing is reported after the click: their shop's platform returns no conversions. */
export function unreported({ notes, links, products, shops }: Catalog): Subject[] {
  const silentShop = (place: number) => shops[place]?.reports === false;
  const silentProduct = (place: number) => silentShop(products[place]?.shop ?? -1);
  const silentNote = (places: readonly number[]) =>
    places.length > 0 && places.every((place) => silentProduct(links[place]?.product ?? -1));
  return [
    ...shops.flatMap((shop, place) => (silentShop(place) ? [{ kind: 'SHOP' as const, id: shop.id }] : [])),
    ...products.flatMap((product, place) =>
      silentProduct(place) ? [{ kind: 'PRODUCT' as const, id: product.id }] : [],
    ),
    ...links.flatMap((link) => (silentProduct(link.product) ? [{ kind: 'LINK' as const, id: link.id }] : [])),
    ...notes.flatMap((note) => (silentNote(note.links) ? [{ kind: 'NOTE' as const, id: note.id }] : [])),
  ];
}
