import { type Stream, stream } from '../random/stream.ts';
import { returnsConversions, SILENT_MARKET_IDS } from './platforms.ts';
import type { Industry, LogisticsService, PaymentMethod, Shop } from './types.ts';
import { VOCABULARY } from './vocabulary.ts';

/** Industries of shops, in turn. */
const INDUSTRIES: readonly Industry[] = [
  'BEAUTY',
  'SPORTS',
  'FASHION',
  'FOOD',
  'BEAUTY',
  'PERSONAL_CARE',
  'HOME',
  'MOTHER_BABY',
  'SPORTS',
  'ELECTRONICS',
  'TRAVEL',
  'OTHER',
];

type Kind = { kind: Shop['kind']; platformId: string; suffix: string };
const FLAGSHIP: Kind = { kind: 'TMALL_FLAGSHIP', platformId: 'platform_tmall', suffix: '旗舰店' };
const TMALL: Kind = { kind: 'TMALL', platformId: 'platform_tmall', suffix: '专卖店' };
const TAOBAO: Kind = { kind: 'TAOBAO', platformId: 'platform_taobao', suffix: '小铺' };
const NATIVE: Kind = { kind: 'NATIVE', platformId: 'platform_xiaohongshu', suffix: '的店' };
/** Seven in turn, so that no industry keeps to one kind. */
const KINDS: readonly Kind[] = [FLAGSHIP, TAOBAO, TMALL, TAOBAO, NATIVE, FLAGSHIP, TAOBAO];

const CAINIAO: LogisticsService = {
  provider: 'CAINIAO',
  legs: ['WAREHOUSING', 'EXPRESS'],
  features: ['DOOR_DELIVERY'],
};
const JD: LogisticsService = {
  provider: 'JD_LOGISTICS',
  legs: ['WAREHOUSING', 'EXPRESS', 'FREIGHT'],
  features: ['DOOR_DELIVERY', 'ON_DEMAND_PICKUP', 'DOOR_RETURNS'],
};
const LOCAL: LogisticsService = { provider: 'OTHER', legs: ['EXPRESS'], features: ['ON_DEMAND_PICKUP'] };
const LOGISTICS: readonly (readonly LogisticsService[])[] = [[CAINIAO, JD], [CAINIAO], [JD], [LOCAL, CAINIAO]];

/** Shops at the list's end that stand for something: those whose platform returns nothing, then the one with nine people. */
export const SILENT_SHOPS = 4;

/** The marketplace's shops; the last is the one that only nine people will know. */
export function makeShops(seed: number, count: number): Shop[] {
  const random = stream(seed, 'shop');
  const met = new Map<Industry, number>();
  const nth = (industry: Industry) => {
    met.set(industry, (met.get(industry) ?? -1) + 1);
    return met.get(industry) ?? 0;
  };
  return Array.from({ length: count }, (_, index) => {
    const silent = index - (count - 1 - SILENT_SHOPS);
    if (silent >= 0 && silent < SILENT_SHOPS) return silentShop(random, index, silent, nth);
    const kind = KINDS[index % KINDS.length] ?? TAOBAO;
    const industry = INDUSTRIES[index % INDUSTRIES.length] ?? 'OTHER';
    return shop(random, index, industry, nth(industry), kind);
  });
}

function silentShop(random: Stream, index: number, silent: number, nth: (industry: Industry) => number): Shop {
  const platformId = SILENT_MARKET_IDS[silent] ?? 'platform_jd';
  const industry = INDUSTRIES[(silent * 2 + 2) % INDUSTRIES.length] ?? 'OTHER';
  return shop(random, index, industry, nth(industry), { ...TAOBAO, platformId });
}

/** @param nth how many shops of its industry came before; brands take turns */
function shop(random: Stream, index: number, industry: Industry, nth: number, of: Kind): Shop {
  const { kind, platformId, suffix } = of;
  const { brands, name } = VOCABULARY[industry];
  const brand = brands[nth % brands.length] ?? name;
  const again = Math.floor(nth / brands.length);
  const line = again === 0 ? '' : `${again + 1}号`;
  const branded = kind === 'TMALL_FLAGSHIP' || kind === 'TMALL' || random.below(index, 2) === 0;
  return {
    id: `shop_${index + 1}`,
    name: kind === 'NATIVE' ? `${brand}主理人${line}${suffix}` : `${brand}${name}${line}${suffix}`,
    kind,
    brandName: branded ? brand : null,
    industry,
    platformId,
    paymentMethods: paymentMethods(kind, random.below(index + 1_000_000, 3)),
    logistics: random.pick(index + 2_000_000, LOGISTICS),
    reports: returnsConversions(platformId),
  };
}

function paymentMethods(kind: Shop['kind'], draw: number): PaymentMethod[] {
  if (kind === 'NATIVE') return draw === 0 ? ['WECHAT_PAY'] : ['WECHAT_PAY', 'ALIPAY'];
  return draw === 0 ? ['ALIPAY', 'BANK_CARD'] : ['ALIPAY', 'WECHAT_PAY', 'BANK_CARD'];
}
