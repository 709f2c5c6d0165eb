import { stream } from '../random/stream.ts';
import type { Product, Shop } from './types.ts';
import { VOCABULARY } from './vocabulary.ts';

const SPECS = ['', '轻享版', '大容量', '升级款', '礼盒装', '便携装', '经典款'];
const SPEC_LATER = 5;

/** Products, in turn over the shops, so that each shop has some; brands are the shop's where it has one. */
export function makeProducts(seed: number, count: number, shops: readonly Shop[]): Product[] {
  const random = stream(seed, 'product');
  return Array.from({ length: count }, (_, index) => {
    const place = index % shops.length;
    const shop = shops[place];
    if (!shop) throw new RangeError('Products need a shop.');
    const words = VOCABULARY[shop.industry];
    const noun = words.nouns[(Math.floor(index / shops.length) + place) % words.nouns.length] ?? words.category;
    const brandName = shop.brandName ?? random.pick(index, words.brands);
    const spec = index < shops.length * SPEC_LATER ? '' : random.pick(index + 1, SPECS);
    const [low, high] = words.yuan;
    // Prices end in 9 yuan, or in 90 fen for cheap things.
    const yuan = low + random.below(index + 3, high - low);
    const price = yuan < 60 ? yuan * 100 + 90 : (yuan - (yuan % 10) + 9) * 100;
    const reduced = random.below(index + 5, 10) < 3;
    return {
      id: `product_${index + 1}`,
      shop: place,
      platformId: shop.platformId,
      platformProductId: String(620_000_000_000 + index * 7_919 + (random.bits(index + 7) % 7_000)),
      title: [brandName, noun, spec].filter(Boolean).join(' '),
      noun,
      brandName,
      imageUrl: `https://img.example/product/${index + 1}.webp`,
      industry: shop.industry,
      price,
      compareAtPrice: reduced ? Math.round((price * 5) / 400) * 100 : null,
      availableForSale: random.below(index + 11, 20) > 0,
      salesTrack: shop.kind === 'NATIVE' ? 'NATIVE' : 'MARKETPLACE',
    };
  });
}
