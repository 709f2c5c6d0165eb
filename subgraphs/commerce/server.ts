import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { claimsReader } from '../kit/claims/claims-settings.ts';
import type { Database } from '../kit/database.ts';
import { Changes } from '../kit/live/changes.ts';
import type { SubgraphMetrics } from '../kit/metrics.ts';
import { createSubgraphServer } from '../kit/server.ts';
import { ActiveAccounts } from './accounts/active-accounts.ts';
import { PlatformArrivals } from './accounts/platform-arrivals.ts';
import { carryOutWithdrawals } from './consents/carry-out.ts';
import { followCohorts } from './consents/follow-cohorts.ts';
import { followConsents } from './consents/follow-consents.ts';
import type { Context } from './context.ts';
import { serveEvents } from './conversions/intake/events-route.ts';
import { keepHouse } from './conversions/keeping/keep-house.ts';
import { createRecorder, type EventRecorder } from './conversions/recording/recorder.ts';
import { contextMaker } from './create-context.ts';
import { serveFeed } from './feed/feed-route.ts';
import { followLedger } from './ledger/follow-ledger.ts';
import { tellLedger } from './ledger/ledger-metrics.ts';
import { followLinkFeed } from './links/follow-feed.ts';
import type { OwnJournal } from './links/own-journal.ts';
import { serveTaps } from './links/serve-taps.ts';
import { keepRelated } from './recommendations/keep-related.ts';
import { commerceResolvers } from './resolvers/resolvers.ts';
import type { CommerceSettings } from './settings.ts';
import { activeAccounts } from './store/accounts/joint-grants.ts';
import { applyCohortChanges, followedCohorts } from './store/consents/age-cohorts.ts';
import { applyConsentChanges, followedConsents } from './store/consents/consents.ts';
import { EventDays } from './store/events/event-days.ts';
import { followChanges } from './store/figures/changes.ts';
import { applyLinkChanges, followedPosition } from './store/links/link-targets.ts';
import type { CommerceDb, CommerceTables } from './store/tables.ts';

/** What the commerce subgraph runs on. */
export interface CommerceServerOptions {
  /** Closed together with the server. */
  readonly database: Database<CommerceTables>;
  readonly settings: CommerceSettings;
  readonly metrics: SubgraphMetrics;
  /** Where requests, and what they record, get their instants from; absent: from the system's clock, and from the database. */
  readonly clock?: () => Date;
  /** Where taps are kept, as `TapDeskOptions` has it. */
  readonly journal?: OwnJournal | undefined;
}

const HOUR_MS = 3_600_000;

