import { z } from 'zod';
import { CONSENT_PURPOSES } from '../../kit/consents/purposes.ts';
import { type FeedOptions, type FollowedFeed, followFeed } from '../../kit/follow-feed.ts';
import type { ConsentChange } from '../store/consents/consents.ts';

/** What content's feed answers. */
const FeedPage = z.object({
  consents: z.array(
    z.object({
      position: z.int(),
      person: z.string().regex(/^[0-9a-f]{64}$/),
      purpose: z.enum(CONSENT_PURPOSES),
      granted: z.boolean(),
      changedAt: z.iso.datetime(),
    }),
  ),
});

/** Begins to follow what people say to content of the purposes for which their data may be used. @param linkFeedUrl beside which its feed is */
export function followConsents({
  linkFeedUrl,
  ...options
}: Omit<FeedOptions<ConsentChange>, 'of' | 'read' | 'url'> & { readonly linkFeedUrl: string }): FollowedFeed {
  const url = new URL('consents', linkFeedUrl).href;
  return followFeed({ ...options, url, of: 'consents', read: (body) => FeedPage.parse(body).consents });
}
