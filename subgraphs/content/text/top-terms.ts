import { queryTerms } from '../../kit/text/segment.ts';

const MOST_TERMS = 5;

/** What every request says, so that it tells nothing of what is wanted. */
const asking = new Set(
  (
    '求 求求 跪求 蹲 蹲蹲 链接 连接 连结 lj 有没有 有无 哪里 哪儿 哪家 哪个 哪有 买 卖 购买 发 甩 丢 放 给 来 上 滴 滴滴 滴我 我链 链 接 ' +
    '想要 要 想 请问 姐妹 姐妹们 姐姐 宝 宝子 宝子们 亲 博主 楼主 谢谢 好看 真的 太 可以 能不能 分享 一下 多少 怎么 什么 啥 叫 店 家 ' +
    'link please pls plz need want drop send share where get buy can could what which got any'
  ).split(' '),
);

/** The words that most of some link requests hold, such as 色号 or 外套: at most 5, ties in the order of the alphabet. */
export function topTerms(requests: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const request of requests) {
    for (const term of new Set(queryTerms(request))) {
      if (!asking.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MOST_TERMS)
    .map(([term]) => term);
}
