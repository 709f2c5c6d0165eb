import type { Platform, PlatformCapability } from './types.ts';

/** In Chinese and in English. */
type Names = readonly [string, string];

/** The platforms that the alliance's announcement and the earlier agreements name; a date stands only where one was given. */
const NAMED: readonly Platform[] = [
  platform('xiaohongshu', ['小红书', 'Xiaohongshu'], 'CONTENT', '2025-05-07', [
    'IN_APP_CHECKOUT',
    'CONVERSION_RETURN',
    'ADVERTISING',
  ]),
  platform('taobao', ['淘宝', 'Taobao'], 'MARKETPLACE', '2025-05-07', [
    'DEEP_LINK',
    'CONVERSION_RETURN',
    'ADVERTISING',
  ]),
  platform('tmall', ['天猫', 'Tmall'], 'MARKETPLACE', '2025-05-07', ['DEEP_LINK', 'CONVERSION_RETURN', 'ADVERTISING']),
  platform('jd', ['京东', 'JD.com'], 'MARKETPLACE', null, ['DEEP_LINK']),
  platform('wechat', ['微信', 'WeChat'], 'SOCIAL', '2024-10-10', ['DEEP_LINK', 'PAYMENT']),
  platform('alipay', ['支付宝', 'Alipay'], 'PAYMENT', null, ['DEEP_LINK', 'PAYMENT']),
  platform('weibo', ['微博', 'Weibo'], 'SOCIAL', null, ['DEEP_LINK', 'ADVERTISING']),
  platform('zhihu', ['知乎', 'Zhihu'], 'QUESTIONS', null, ['DEEP_LINK', 'ADVERTISING']),
  platform('bilibili', ['B站', 'Bilibili'], 'VIDEO', null, ['DEEP_LINK', 'ADVERTISING']),
  platform('jd_logistics', ['京东物流', 'JD Logistics'], 'LOGISTICS', '2024-10-16', ['LOGISTICS']),
  platform('cainiao', ['菜鸟', 'Cainiao'], 'LOGISTICS', null, ['LOGISTICS']),
];

/** Invented places; with the kinds below they name the rest of the more than two hundred. */
const PLACES: readonly [string, Names][] = [
  ['yunling', ['云岭', 'Yunling']],
  ['jiangpan', ['江畔', 'Jiangpan']],
  ['qingzhou', ['青洲', 'Qingzhou']],
  ['luhu', ['鹿湖', 'Luhu']],
  ['shuangxi', ['双溪', 'Shuangxi']],
  ['beican', ['北璨', 'Beican']],
  ['nanyu', ['南屿', 'Nanyu']],
  ['haiyan', ['海岩', 'Haiyan']],
  ['songyuan', ['松垣', 'Songyuan']],
  ['meixi', ['梅汐', 'Meixi']],
  ['tingzhou', ['汀舟', 'Tingzhou']],
  ['langye', ['阆野', 'Langye']],
  ['baisha', ['白沙湾', 'Baisha Bay']],
  ['cangmu', ['苍木', 'Cangmu']],
  ['fengdu', ['枫渡', 'Fengdu']],
  ['guiyuan', ['桂原', 'Guiyuan']],
  ['heshan', ['禾山', 'Heshan']],
  ['jinchuan', ['锦川渡', 'Jinchuan Ferry']],
  ['kunyu', ['昆屿', 'Kunyu']],
  ['lanting', ['岚汀', 'Lanting']],
  ['mingze', ['明泽', 'Mingze']],
  ['ningpu', ['凝浦', 'Ningpu']],
  ['pingwu', ['平芜', 'Pingwu']],
  ['qiuming', ['秋明', 'Qiuming']],
  ['ruoshui', ['若水镇', 'Ruoshui Town']],
];

const KINDS: readonly [string, Names, Platform['category'], readonly PlatformCapability[]][] = [
  ['notes', ['笔记', 'Notes'], 'CONTENT', ['DEEP_LINK', 'ADVERTISING']],
  ['friends', ['邻里圈', 'Circle'], 'SOCIAL', ['DEEP_LINK']],
  ['video', ['影像', 'Video'], 'VIDEO', ['DEEP_LINK', 'ADVERTISING']],
  ['answers', ['问答', 'Answers'], 'QUESTIONS', ['DEEP_LINK']],
  ['pay', ['支付', 'Pay'], 'PAYMENT', ['PAYMENT']],
  ['express', ['速运', 'Express'], 'LOGISTICS', ['LOGISTICS']],
  ['market', ['集市', 'Market'], 'MARKETPLACE', ['DEEP_LINK', 'CONVERSION_RETURN']],
  ['life', ['本地生活', 'Local Life'], 'OTHER', ['DEEP_LINK']],
];

/** The first invented marketplaces return no conversions. */
const SILENT_MARKETS = 4;

function platform(
  key: string,
  [name, englishName]: Names,
  category: Platform['category'],
  connectedOn: string | null,
  capabilities: readonly PlatformCapability[],
): Platform {
  return { id: `platform_${key}`, name, englishName, category, connectedOn, capabilities };
}

function invented(): Platform[] {
  return PLACES.flatMap(([key, [place, englishPlace]], index) =>
    KINDS.map(([kind, [noun, englishNoun], category, capabilities], at) => {
      const silent = kind === 'market' && index < SILENT_MARKETS;
      const month = String(((index * KINDS.length + at) % 12) + 1).padStart(2, '0');
      const day = String(((index * 7 + at * 3) % 28) + 1).padStart(2, '0');
      const kept = silent ? capabilities.filter((capability) => capability !== 'CONVERSION_RETURN') : capabilities;
      const names = [`${place}${noun}`, `${englishPlace} ${englishNoun}`] as const;
      return platform(`${key}_${kind}`, names, category, `2025-${month}-${day}`, kept);
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