/** The commerce subgraph over HTTP, following content's product links. The caller listens. */
export async function createCommerceServer({
  database,
  settings,
  metrics,
  clock,
  journal,
}: CommerceServerOptions): Promise<FastifyInstance> {
  const { db } = database;
  const pullLinks = () => feed.pull();
  const days = new EventDays(db);
  const arrivals = new PlatformArrivals();
  const recorder = createRecorder({
    recording: { db, days, clock },
    pullLinks,
    arrived: (platformId, at) => arrivals.note(platformId, at),
    mostWaiting: settings.queueEvents,
    registry: metrics.registry,
    log: { error: (error, message) => app.log.error(error, message) },
  });
  const now = clock ?? (() => new Date());
  const changes = new Changes(settings.liveInterval);
  const accounts = new ActiveAccounts((shopIds) => activeAccounts(db, shopIds));
  const contextOf = contextMaker({ db, settings, now, recorder, changes, accounts, pullLinks });
  const app = await createSubgraphServer<Context>({
    name: 'commerce',
    typeDefs: await readFile(new URL('../../schema/commerce.graphql', import.meta.url), 'utf8'),
    resolvers: commerceResolvers,
    contextOf: ({ claims }) => contextOf(claims),
    checkReady: () => database.check(),
    logLevel: settings.logLevel,
    claims: claimsReader('commerce', settings),
    metrics,
    live: {
      contextOf,
      subscriptions: settings.liveSubscriptions,
      perConnection: settings.liveSubscriptionsPerConnection,
      connections: settings.liveConnections,
      bytes: settings.liveBytes,
    },
  });
  const stopFollowing = tellOfChanges(database, changes, accounts, app.log);
  const feed = followLinkFeed({
    url: settings.linkFeedUrl,
    token: settings.linkFeedToken,
    intervalMs: settings.linkFeedInterval,
    position: () => followedPosition(db),
    apply: (changes) => applyLinkChanges(db, changes),
    log: app.log,
  });
  const stopConsents = keepToConsents({ db, recorder, now, settings, log: app.log });
  serveFeed(app, { db, accounts, ...feedLimits(settings) });
  const { registry } = metrics;
  const closeTaps = await serveTaps(app, { db, recorder, settings, clock: now, registry, journal });
  serveEvents(app, { recorder, platforms: settings, clock: now, accounts });
  tellLedger(registry, db, now);
  const stopPosting = followLedger({
    db,
    now,
    intervalMs: settings.ledgerInterval,
    isBusy: recorder.isBusy,
    log: app.log,
  });
  const stopKeepingArrivals = arrivals.keep({ db, now, longestMs: settings.dataGapHours * HOUR_MS, log: app.log });
  const stopRelating = keepRelated({
    db,
    now,
    intervalMs: settings.relatedInterval,
    days: settings.relatedDays,
    leastPeople: settings.leastPeople,
    log: app.log,
  });
  const { leastPeople, monthStart, eventPlatform, decidedDays } = settings;
  const people = { leastPeople, monthStart, eventPlatform };
  const stopKeepingHouse = await keepHouse({ db, days, now, people, decidedDays, log: app.log });
  app.addHook('onClose', async () => {
    await stopKeepingHouse();
    await stopKeepingArrivals();
    await stopPosting();
    await stopRelating();
    await closeTaps();
    await feed.stop();
    await stopConsents();
    await stopFollowing();
    accounts.close();
    await database.close();
  });
  return app;
}

/** What it takes to keep to what people agreed to. */
interface Keeping {
  readonly db: CommerceDb;
  readonly recorder: EventRecorder;
  readonly now: () => Date;
  readonly settings: CommerceSettings;
  readonly log: FastifyInstance['log'];
}

/** Follows what people say to content of their data and in which decades they were born, and carries out what they withdraw. @returns ends it */
function keepToConsents({ db, recorder, now, settings, log }: Keeping): () => Promise<void> {
  const { linkFeedUrl, linkFeedToken: token, linkFeedInterval: intervalMs } = settings;
  const position = () => followedConsents(db);
  const apply = (changes: Parameters<typeof applyConsentChanges>[1]) => applyConsentChanges(db, changes);
  const consents = followConsents({ linkFeedUrl, token, intervalMs, position, apply, log });
  const cohorts = followCohorts({
    linkFeedUrl,
    token,
    intervalMs,
    position: () => followedCohorts(db),
    apply: (changes) => applyCohortChanges(db, changes),
    log,
  });
  const stopCarryingOut = carryOutWithdrawals({ db, recorder, now, intervalMs, log });
  return async () => {
    await consents.stop();
    await cohorts.stop();
    await stopCarryingOut();
  };
}

/** Has watchers of figures told of what any process recorded, and those who rely on joint accounts of these. @returns ends it */
function tellOfChanges(
  database: Database<CommerceTables>,
  changes: Changes,
  accounts: ActiveAccounts,
  log: FastifyInstance['log'],
): () => Promise<void> {
  return followChanges(database, {
    changed: (subjects) => changes.tell(subjects),
    account: (shopId) => accounts.changed(shopId),
    anything: () => changes.tellAll(),
    connected: () => {
      accounts.hears();
      changes.tellAll();
    },
    lost: (error) => {
      accounts.hearsNothing();
      log.warn(error, 'changes of figures are not heard of until the database can be listened to again');
    },
  });
}

function feedLimits({ feedInterval, feedHeartbeat, feedStreams, feedStreamMinutes }: CommerceSettings) {
  const longestMs = feedStreamMinutes * 60_000;
  return { intervalMs: feedInterval, heartbeatMs: feedHeartbeat, streams: feedStreams, longestMs };
}
