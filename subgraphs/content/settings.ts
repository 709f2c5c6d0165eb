import { z } from 'zod';
import type { readSettings, Setting } from '../../settings/settings.ts';
import { wholeNumber } from '../../settings/settings.ts';
import { peopleSettings } from '../kit/people/people-settings.ts';
import { commonSettings } from '../kit/settings.ts';

/** What may be set of the content subgraph. */
export const contentSettings = {
  ...commonSettings('CONTENT', 4001),
  ...peopleSettings('CONTENT'),
  trendingLeastPeople: {
    env: 'CONTENT_TRENDING_MIN_PEOPLE',
    meaning: 'Fewest distinct persons who must have searched for a text before it may be told as trending.',
    schema: wholeNumber(1, 1_000_000),
    default: '50',
  },
  linkFeedToken: {
    env: 'CONTENT_LINK_FEED_TOKEN',
    meaning:
      'What commerce shows to read the feed of product links, as `COMMERCE_LINK_FEED_TOKEN`; without one it is answered to nobody where `CONTENT_CLAIMS_KEYS` is set, and to everyone where not.',
    schema: z.string().min(20, 'must have 20 characters at least'),
  },
  linksPerNote: {
    env: 'CONTENT_LINKS_PER_NOTE',
    meaning: 'Most product links that a note may have, removed ones not counted.',
    schema: wholeNumber(1, 100),
    default: '20',
  },
  latenessMinutes: {
    env: 'CONTENT_LATENESS_MINUTES',
    meaning: 'How late, in minutes, counters are expected to arrive at most: the watermark stands that long ago.',
    schema: wholeNumber(0, 10_080),
    default: '60',
  },
} as const satisfies Record<string, Setting<unknown>>;

/** Their values, as a running subgraph has them. */
export type ContentSettings = ReturnType<typeof readSettings<typeof contentSettings>>;
