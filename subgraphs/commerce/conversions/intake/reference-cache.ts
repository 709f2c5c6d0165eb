import { readReferences, type Wanted } from '../../store/events/references.ts';
import { followedPosition } from '../../store/links/link-targets.ts';
import type { CommerceDb } from '../../store/tables.ts';
import { productKey, type References } from './name-event.ts';

/** Looks up what events name; what is not there is left out. */
export type LookUp = (wanted: Wanted) => Promise<References>;

/** How long is kept what no change of links tells of: products and shops, which are loaded, and hardly ever while events come. */
const KEPT_MS = 5_000;
/** Of each kind, beside those of one batch. */
const MOST_KEPT = 20_000;

type Kept = {
  readonly [Kind in keyof References]: References[Kind] extends ReadonlyMap<string, infer Value>
    ? Map<string, Value>
    : never;
};

/**
 * Looks up what events name, and keeps what was found until links change, in whichever process: the same few things are named again and
 * again. A note without shops is kept too; a link, a product or a shop that is not there is looked for each time.
 */
export function keepReferences(db: CommerceDb): LookUp {
  let kept = nothing();
  let position: number | undefined;
  let keptUntil = 0;
  return async (wanted) => {
    // Asked before what is looked up, so that a change in between makes that be forgotten, too.
    const now = await followedPosition(db);
    if (now !== position || performance.now() > keptUntil || isFull(kept)) {
      kept = nothing();
      position = now;
      keptUntil = performance.now() + KEPT_MS;
    }
    const own = kept;
    const found = await readReferences(db, without(wanted, own));
    for (const kind of ['links', 'shops', 'products', 'noteShops'] as const)
      for (const [key, value] of found[kind]) (own[kind] as Map<string, unknown>).set(key, value);
    for (const id of wanted.noteIds) if (!own.noteShops.has(id)) own.noteShops.set(id, []);
    return own;
  };
}

function nothing(): Kept {
  return { links: new Map(), shops: new Map(), products: new Map(), noteShops: new Map() };
}

function isFull(kept: Kept): boolean {
  return Object.values(kept).some(({ size }) => size > MOST_KEPT);
}

function without(wanted: Wanted, { links, shops, products, noteShops }: Kept): Wanted {
  return {
    linkIds: wanted.linkIds.filter((id) => !links.has(id)),
    shopIds: wanted.shopIds.filter((id) => !shops.has(id)),
    products: wanted.products.filter(
      (product) => !products.has(productKey(product.platformId, product.platformProductId)),
    ),
    noteIds: wanted.noteIds.filter((id) => !noteShops.has(id)),
  };
}
