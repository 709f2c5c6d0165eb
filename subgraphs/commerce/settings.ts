import { z } from 'zod';
import { type readSettings, type Setting, wholeNumber } from '../../settings/settings.ts';
import { commonSettings } from '../kit/settings.ts';
import { funnelSettings } from './store/funnel/funnel-settings.ts';

const httpUrl = z
  .string()
  .refine(
    (text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ''),
    'must be a URL that begins with http:// or https://',
  );

const common = commonSettings('COMMERCE', 4002);

/** What may be set of the commerce subgraph. */
export const commerceSettings = {
  ...common,
  dataFolder: {
    ...common.dataFolder,
    meaning:
      'Folder of the embedded database, and, whatever the database, of taps that wait to be counted and of a copy of where links lead.',
  },
  publicUrl: {
    env: 'COMMERCE_PUBLIC_URL',
    meaning: 'Address under which people reach the gateway: jump URLs begin with it.',
    schema: httpUrl,
    default: 'http://127.0.0.1:4000',
  },
  linkFeedUrl: {
    env: 'COMMERCE_LINK_FEED_URL',
    meaning:
      'Content’s feed of product links; its feeds of consents and of people’s age cohorts are taken from beside it, as `/feed/consents` and `/feed/age-cohorts`.',
    schema: httpUrl,
    default: 'http://127.0.0.1:4001/feed/product-links',
  },
  linkFeedToken: {
    env: 'COMMERCE_LINK_FEED_TOKEN',
    meaning: 'What is shown to read these feeds: the text of `CONTENT_LINK_FEED_TOKEN`.',
    schema: z.string().min(20, 'must have 20 characters at least; `openssl rand -hex 16` makes one'),
    isSecret: true,
  },
  linkFeedInterval: {
    env: 'COMMERCE_LINK_FEED_INTERVAL_MS',
    meaning:
      'How long between two looks at these feeds, in milliseconds. A link that is not known yet is looked for at once.',
    schema: wholeNumber(100, 3_600_000),
    default: '2000',
  },
  tapJournalBytes: {
    env: 'COMMERCE_TAP_JOURNAL_BYTES',
    meaning:
      'Most bytes of taps that wait to be counted, as they do while the database is down: about 100 a tap. Past it they are lost.',
    schema: wholeNumber(10_000, 1_000_000_000_000),
    default: '268435456',
  },
  copiedLinks: {
    env: 'COMMERCE_COPIED_LINKS',
    meaning:
      'Most links of which it is copied to the data folder where they lead, for when the database is down: the newest.',
    schema: wholeNumber(0, 100_000_000),
    default: '200000',
  },
  personKey: {
    env: 'COMMERCE_PERSON_KEY',
    meaning:
      'Key by which the connected platforms hash who a person is (`personKey` of events: HMAC-SHA-256 of the account). With it the taps of viewers whose token the gateway verified are theirs (of `sub`); without, a tap is nobody’s, and is known by its click’s id alone.',
    schema: z.string().min(32, 'must have 32 characters at least; `openssl rand -hex 32` makes one'),
    isSecret: true,
  },
  contentPlatform: {
    env: 'COMMERCE_CONTENT_PLATFORM',
    meaning:
      'Platform on which the notes are: who speaks for it (`own_platform`) adds boosts in its name, tells what boosts cost, and grants the content platform’s part of joint accounts.',
    schema: z.string().regex(/^platform_[A-Za-z0-9_-]{1,80}$/, 'must be a platform’s id'),
    default: 'platform_xiaohongshu',
  },
  dataGapHours: {
    env: 'COMMERCE_DATA_GAP_HOURS',
    meaning:
      'After how many hours without events a platform that has sent some has a data gap, which ends when events come again.',
    schema: wholeNumber(1, 8_760),
    default: '24',
  },
  queueEvents: {
    env: 'COMMERCE_QUEUE_EVENTS',
    meaning:
      'Most events that may wait to be recorded at once, those under way included; who sends more is told when to come back.',
    schema: wholeNumber(500, 1_000_000),
    default: '20000',
  },
  feedInterval: {
    env: 'COMMERCE_FEED_INTERVAL_MS',
    meaning: 'How long between two looks of a stream that follows the feed of conversions, in milliseconds.',
    schema: wholeNumber(10, 60_000),
    default: '1000',
  },
  feedHeartbeat: {
    env: 'COMMERCE_FEED_HEARTBEAT_MS',
    meaning: 'Longest silence of such a stream, in milliseconds: then it tells its cursor.',
    schema: wholeNumber(10, 60_000),
    default: '15000',
  },
  feedStreams: {
    env: 'COMMERCE_FEED_STREAMS',
    meaning: 'Most streams of the feed of conversions at once.',
    schema: wholeNumber(1, 10_000),
    default: '64',
  },
  feedStreamMinutes: {
    env: 'COMMERCE_FEED_STREAM_MINUTES',
    meaning: 'After how many minutes a stream ends; its reader goes on with its last cursor.',
    schema: wholeNumber(1, 1_440),
    default: '60',
  },
  rawEventDays: {
    env: 'COMMERCE_RAW_EVENT_DAYS',
    meaning:
      'How many days raw events are kept before `retire` drops them; figures, the events’ names and what persons did, with their keys, stay. No fewer than a window and its settling take.',
    schema: wholeNumber(45, 36_500),
    default: '400',
  },
  ...funnelSettings,
  ledgerInterval: {
    env: 'COMMERCE_LEDGER_INTERVAL_MS',
    meaning:
      'How long between two looks at what is to be posted in the ledger of commissions, in milliseconds: commissions are that much behind events.',
    schema: wholeNumber(10, 3_600_000),
    default: '1000',
  },
  latenessMinutes: {
    env: 'COMMERCE_LATENESS_MINUTES',
    meaning: 'How late, in minutes, events are expected to arrive at most: the watermark stands that long ago.',
    schema: wholeNumber(0, 10_080),
    default: '60',
  },
  boostLeastClicks: {
    env: 'COMMERCE_BOOST_MIN_CLICKS',
    meaning: 'Fewest clicks of a week with which a note is proposed to be boosted (`Shop.boostProposals`).',
    schema: wholeNumber(1, 1_000_000),
    default: '50',
  },
  boostLeastLift: {
    env: 'COMMERCE_BOOST_MIN_LIFT_PERCENT',
    meaning:
      'From which part of the shop’s conversion rate on, in percent, a note is proposed to be boosted: 120 is a fifth more.',
    schema: wholeNumber(1, 10_000),
    default: '120',
  },
  boostBudget: {
    env: 'COMMERCE_BOOST_BUDGET_PERCENT',
    meaning: 'Which part of what a note sold in the week is proposed as the boost’s budget, in percent.',
    schema: wholeNumber(1, 100),
    default: '20',
  },
  relatedInterval: {
    env: 'COMMERCE_RELATED_INTERVAL_MS',
    meaning:
      'How long a recommendation (`Note.related`, `Product.boughtTogether`) may stand before it is found out anew, in milliseconds: so long after commerce heard of a consent that was withdrawn, the person is in none.',
    schema: wholeNumber(100, 86_400_000),
    default: '3600000',
  },
  relatedDays: {
    env: 'COMMERCE_RELATED_DAYS',
    meaning: 'How many days of orders recommendations are learnt from.',
    schema: wholeNumber(1, 36_500),
    default: '730',
  },
  liveInterval: {
    env: 'COMMERCE_LIVE_INTERVAL_MS',
    meaning:
      'Least time between two messages to subscribers about the same note or shop, in milliseconds; 0 tells every change at once.',
    schema: wholeNumber(0, 3_600_000),
    default: '1000',
  },
  liveSubscriptions: {
    env: 'COMMERCE_LIVE_SUBSCRIPTIONS',
    meaning: 'Most subscriptions at once.',
    schema: wholeNumber(0, 1_000_000),
    default: '20000',
  },
  liveBytes: {
    env: 'COMMERCE_LIVE_BYTES',
    meaning: 'Most memory that subscriptions may keep together, in bytes, as estimated from documents and variables.',
    schema: wholeNumber(1, 1_000_000_000_000),
    default: '1073741824',
  },
  liveSubscriptionsPerConnection: {
    env: 'COMMERCE_LIVE_SUBSCRIPTIONS_PER_CONNECTION',
    meaning: 'Most subscriptions of one WebSocket; a gateway carries those of all its clients over few.',
    schema: wholeNumber(1, 1_000_000),
    default: '5000',
  },
  liveConnections: {
    env: 'COMMERCE_LIVE_CONNECTIONS',
    meaning: 'Most WebSockets at once.',
    schema: wholeNumber(0, 100_000),
    default: '1000',
  },
} as const satisfies Record<string, Setting<unknown>>;

/** Their values, as a running subgraph has them. */
export type CommerceSettings = ReturnType<typeof readSettings<typeof commerceSettings>>;
