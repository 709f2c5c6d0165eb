/** What is asked for. */
const THING =
  '(?:链接|同款|店名|店铺|店家|淘宝店|色号|(?:淘|淘宝)?口令|货号|型号|牌子|品牌|出处|购买方式|购买渠道|购买地址)';
const LINK = '(?:(?:购买|购物|商品|淘宝|天猫)?链接|(?:淘|淘宝)?口令)';
const GIVE = '(?:发|给|甩|丢|扔|放|贴|上|出|留|来|挂|分享|推|私信?|滴滴?|踢|dd)';
const A_FEW = '(?:一?[个下份条波些]|一下|个个|出)?';
/** A refusal, with what may stand between it and the word refused. */
const NO =
  '(?<!怎么|为什么|为啥|咋|干嘛)(?:不|别|勿|甭|莫|免|没|没有|未|懒得|拒绝)(?:是|用|要|必|需|需要|想|再|敢|打算|在|来|去|准|许|能|给我|给|跟你|到处|麻烦)*';
const WHERE = '(?:哪里|哪儿|哪边|哪|边度|什么地方|啥地方)';
/** How the names of what notes show end: 裙子, 外套, 口红. */
const WARE = '[裙裤衣鞋包帽袜衫袄服套镜杯椅灯碗锅壳表戒环霜水乳膜粉膏红影]子?';
const WHICH = '(?:哪家|哪个|哪间|什么|啥|边间)';

/** A clause that asks where the thing is to be had. Each is read with `REFUSALS` beside it. */
const REQUESTS: readonly RegExp[] = [
  // 求链接, 跪求姐妹发个同款链接; not 求职链接, 要求链接…, 求链接的人
  chinese(
    `(?<![要需请追征供力谋诉苛])求(?![职婚学助证解医生稳救租到得])[^不别勿]{0,12}?${THING}(?!男|女|老公|闺|对象)`,
  ),
  chinese(`蹲[^不别勿]{0,10}?${THING}`),
  /^(?:蹲+|蹲一?[个下波]|滴滴我?|dd+我?)\??$/,
  chinese(`(?:想|需|我|也|真的?|好|超|^)要[^不别勿]{0,6}?${LINK}`),
  chinese(`求(?:个|一个)?链(?:[啊呀呐吧]|\\??$)|(?:请问|想问下?|求问|想知道|谁知道|有人知道)[^不别勿]{0,8}?${THING}`),
  chinese(`${GIVE}(?:我|俺|给我|一下)?${A_FEW}(?:我|俺)?(?:这[件个款条瓶]的?|它的|购买)?(?:${LINK}|店名|店铺名)`),
  chinese(
    `${LINK}(?:可以|能否?|方便|麻烦|快|请)?(?:给|帮)?我?(?:发|甩|丢|踢|私|滴|分享|给)(?:一下|一个|个|下|来|出来|我|俺)`,
  ),
  chinese(`${LINK}(?:可以|能|能否|方便).{0,4}(?:发|给|分享|私|甩)`),
  chinese(
    `${THING}(?:在${WHERE}|${WHERE}(?:有|找)|呢|多少|有无|有(?:吗|么|嘛|没)|怎么[找搜买]|是(?:什么|啥|多少|哪)|(?:名字?)?叫(?:什么|啥))`,
  ),
  chinese(`有无(?:人有|大佬有|这[件个款条瓶]的?|购买)?${THING}`),
  chinese(`有(?:购买|这[件个款条瓶]的?)?${THING}(?:吗|么|嘛|没|不|可以|能|\\?|的话)`),
  chinese(`(?:怎么|为什么|为啥|咋|干嘛)(?:不|没|没有)(?:${GIVE}${A_FEW})?${LINK}`),
  chinese(`(?:分享|告诉|指路)(?:我)?${A_FEW}${THING}|求指路|指[个下]路|搜索?(?:什么|啥|哪个)`),
  chinese(`${WHERE}(?:可以|能够?|才能|有得?|还能|里)?(?:买(?!单|不)|入手|入的|下单|购买|购入|有?卖|淘的|搞到|弄到)`),
  chinese(`(?:怎么|咋|如何)(?:才能)?(?:买(?!单|不|了)|购买|下单|入手)`),
  chinese(`${WHICH}(?:店|牌子|品牌|色号|直播间)|(?:哪家|哪间|边间)(?:的|买)|${WARE}是?(?:哪里|哪儿|哪)的`),
  /^(?:(?:姐妹|宝子|宝|亲|博主|楼主)们?)?(?:链接|店名|色号|口令)+(?:[啊呀呐吧谢嘛哦！🙏😭🥺❤\s]|姐妹|宝子?)*\??$/u,
  chinese(`^.{0,6}${WARE}的?链接[啊呀呐吧呢谢🙏\\s]*\\??$`),
];

