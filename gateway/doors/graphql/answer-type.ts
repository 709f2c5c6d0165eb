import { BoundedCache } from '../../caches/bounded-cache.ts';
import { mediaRanges } from '../media-ranges.ts';

/** What an answer in one part may be, the first where a client likes all alike. */
export const ANSWER_TYPES = ['application/json', 'application/graphql-response+json'] as const;

/** One of `ANSWER_TYPES`. */
export type AnswerType = (typeof ANSWER_TYPES)[number];

/** How many `accept` headers are remembered, and the longest of them, in characters: clients choose them. */
const LIMIT = 100;
const MOST_CHARACTERS = 200;

const known = new BoundedCache<string, AnswerType>(LIMIT);

/**
 * The type of an answer in one part for an `accept` header, by quality and then by order. Who takes neither gets JSON all the same: what was
 * asked for is done by then. https://graphql.github.io/graphql-over-http/draft/#sec-Accept
 */
export function answerType(accept: string | undefined): AnswerType {
  if (accept === undefined || !accept.includes('graphql-response')) return 'application/json';
  const remembered = known.get(accept);
  if (remembered) return remembered;
  const type = chosen(accept);
  if (accept.length <= MOST_CHARACTERS) known.set(accept, type);
  return type;
}

function chosen(accept: string): AnswerType {
  let best: { readonly type: AnswerType; readonly quality: number } | undefined;
  for (const { type, quality } of mediaRanges(accept)) {
    const meant = ANSWER_TYPES.find((known) => known === type || type === '*/*' || type === 'application/*');
    if (meant && quality > (best?.quality ?? 0)) best = { type: meant, quality };
  }
  return best?.type ?? 'application/json';
}
