import { queryTerms } from '../../kit/text/segment.ts';
import { commentClauses } from './comment-clauses.ts';

const MOST_TERMS = 5;

/** How people ask, cut out before the rest is segmented, so that 求色号 tells of a 色号. */
const ASKING =
  /跪?求求?|蹲+|链接|lj|有[没木]?有|有无|哪[里儿家个边]?|[买卖发甩丢放给来上要]|滴+我?|想要|请问|姐妹们?|姐姐|宝子?们?|亲|博主|楼主|谢谢|好看|能否|可以|分享|一下|怎么|什么|啥|在|我|个/gu;

const asking = new Set(
  'link please pls plz need want drop send share where get buy can could what which got any did'.split(' '),
);

/** The words that most of some link requests hold, such as 色号 or 外套: at most 5, ties in the order of the alphabet. */
export function topTerms(requests: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const request of requests) {
    const rest = commentClauses(request).join(' ').replace(ASKING, ' ');
    for (const term of new Set(queryTerms(rest))) {
      if (term.length > 1 && !asking.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MOST_TERMS)
    .map(([term]) => term);
}