/** What makes a clause none, whatever else it holds. */
const REFUSALS: readonly RegExp[] = [
  chinese(`${NO}(?:求|蹲|要|问|${GIVE})(?!一下哪|问哪)`),
  chinese(`${NO}链接(?!.{0,2}(?:吗|么|嘛|\\?))`),
  // Others ask: 求链接的都去看主页, 谁要链接, 好多人求链接
  chinese(`(?:求|蹲|要|问|发|放|卖)[^,]{0,8}?${THING}的(?![呀啊啦呢吗]*\\??$)`),
  chinese(`(?:都在?|好多人|很多人|多人|没人|一堆人?|全是|满屏|有人|老是)(?:在|来)?(?:求|蹲|要|问)(?!.*(?:同求|我也))`),
  chinese(`(?:谁|有人|还有人|需|想)?(?:想|需)?要${A_FEW}${THING}(?:吗|么|嘛|\\?|的?私我|的?找我)`),
  chinese(`谁(?:还)?(?:想|需)?要${A_FEW}${THING}|要否`),
  // The speaker gives: 我给你发链接, 已发链接, 链接发你了, 放了链接
  chinese(
    `(?<![给帮跟和教私让替])我(?:来|也|去|可以|能|给你们?|给大家|帮你|这就|马上|待会儿?|一会儿?|已经?|刚刚?|都|就|在.{1,4})*${GIVE}(?!我)`,
  ),
  chinese(`给(?:你们?|大家|姐妹们?|宝子们?)${GIVE}`),
  chinese(`(?:已经?|刚刚?|早就|昨天|终于)${GIVE}`),
  chinese(`${GIVE}(?:了|过|好了|在了?|到)[^吗么没?]*${LINK}(?![^?]*(?:吗|么|没|\\?))`),
  chinese(`${LINK}(?:我)?(?:已经?|都|刚)?(?:发|放|给|贴|挂|私)(?:你|您|大家|在|到|评论|主页|出来了|好了|了)`),
  chinese(`${GIVE}${A_FEW}${LINK}(?:给你|了)(?![吗么没吧?])`),
  // Told, not asked: 哪里都买得到, 不管哪里买, 我知道哪家店, 告诉你哪里买, 忘了哪里买
  chinese(`(?:${WHERE}|${WHICH}).*都|(?:不管|无论|不论|随便|管它).*(?:${WHERE}|${WHICH})`),
  chinese(
    `(?:我|都|早就|已经|终于)知道.{0,6}(?:${WHERE}|${WHICH})|(?:告诉|教)(?:你|大家)|忘[了记]|(?:不想|不用|没想|不需要|不必)知道|本来(?:还|也)?想`,
  ),
];

const ENGLISH_REQUESTS: readonly RegExp[] = [
  /\blinks?\b\W*(?:pl(?:ea)?[sz]e?\w*|me\b|\?|🙏)/u,
  /\b(?:pl(?:ea)?[sz]e?|kindly)\b.*\blinks?\b/,
  /\b(?:drop|send|share|post|give|dm|provide|need|want|love|like|have|get)\b(?: me| us)?(?: the| a| your| that| product| shop(?:ping)?)* links?\b(?<!\bi have the link)/,
  /\b(?:any|got a?|is there an?|are there|where(?:'s| is| are)(?: the)?|what(?:'s| is) the|looking for (?:the|a)|asking for (?:the|a))\s+(?:product |shop )?links?\b/,
  /\blinks? to (?:the|this|that|your)\b.*\bpl(?:ea)?[sz]e?\b|\b(?:can|could|would) (?:you|u|someone|anyone|somebody)(?: please)? link\b/,
  /^(?:the )?lin+k+s?(?: 🙏| sis| bestie)*\??$/u,
  /\bwhere\b.{0,30}\b(?:buy|bought|get|got|purchased?|order(?:ed)?|find|shop)\b/,
  /\bwhere(?:'s| is| are| was| were) .{1,30}\bfrom\b|\bw2c\b/,
  /\b(?:what|which)(?:'s| is)?(?: the| your| this)? (?:brand|shade|store|shop|link)\b|\bname of (?:the|this|that) (?:brand|shade|store|shop)\b|\b(?:brand|shade)(?: name)?\?/,
];

const ENGLISH_REFUSALS: readonly RegExp[] = [
  /\b(?:no|not|don'?t|doesn'?t|never|stop|without|isn'?t|ain'?t|cannot be|skip|unnecessary)\b/,
  /\blinks?\b.*\b(?:in (?:my |the |your )?(?:bio|comments?|profile|description)|(?:is|are) (?:below|above)|broken|dead|expired|works?|worked|here)\b(?!.*\?)/,
  /\b(?:thanks|thank you|thx|ty) for (?:the|your) links?\b|\b(?:found|here(?:'s| is| are)|i(?:'ve| have)?(?: already)? (?:posted|dropped|shared|sent|got|have)) (?:the|a|my|you the) links?\b/,
  /\b(?:i|we|everyone|everybody)(?: already)? (?:know|knew|found out|forgot|told)\b.*\bwhere\b|\beveryone\b.*\basking\b/,
];

/** Doubts that hold a `no` or `not` and refuse nothing. */
const ENGLISH_DOUBTS =
  /\b(?:don'?t know|do not know|not sure|no idea|can'?t find|cannot find|why (?:is there )?(?:no|not|don'?t you))\b/g;

/**
 * Whether a clause, as `commentClauses` gives it, asks for the link to what the note shows (求链接): the link itself, the shop, the shade,
 * the brand, or where it is sold. Refusing one, offering one and talking about one are none.
 */
export function asksForLink(clause: string): boolean {
  const any = (rules: readonly RegExp[], text: string) => rules.some((rule) => rule.test(text));
  if (any(REQUESTS, clause) && !any(REFUSALS, clause)) return true;
  const english = clause.replace(ENGLISH_DOUBTS, 'wonder');
  return any(ENGLISH_REQUESTS, english) && !any(ENGLISH_REFUSALS, english);
}

function chinese(source: string): RegExp {
  return new RegExp(source, 'u');
}
