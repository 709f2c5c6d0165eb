import type { Industry } from './types.ts';

/** Words of one industry. Every brand is invented. */
export interface Vocabulary {
  readonly name: string;
  readonly category: string;
  readonly brands: readonly string[];
  readonly nouns: readonly string[];
  readonly english: readonly string[];
  readonly scenes: readonly string[];
  readonly adjectives: readonly string[];
  /** What one does with its products. */
  readonly verb: '穿' | '用' | '吃' | '带';
  /** Price range of its products, in yuan. */
  readonly yuan: readonly [number, number];
}

export const VOCABULARY: Readonly<Record<Industry, Vocabulary>> = {
  BEAUTY: {
    name: '美妆',
    category: '护肤品',
    brands: ['云霁里', '浅屿', '白露集', '栗夏', '岚朵', 'Mirellune'],
    nouns: ['防晒霜', '修护精华', '气垫粉底', '哑光口红', '卸妆膏', '眼霜', '洁面乳', '腮红'],
    english: [
      'sunscreen',
      'repair serum',
      'cushion foundation',
      'matte lipstick',
      'cleansing balm',
      'eye cream',
      'face wash',
      'blush',
    ],
    scenes: ['换季敏感肌', '早八', '通勤', '约会', '熬夜后'],
    adjectives: ['清爽不拔干', '服帖到晚上', '温和不刺激', '显白'],
    verb: '用',
    yuan: [49, 399],
  },
  SPORTS: {
    name: '运动户外',
    category: '户外装备',
    brands: ['逐岭', '风脊', '跃川', '野径集', '踏浪社', 'Pacerra'],
    nouns: ['冲锋衣', '徒步鞋', '速干衣', '登山杖', '瑜伽裤', '跑步鞋', '运动水壶', '骑行手套'],
    english: [
      'shell jacket',
      'hiking shoes',
      'quick-dry shirt',
      'trekking poles',
      'yoga pants',
      'running shoes',
      'sports bottle',
      'cycling gloves',
    ],
    scenes: ['夜爬泰山', '露营', '徒步', '晨跑', '骑行'],
    adjectives: ['防风又透气', '轻到没感觉', '不磨脚', '很抗造'],
    verb: '穿',
    yuan: [59, 899],
  },
  FASHION: {
    name: '穿搭',
    category: '衣服',
    brands: ['织语', '慢半拍', '青柚间', 'Lunorre'],
    nouns: ['亚麻衬衫', '阔腿裤', '针织开衫', '半身裙', '乐福鞋', '托特包'],
    english: ['linen shirt', 'wide-leg trousers', 'knit cardigan', 'midi skirt', 'loafers', 'tote bag'],
    scenes: ['通勤', '早八', '周末出游', '小个子'],
    adjectives: ['显瘦', '有质感', '不挑人', '百搭'],
    verb: '穿',
    yuan: [79, 599],
  },
  FOOD: {
    name: '美食',
    category: '零食',
    brands: ['麦田信', '半山食集', '小满柜', 'Grainella'],
    nouns: ['坚果燕麦', '冷萃咖啡液', '荞麦面', '无糖酸奶', '牛肉干', '手工辣酱'],
    english: ['nut granola', 'cold brew', 'soba noodles', 'plain yoghurt', 'beef jerky', 'chilli sauce'],
    scenes: ['早八', '加班', '露营', '减脂期'],
    adjectives: ['好吃不腻', '饱腹感强', '配料干净', '停不下来'],
    verb: '吃',
    yuan: [19, 129],
  },
  MOTHER_BABY: {
    name: '母婴',
    category: '母婴用品',
    brands: ['小芽芽纪', '棉朵象', '圆圆树', 'Nestlune'],
    nouns: ['辅食剪', '婴儿推车', '纱布浴巾', '儿童餐椅', '绘本', '保温奶瓶'],
    english: ['food scissors', 'stroller', 'muslin towel', 'high chair', 'picture book', 'insulated bottle'],
    scenes: ['带娃出门', '夜奶', '入园准备', '长途自驾'],
    adjectives: ['省心', '安全感满满', '好清洗', '宝宝很爱'],
    verb: '用',
    yuan: [29, 699],
  },
  PERSONAL_CARE: {
    name: '个护',
    category: '洗护',
    brands: ['沐白', '泡沫日记', '齿间', 'Verdabloom'],
    nouns: ['洗发水', '电动牙刷', '身体乳', '护手霜', '沐浴油', '护发精油'],
    english: ['shampoo', 'electric toothbrush', 'body lotion', 'hand cream', 'shower oil', 'hair oil'],
    scenes: ['换季敏感肌', '出差', '健身后', '熬夜后'],
    adjectives: ['蓬松', '留香久', '滋润不黏', '很好冲'],
    verb: '用',
    yuan: [25, 299],
  },
  ELECTRONICS: {
    name: '数码',
    category: '数码配件',
    brands: ['波隐', '折光社', '零噪', 'Quillon'],
    nouns: ['降噪耳机', '充电宝', '机械键盘', '拍立得', '投影仪', '桌面支架'],
    english: [
      'noise-cancelling headphones',
      'power bank',
      'mechanical keyboard',
      'instant camera',
      'projector',
      'desk stand',
    ],
    scenes: ['通勤', '自习室', '宿舍', '出差'],
    adjectives: ['续航顶', '安静', '手感好', '颜值高'],
    verb: '用',
    yuan: [69, 1499],
  },
  HOME: {
    name: '家居',
    category: '家居好物',
    brands: ['木有间', '浮光家', '素里', 'Hearthlow'],
    nouns: ['收纳盒', '香薰蜡烛', '四件套', '懒人沙发', '落地灯', '餐盘'],
    english: ['storage box', 'scented candle', 'bedding set', 'bean bag', 'floor lamp', 'dinner plate'],
    scenes: ['租房改造', '小户型', '换季', '周末在家'],
    adjectives: ['氛围感', '省空间', '有质感', '好打理'],
    verb: '用',
    yuan: [29, 599],
  },
  TRAVEL: {
    name: '旅行',
    category: '旅行装备',
    brands: ['游隼行', '在路上社', '云栖记', 'Waymorrow'],
    nouns: ['登机箱', '颈枕', '收纳旅行袋', '便携水壶', '防水背包', '旅行分装瓶'],
    english: [
      'cabin suitcase',
      'neck pillow',
      'packing cubes',
      'travel bottle',
      'waterproof backpack',
      'refill bottles',
    ],
    scenes: ['特种兵旅行', '长途飞行', '周末出游', '露营'],
    adjectives: ['轻便', '能装', '耐摔', '省心'],
    verb: '带',
    yuan: [39, 699],
  },
  OTHER: {
    name: '生活',
    category: '小东西',
    brands: ['喵次方', '纸上花', '慢手作', 'Oddlark'],
    nouns: ['猫砂', '手账本', '拼图', '多肉盆栽', '宠物推车', '手工毛线'],
    english: ['cat litter', 'journal', 'jigsaw puzzle', 'succulents', 'pet stroller', 'knitting yarn'],
    scenes: ['新手养猫', '周末在家', '治愈一下', '租房改造'],
    adjectives: ['解压', '不起尘', '很治愈', '性价比高'],
    verb: '用',
    yuan: [15, 399],
  },
};

/** The industries that are told together with others. */
export const OTHER_INDUSTRIES: readonly Industry[] = [
  'FASHION',
  'FOOD',
  'PERSONAL_CARE',
  'HOME',
  'MOTHER_BABY',
  'ELECTRONICS',
  'TRAVEL',
  'OTHER',
];
