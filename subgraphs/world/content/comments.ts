import { item } from '../catalog/item.ts';
import type { Author } from '../catalog/types.ts';
import { stream } from '../random/stream.ts';

export type CommentIntent = 'LINK_REQUEST' | 'PRICE_QUESTION' | 'EXPERIENCE' | 'OTHER';

export interface Comment {
  readonly id: string;
  readonly noteId: string;
  readonly authorId: string;
  readonly body: string;
  readonly at: number;
  /** What was meant, as its maker knows; no classifier was asked. */
  readonly intent: CommentIntent;
  /** Whether it looks like a request for a link and is none. */
  readonly lookAlike: boolean;
}

const REQUESTS = [
  '求链接',
  '求連結',
  '求個鏈接🙏',
  '求连接',
  'qiu链接',
  '求🔗',
  '求lj',
  '蹲链接',
  '滴滴我链接',
  '甩个链接',
  '姐妹哪家店的',
  '求店名',
  '求同款',
  '求色号',
  '哪里买的呀',
  '有没有淘宝口令',
];
const REQUEST_FRAMES = ['', '好看!', '太心动了,', '姐妹,', '被种草了 '];
const LOOK_ALIKES = [
  '不求链接,自己搜就好',
  '求职链接在主页',
  '已经买了不用发链接',
  '链接在评论区置顶',
  '链接失效了',
  '楼主是卖链接的吧',
];
const PRICES = ['多少钱呀', '这个价格大概多少?', '贵不贵', '现在有打折吗', '学生党想问多少钱', '比上次便宜了吗'];
const EXPERIENCES = [
  '用了两周,感觉真的不错',
  '我也买了,质量很好',
  '回购第三次了',
  '我用着有点干,可能不适合我',
  '上周收到的,和图片一样',
  'I have used it for a month and still love it.',
];
const OTHERS = [
  '好看!',
  '拍得真好',
  '哈哈哈哈说得太对了',
  '周末也想去',
  '收藏了慢慢看',
  'So pretty!',
  '今天也是被治愈的一天',
];

/** Kinds of the comments that ask for no link, by share. */
const KINDS: readonly { most: number; intent: CommentIntent; lookAlike: boolean; texts: readonly string[] }[] = [
  { most: 0.15, intent: 'OTHER', lookAlike: true, texts: LOOK_ALIKES },
  { most: 0.35, intent: 'PRICE_QUESTION', lookAlike: false, texts: PRICES },
  { most: 0.75, intent: 'EXPERIENCE', lookAlike: false, texts: EXPERIENCES },
  { most: 1, intent: 'OTHER', lookAlike: false, texts: OTHERS },
];

interface Said {
  /** Over all comments of the world, from 0. */
  readonly ordinal: number;
  readonly noteId: string;
  readonly at: number;
  readonly asksForLink: boolean;
}

/** A comment by someone who is an author only in name. */
export function makeComment(seed: number, authors: readonly Author[], said: Said): Comment {
  const random = stream(seed, 'comment');
  const { ordinal, noteId, at, asksForLink } = said;
  const place = ordinal * 4;
  // Of every ten authors the last six are people like you and me.
  const tens = Math.max(1, Math.floor(authors.length / 10));
  const author = item(authors, random.below(place, tens) * 10 + 4 + random.below(place + 1, 6));
  const base = { id: `comment_${ordinal + 1}`, noteId, authorId: author.id, at };
  if (asksForLink) {
    const body = random.pick(place + 2, REQUEST_FRAMES) + random.pick(place + 3, REQUESTS);
    return { ...base, body, intent: 'LINK_REQUEST', lookAlike: false };
  }
  const share = random.unit(place + 2);
  const { intent, lookAlike, texts } = KINDS.find((kind) => share < kind.most) ?? item(KINDS, KINDS.length - 1);
  return { ...base, body: random.pick(place + 3, texts), intent, lookAlike };
}
