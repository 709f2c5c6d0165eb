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
      'What commerce shows to read the feeds of product links, of consents and of age cohorts, as `COMMERCE_LINK_FEED_TOKEN`; without one it is answered to nobody where `CONTENT_CLAIMS_KEYS` is set, and to everyone where not.',
    schema: z.string().min(20, 'must have 20 characters at least; `openssl rand -hex 16` makes one'),
    isSecret: true,
  },
  personKey: {
    env: 'CONTENT_PERSON_KEY',
    meaning:
      'Key by which the connected platforms hash who a person is, as `COMMERCE_PERSON_KEY`: with it a viewer whose token the gateway verified is the person of their events (HMAC-SHA-256 of `sub`), so that what they say of consent holds for these, too.',
    schema: z.string().min(32, 'must have 32 characters at least; `openssl rand -hex 32` makes one'),
    isSecret: true,
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
