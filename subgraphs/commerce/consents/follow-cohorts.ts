import { z } from 'zod';
import { type FeedOptions, type FollowedFeed, followFeed } from '../../kit/follow-feed.ts';
import { AGE_COHORTS } from '../../kit/people/age-cohorts.ts';
import type { CohortChange } from '../store/consents/age-cohorts.ts';

/** What content's feed answers. */
const FeedPage = z.object({
  ageCohorts: z.array(
    z.object({
      position: z.int(),
      person: z.string().regex(/^[0-9a-f]{64}$/),
      ageCohort: z.enum(AGE_COHORTS).nullable(),
    }),
  ),
});

/** Begins to follow in which decades people were born, as content knows. @param linkFeedUrl beside which its feed is */
export function followCohorts({
  linkFeedUrl,
  ...options
}: Omit<FeedOptions<CohortChange>, 'of' | 'read' | 'url'> & { readonly linkFeedUrl: string }): FollowedFeed {
  const url = new URL('age-cohorts', linkFeedUrl).href;
  return followFeed({ ...options, url, of: 'age cohorts', read: (body) => FeedPage.parse(body).ageCohorts });
}
