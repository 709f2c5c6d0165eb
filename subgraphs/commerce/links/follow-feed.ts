import { z } from 'zod';
import { type FeedOptions, type FollowedFeed, followFeed } from '../../kit/follow-feed.ts';
import type { LinkChange } from '../store/links/link-targets.ts';

/** What content's feed answers. */
const FeedPage = z.object({
  links: z.array(
    z.object({
      position: z.int(),
      linkId: z.string(),
      noteId: z.string(),
      productId: z.string(),
      authorId: z.string(),
      status: z.enum(['PENDING_REVIEW', 'ACTIVE', 'PAUSED', 'REMOVED']),
    }),
  ),
});

/** Begins to follow content's product links. */
export function followLinkFeed(options: Omit<FeedOptions<LinkChange>, 'of' | 'read'>): FollowedFeed {
  return followFeed({ ...options, of: 'product links', read: (body) => FeedPage.parse(body).links });
}
