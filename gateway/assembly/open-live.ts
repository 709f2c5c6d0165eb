import type { Registry } from 'prom-client';
import type { Config } from '../config.ts';
import type { SharedCallers } from '../guard/shared-callers.ts';
import { liveReach } from '../live/live-reach.ts';
import { LiveSubscriptions } from '../live/live-subscriptions.ts';
import type { Reach, Reply } from '../pipeline.ts';
import type { OpenSubgraphs } from '../subgraphs/subgraph-connections.ts';
import { Upstreams } from '../subgraphs/upstreams/upstreams.ts';
import { refuseCredentials } from '../subgraphs/url-credentials.ts';
import type { Snapshot } from '../supergraph/snapshot.ts';
import { type LiveWatch, liveWatch } from '../telemetry/live.ts';
import type { Log } from '../telemetry/log.ts';
import type { UsedOnce } from '../telemetry/usage/usage-counts.ts';

/** What subscriptions are opened with. */
interface OpenLiveParts {
  readonly registry: Registry;
  readonly log: Log;
  readonly sharedCallers: SharedCallers;
  readonly snapshots: { current(): Snapshot; onSwap(listener: (next: Snapshot) => void): () => void };
  readonly subgraphsOf: (snapshot: Snapshot) => OpenSubgraphs;
  readonly reach: (snapshot: Snapshot) => Reach;
  /** Called when a client has subscribed, or was refused. */
  readonly onSubscribed: (once: UsedOnce) => void;
  /** A reply as the bytes of a GraphQL response. */
  readonly encode: (reply: Reply) => Buffer;
}

/** The subscriptions of a gateway, and those to its subgraphs. */
export interface OpenLive {
  readonly live: LiveSubscriptions;
  readonly watch: LiveWatch;
  /** Ends what subgraphs were asked for. */
  close(): Promise<void>;
}

/**
 * Opens what subscriptions need; nothing is connected before the first.
 * @throws {Mendable} where a subgraph is to be subscribed to at a URL that holds credentials
 */
export function openLive(
  config: Config,
  { registry, log, sharedCallers, snapshots, subgraphsOf, reach, onSubscribed, encode }: OpenLiveParts,
): OpenLive {
  for (const route of [config.subscriptions.otherwise, ...config.subscriptions.named.values()]) {
    if (route !== 'off' && URL.canParse(route.at)) refuseCredentials('subscriptions', route.at);
  }
  const watch = liveWatch(registry, log);
  const upstreams = new Upstreams(
    {
      upstreamLimit: config.liveUpstreams,
      messageLimit: config.subgraphResponseLimit,
      heartbeat: config.liveHeartbeat,
      retryFor: config.subscriptionRetry,
    },
    watch.upstream,
  );
  const live = new LiveSubscriptions({
    upstreams,
    snapshots,
    log,
    sharedCallers,
    encode,
    reach: (snapshot) => liveReach(subgraphsOf(snapshot), config.subscriptions, reach(snapshot).askFor),
    limit: config.liveUpstreams,
    subscriberLimit: config.liveSubscriptions,
    byteLimit: config.liveBytes,
    linger: config.subscriptionLinger,
    onSubscribed,
    onSuperseded: () => watch.onSuperseded('gateway'),
  });
  return { live, watch, close: () => upstreams.close() };
}
