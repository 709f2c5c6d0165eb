import { ASKED, commentClauses } from './comment-clauses.ts';

/** What is bad, so that its absence is good: 不磨脚, 不刺激. */
const FAULT =
  '拔干|刺激|磨脚|挑人|黏腻|黏|粘|起尘|闷痘|闷|卡粉|浮粉|起球|掉色|掉妆|踩雷|后悔|失望|浮夸|油腻|腻|臭|假白';
const PRAISE =
  '清爽|服帖|温和|显白|显瘦|透气|防风|轻便|轻到没感觉|抗造|耐摔|质感|百搭|好吃|饱腹感强|停不下来|干净|省心|安全感|好清洗|很爱|蓬松|留香|滋润|好冲|续航顶|安静|手感好|颜值高|氛围感|省空间|好打理|能装|解压|治愈|性价比高|好用|好看|好闻|舒服|喜欢|值得|推荐|惊喜|回购|放心|划算|明显|满意|好得?多|想象中好|优点|kept what it promised|\\b(?:love|loved|great|good|excellent|comfortable|recommend)\\b|buy again';
const BLAME = `缺点|难用|难看|难闻|太?贵|不算便宜|差评|后悔|失望|踩雷|鸡肋|智商税|翻车|不够|太少|一般般|\\b(?:bad|poor|disappointing|awful|broke|waste)\\b|though the choice`;
const NO = '(?:不是?很?|没有?|并不|不太|不怎么|不算|毫不|别|勿|\\b(?:not|no|never|hardly)\\s)';

const FAULTLESS = new RegExp(`${NO}(?:${FAULT})`, 'gu');
const NOT_PRAISED = new RegExp(`${NO}(?:够|那么|觉得)?(?:${PRAISE})|(?:选择|颜色|款式)[^,]{0,4}不多`, 'gu');
const PRAISED = new RegExp(PRAISE, 'gu');
const BLAMED = new RegExp(`${BLAME}|${FAULT}`, 'gu');

/** How a text speaks, clause by clause. */
export interface Opinion {
  readonly praise: number;
  readonly blame: number;
}

/**
 * Counts what a text praises and blames: words of a list, turned round where something denies them (不磨脚 is praise, 不好用 blame). Questions
 * (到底值不值?) and what is only wished for count for nothing.
 */
export function opinionOf(text: string): Opinion {
  let [praise, blame] = [0, 0];
  for (const clause of commentClauses(text)) {
    if (clause.endsWith(ASKED) || WISHED.test(clause)) continue;
    let rest = clause;
    const take = (pattern: RegExp) => {
      const count = rest.match(pattern)?.length ?? 0;
      rest = rest.replace(pattern, ' ');
      return count;
    };
    const faultless = take(FAULTLESS);
    const unpraised = take(NOT_PRAISED);
    // A fault that is none is taken out first: 不算便宜 would else lose its 不.
    blame += unpraised + take(BLAMED);
    praise += faultless + take(PRAISED);
  }
  return { praise, blame };
}

const WISHED = /希望|要是|如果|但愿|到底值不值|怎么选/u;

/** Signs that the author did it, each once. */
const DID: readonly RegExp[] = [
  /(?:用|穿|吃|喝|戴|带|住|试|养)(?:了|过|满|完)?(?:\d+|[一二两三四五六七八九十]+)(?:多)?(?:天|周|个?月|年|次)|\d+天真实|\bfor \d+ days\b|\b\d+ days with\b/u,
  /空瓶|铁皮|见底|用完(?:了|一)/u,
  /亲测|实测|自用|自费|自己花钱|真实反馈|honest review/u,
  /(?:前后)?对比了\d*|横评|\bi (?:compared|tried)\b|of the \d+ i tried/u,
  /我自己的感受|我的感受|个人感受/u,
  /第[一二三四]周|刚开始有点|没抱期待/u,
  /回购|buy again/u,
  /\bi(?:'ve| have)? (?:used|wore|bought|owned?)\b/u,
];
/** What looks alike and is hearsay or a plan. */
const DID_NOT =
  /听说|据说|朋友(?:说|用了)|闺蜜(?:说|用了)|看(?:别人|到别人|网上)|网上说|没(?:有)?(?:用|买|穿|试|吃|喝|住)过?|还没|未(?:用|买|试)|(?:想|准备|打算|要)(?:买|入|试|用)|(?:有没有|有无)人|求(?:测评|反馈)|\b(?:haven't|never|heard|planning|going to)\b/u;

/**
 * How many signs of first-hand experience a text has: its author used, compared, emptied or bought again what it is about. What is hearsay, a
 * plan or a question is none.
 */
export function firstHandSigns(text: string): number {
  const clauses = commentClauses(text).filter((clause) => !clause.endsWith(ASKED) && !DID_NOT.test(clause));
  return DID.filter((sign) => clauses.some((clause) => sign.test(clause))).length;
}
