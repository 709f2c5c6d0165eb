import { startOf } from '../calendar.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { item } from '../catalog/item.ts';
import { stream } from '../random/stream.ts';

/** What a shop gives of what notes sell for it; with a link, of what this one does. */
export interface WorldTerms {
  readonly shopId: string;
  readonly linkId: string | null;
  readonly validFrom: number;
  /** In hundredths of a percent. */
  readonly rateBp: number;
  /** The author's share, in percent. */
  readonly authorPercent: number;
  readonly returnDays: number;
  readonly receiveDays: number;
}

/** Commissions are paid up to then: what Y0 and Y1 sold, but nothing of the days with the traps. */
export const PAID_UNTIL = startOf('2025-06-01');
/** So many days are paid together, counted from 1970-01-01. */
export const PAID_EVERY_DAYS = 7;
/** Before anything was sold. */
const FROM = startOf('2024-01-01');
const USUAL = { validFrom: FROM, authorPercent: 70, returnDays: 7, receiveDays: 15 };
/** One shop of so many gives nothing, and one link of so many has terms of its own. */
const GIVES_NOTHING = 10;
const OWN_TERMS = 12;

/** Nine shops of ten give 5 to 15 %, of which the author has 70; a link in twelve has half as much more, shared by 80 to 20. */
export function makeTerms(seed: number, { shops, links, products }: Catalog): WorldTerms[] {
  const random = stream(seed, 'commission');
  const rateOf = (place: number) =>
    random.below(place, GIVES_NOTHING) === 0 ? 0 : 500 + random.below(place + 1_000_000, 1_001);
  const ofShops = shops.flatMap((shop, place) =>
    rateOf(place) === 0 ? [] : { ...USUAL, shopId: shop.id, linkId: null, rateBp: rateOf(place) },
  );
  const ofLinks = links.flatMap((link, index) => {
    const { shop } = item(products, link.product);
    const rate = rateOf(shop);
    if (rate === 0 || random.below(index + 2_000_000, OWN_TERMS) !== 0) return [];
    const own = { authorPercent: 80, rateBp: Math.floor((rate * 3) / 2) };
    return { ...USUAL, ...own, shopId: item(shops, shop).id, linkId: link.id };
  });
  return [...ofShops, ...ofLinks];
}
