import type { CommentIntent } from '../store/tables.ts';
import { ASKED, commentClauses } from './comment-clauses.ts';
import { asksForLink } from './link-request.ts';

const PRICE =
  /多少(?:钱|米|块|一[件个瓶支盒双套])|几(?:多钱|钱|块钱?)|(?:什么|啥|几)价|价(?:格|钱|位)(?:是?(?:多少|几何|呢|怎么样|如何)|\?|贵|$)|怎么卖|贵(?:不贵|吗|么|嘛)|[问求]个?价|\bhow much\b|\bprice\b(?:\?| pl|$)|\bwhat(?:'s| is| was)? the (?:price|cost)\b|\bwhat does it cost\b/u;
const NO_PRICE_QUESTION =
  /多少钱[^?]*都|不管多少|无论多少|(?:没|不值|值不了|省了?|赚了?|挣了?)多少|(?:不|别|甭)(?:用|要|想|再)*问|[很太真超]贵$|know how much|no matter how much|how much (?:i|we) /u;

const EXPERIENCE =
  /(?:用|穿|买|入手|试|吃|喝|住|囤|戴|收到|下单|拍|入|种草|剁手|踩雷|过敏|闷痘|烂脸|翻车)了|(?:用|穿|买|试|吃|喝|住|戴|去)过|(?:用|穿|戴)着|已(?:入|拍|买|下单)|回购|空瓶|亲测|到货|踩雷|我也有|用下来|不?好用|显[白黑瘦胖]|起球|掉色|\bi(?:'ve| have|'m| am| just| also)*\s(?:bought|got mine|use|used|been using|using|tried|own|ordered|wore|wear|love mine)\b|\bworks? (?:great |well |fine )?for me\b|\bmy skin\b/u;
const NO_EXPERIENCE =
  /(?:没|没有|未|还没|不曾)(?:用|买|穿|试|吃|喝|住|戴|去|入)|[吗么嘛]\??$|如果|(?:想|准备|打算|要)(?:买|入|试)/u;

/**
 * What a comment wants. Asking for the link outweighs asking for the price, which outweighs telling of one's own experience; each
 * clause is judged alone, so that a refusal in one does not silence another.
 */
export function commentIntent(body: string): CommentIntent {
  const clauses = commentClauses(body);
  if (clauses.some(asksForLink)) return 'LINK_REQUEST';
  if (clauses.some((clause) => PRICE.test(clause) && !NO_PRICE_QUESTION.test(clause))) return 'PRICE_QUESTION';
  if (clauses.some((clause) => !clause.endsWith(ASKED) && EXPERIENCE.test(clause) && !NO_EXPERIENCE.test(clause))) {
    return 'EXPERIENCE';
  }
  return 'OTHER';
}
