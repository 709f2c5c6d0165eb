import type { Platform, PlatformCapability } from './types.ts';

/** The platforms that the alliance's announcement and the earlier agreements name; a date stands only where one was given. */
const NAMED: readonly Platform[] = [
  platform('xiaohongshu', '小红书', 'CONTENT', '2025-05-07', ['IN_APP_CHECKOUT', 'CONVERSION_RETURN', 'ADVERTISING']),
  platform('taobao', '淘宝', 'MARKETPLACE', '2025-05-07', ['DEEP_LINK', 'CONVERSION_RETURN', 'ADVERTISING']),
  platform('tmall', '天猫', 'MARKETPLACE', '2025-05-07', ['DEEP_LINK', 'CONVERSION_RETURN', 'ADVERTISING']),
  platform('jd', '京东', 'MARKETPLACE', null, ['DEEP_LINK']),
  platform('wechat', '微信', 'SOCIAL', '2024-10-10', ['DEEP_LINK', 'PAYMENT']),
  platform('alipay', '支付宝', 'PAYMENT', null, ['DEEP_LINK', 'PAYMENT']),
  platform('weibo', '微博', 'SOCIAL', null, ['DEEP_LINK', 'ADVERTISING']),
  platform('zhihu', '知乎', 'QUESTIONS', null, ['DEEP_LINK', 'ADVERTISING']),
  platform('bilibili', 'B站', 'VIDEO', null, ['DEEP_LINK', 'ADVERTISING']),
  platform('jd_logistics', '京东物流', 'LOGISTICS', '2024-10-16', ['LOGISTICS']),
  platform('cainiao', '菜鸟', 'LOGISTICS', null, ['LOGISTICS']),
];

/** Invented places; with the kinds below they name the rest of the more than two hundred. */
const PLACES: readonly [string, string][] = [
  ['yunling', '云岭'],
  ['jiangpan', '江畔'],
  ['qingzhou', '青洲'],
  ['luhu', '鹿湖'],
  ['shuangxi', '双溪'],
  ['beican', '北璨'],
  ['nanyu', '南屿'],
  ['haiyan', '海岩'],
  ['songyuan', '松垣'],
  ['meixi', '梅汐'],
  ['tingzhou', '汀舟'],
  ['langye', '阆野'],
  ['baisha', '白沙湾'],
  ['cangmu', '苍木'],
  ['fengdu', '枫渡'],
  ['guiyuan', '桂原'],
  ['heshan', '禾山'],
  ['jinchuan', '锦川渡'],
  ['kunyu', '昆屿'],
  ['lanting', '岚汀'],
  ['mingze', '明泽'],
  ['ningpu', '凝浦'],
  ['pingwu', '平芜'],
  ['qiuming', '秋明'],
  ['ruoshui', '若水镇'],
];

const KINDS: readonly [string, string, Platform['category'], readonly PlatformCapability[]][] = [
  ['notes', '笔记', 'CONTENT', ['DEEP_LINK', 'ADVERTISING']],
  ['friends', '邻里圈', 'SOCIAL', ['DEEP_LINK']],
  ['video', '影像', 'VIDEO', ['DEEP_LINK', 'ADVERTISING']],
  ['answers', '问答', 'QUESTIONS', ['DEEP_LINK']],
  ['pay', '支付', 'PAYMENT', ['PAYMENT']],
  ['express', '速运', 'LOGISTICS', ['LOGISTICS']],
  ['market', '集市', 'MARKETPLACE', ['DEEP_LINK', 'CONVERSION_RETURN']],
  ['life', '本地生活', 'OTHER', ['DEEP_LINK']],
];

/** The first invented marketplaces return no conversions. */
const SILENT_MARKETS = 4;

function platform(
  key: string,
  name: string,
  category: Platform['category'],
  connectedOn: string | null,
  capabilities: readonly PlatformCapability[],
): Platform {
  return { id: `platform_${key}`, name, category, connectedOn, capabilities };
}

function invented(): Platform[] {
  return PLACES.flatMap(([key, place], index) =>
    KINDS.map(([kind, noun, category, capabilities], at) => {
      const silent = kind === 'market' && index < SILENT_MARKETS;
      const month = String(((index * KINDS.length + at) % 12) + 1).padStart(2, '0');
      const day = String(((index * 7 + at * 3) % 28) + 1).padStart(2, '0');
      const kept = silent ? capabilities.filter((capability) => capability !== 'CONVERSION_RETURN') : capabilities;
      return platform(`${key}_${kind}`, `${place}${noun}`, category, `2025-${month}-${day}`, kept);
    }),
  );
}

/** The connected platforms: the named ones, then invented ones. */
export const PLATFORMS: readonly Platform[] = [...NAMED, ...invented()];

/** Ids of the invented marketplaces that return no conversions. */
export const SILENT_MARKET_IDS: readonly string[] = PLACES.slice(0, SILENT_MARKETS).map(
  ([key]) => `platform_${key}_market`,
);

const reporting = new Set(
  PLATFORMS.filter((one) => one.capabilities.includes('CONVERSION_RETURN')).map((one) => one.id),
);

/** Whether a platform returns what happens after the click. */
export function returnsConversions(platformId: string): boolean {
  return reporting.has(platformId);
}
