import { chargedClients } from './assembly/charged-clients.ts';
import { checkNamedFields } from './assembly/named-fields.ts';
import { openGate } from './assembly/open-gate.ts';
import { openLive } from './assembly/open-live.ts';
import { openOperations } from './assembly/open-operations.ts';
import { servedSubgraphs } from './assembly/served-subgraphs.ts';
import { supergraphOptions } from './assembly/supergraph-options.ts';
import type { Caller } from './clients/caller.ts';
import { readClaimsKey } from './clients/claims/claims-key.ts';
import { ANONYMOUS, DEVELOPMENT } from './clients/client.ts';
import { CredentialEnds } from './clients/credential-ends.ts';
import { openClients } from './clients/open-clients.ts';
import { type Config, checkNamedSubgraphs, checkSubgraphNames } from './config.ts';
import { AnswerCaching } from './doors/caching.ts';
import { claimsKeysDoor } from './doors/claims-keys.ts';
import { everyAnswer } from './doors/every-answer.ts';
import { forwardDoor } from './doors/forward.ts';
import { graphiqlDoor } from './doors/graphql/graphiql.ts';
import { graphqlDoor } from './doors/graphql/graphql.ts';
import { healthDoor } from './doors/health.ts';
import { createHttpServer } from './doors/http.ts';
import { identifying as identifyingHooks } from './doors/identify.ts';
import { LiveConnections } from './doors/live/live-connections.ts';
import { liveEventStreamsDoor } from './doors/live/live-event-streams.ts';
import { LiveStreams } from './doors/live/live-streams.ts';
import { liveWebSocketDoor } from './doors/live/live-websocket.ts';
import { metricsDoor } from './doors/metrics.ts';
import { plainDoors } from './doors/plain-doors.ts';
import { replyBytes } from './doors/reply-body.ts';
import { SharedCallers } from './guard/shared-callers.ts';
import { createPipeline, type Reach } from './pipeline.ts';
import { createDrain } from './process/drain.ts';
import { readinessChecks } from './subgraphs/readiness.ts';
import type { LeaveSignal } from './subgraphs/sharing/leave-signal.ts';
import type { Subgraph } from './subgraphs/subgraph.ts';
import { type OpenSubgraphs, SubgraphConnections } from './subgraphs/subgraph-connections.ts';
import { ServedSupergraph } from './supergraph/reload.ts';
import type { Snapshot } from './supergraph/snapshot.ts';
import { createLog, type Log } from './telemetry/log.ts';
import { createMetrics } from './telemetry/metrics.ts';
import { operationLabels } from './telemetry/operation-labels.ts';
import { operationRecorder } from './telemetry/operations.ts';
import { observedAsk } from './telemetry/subgraph-fetches.ts';
import { subgraphWatch } from './telemetry/subgraph-watch.ts';
import { supergraphMetrics } from './telemetry/supergraph.ts';
import { unregisteredReports } from './telemetry/unregistered.ts';
import { type KeptUsage, keptUsage, NO_USAGE } from './telemetry/usage/kept-usage.ts';
import { openUsage, usagePlace } from './telemetry/usage/stored-usage.ts';

/** Operation names beside those of registered ones that get a label of their own in metrics. */
const OTHER_OPERATION_LABELS = 100;
/** Clients that get a label of their own in metrics. */
const CLIENT_LABELS = 500;

/** A gateway that listens. */
export interface RunningGateway {
  readonly url: string;
  /** Drains and ends; called again, it waits for the same end. */
  close(): Promise<void>;
}

/**
 * Builds a gateway from its settings and listens.
 * @throws {Mendable | SettingsError} where the settings lead to nothing usable
 */
export async function startGateway(config: Config, log: Log = createLog(config.logLevel)): Promise<RunningGateway> {
  const claimsKey = config.claimsKey === undefined ? undefined : await readClaimsKey(config.claimsKey);
  const metrics = createMetrics();
  const { gate, overload, sharing, ...openedGate } = await openGate(config, { log, metrics });
  const proxies = config.addressQuota ? config.trustedProxies : undefined;
  const clients = chargedClients(await openClients(config, claimsKey, log), { gate, proxies, log });
  const { registered, served, ...operations } = await openOperations(config, metrics.registry, log);
  const supergraphParts = { log, metrics: supergraphMetrics(metrics.registry), registered };
  const snapshots = await ServedSupergraph.open(supergraphOptions(config, metrics.registry), supergraphParts);
  operations.follow(snapshots);
  const usage = openUsageCounts(config, log);
  const connections = new SubgraphConnections(config, subgraphWatch(metrics, log));
  const check = (snapshot: Snapshot): void => {
    checkNamedSubgraphs(config, [...snapshot.subgraphUrls.keys()]);
    checkNamedFields(config, snapshot.schema);
  };
  const subgraphsOf = servedSubgraphs(snapshots, { connections, check, log });
  const subgraphs = (): ReadonlyMap<string, Subgraph> => subgraphsOf(snapshots.current()).byName;
  const { isDraining, drain, accepted } = createDrain(config);
  const reach = reachOver(subgraphsOf, observedAsk(metrics, log));
  const sharedCallers = new SharedCallers(clients.claimsOf);
  const pipeline = createPipeline({
    sharedCallers,
    reach,
    log,
    explain: config.explain,
    overload,
    onQuotaExceeded: ({ kind }) => metrics.quotaRefused.inc({ kind }),
    onShared: () => metrics.sharedRequests.inc(),
    onAnswered: usage.count,
  });
  const { registry } = metrics;
  const { live, watch, ...opened } = openLive(config, {
    registry,
    log,
    sharedCallers,
    snapshots,
    subgraphsOf,
    reach,
    onSubscribed: usage.count,
    encode: replyBytes,
  });
  const liveConnections = new LiveConnections(config.liveConnections, watch);
  const clientLabelOf = operationLabels(() => false, CLIENT_LABELS);
  const record = operationRecorder(metrics, operationLabels(operations.isName, OTHER_OPERATION_LABELS), clientLabelOf);
  const report = unregisteredReports(registry, log, clientLabelOf);

  const every = everyAnswer(log, metrics, isDraining);
  const app = createHttpServer(log, every, { bodyLimit: config.bodyLimit });
  app.server.on('connection', accepted);
  app.addHook('onClose', async () => {
    // By now every request has its answer, or was cut off: nobody waits for what a subgraph may still say.
    await Promise.all([operations.close(), usage.close()]);
    await Promise.all([snapshots.close(), connections.destroy(), opened.close(), clients.close(), openedGate.close()]);
  });
  healthDoor(app, {
    subgraphs: readinessChecks(subgraphs, config.readinessTimeout),
    isDraining,
    ...(config.redis !== undefined && { quotas: sharing }),
  });
  const ends = new CredentialEnds();
  const identifying = identifyingHooks(clients, gate, config.bodyLimit);
  metricsDoor(app, metrics.registry, identifying);
  if (claimsKey) claimsKeysDoor(app, [claimsKey.publicJwk]);
  const reader = config.clients === 'development' ? DEVELOPMENT : ANONYMOUS;
  if (config.graphiql) {
    graphiqlDoor(app, { first: config.graphiqlFirst, tabs: () => served(snapshots.current().schema).all(reader) });
  }
  for (const [prefix, name] of forwards(config, subgraphs(), log)) {
    const scope = new Map(config.forwardScopes).get(prefix) ?? 'authenticated';
    const subgraph = () => subgraphs().get(name);
    await forwardDoor(app, { prefix, subgraph, bodyLimit: config.bodyLimit, identifying, ends, scope });
  }
  const caching = new AnswerCaching(config.propagateHeaders.map(({ from }) => from));
  const liveParts = { ...config, gate, clients, ends, live, watch, connections: liveConnections };
  const streams = new LiveStreams(liveParts);
  const plain = { pipeline, identifying, gate, snapshots, served, record, caching, streams, isDraining, log, every };
  await plainDoors(app, { ...config, ...plain });
  const page = config.graphiql ? '/graphiql' : undefined;
  const parts = { pipeline, identifying, snapshots, served, log, record, report, streams, caching, page };
  const resolve = await graphqlDoor(app, { ...config, ...parts, gate });
  liveWebSocketDoor(app, { ...liveParts, resolve, isDraining, log });
  liveEventStreamsDoor(app, { ...liveParts, streams, identifying, resolve, isDraining });
  app.addHook('preClose', async () => {
    live.drain();
    streams.close();
  });

  const url = await app.listen({ host: config.host, port: config.port });
  log.info({ supergraph: snapshots.origin, subgraphs: [...subgraphs().keys()] }, 'serving');
  return { url, close: () => drain(app, log) };
}

/** Counting who uses what, kept where the settings say. */
function openUsageCounts({ usage, operations }: Config, log: Log): KeptUsage {
  const place = usagePlace(usage, operations);
  return place === undefined ? NO_USAGE : keptUsage(openUsage(place), log);
}

/** @param observe has fetches counted and timed */
function reachOver(
  subgraphsOf: (snapshot: Snapshot) => OpenSubgraphs,
  observe: ReturnType<typeof observedAsk>,
): (snapshot: Snapshot) => Reach {
  const askerOf = (caller: Caller, signal?: LeaveSignal) => ({ ...caller, person: caller.viewer, signal });
  return (snapshot) => {
    const subgraphs = subgraphsOf(snapshot);
    return {
      askFor: (caller, signal) => observe(subgraphs.askerFor(askerOf(caller, signal)), caller),
      identityOf: (caller) => subgraphs.identityOf(askerOf(caller)),
      writesAnswered: () => subgraphs.writesAnswered,
    };
  };
}

/** Which prefix goes to which subgraph. The default names one that a foreign supergraph need not have. */
function forwards(
  config: Config,
  subgraphs: ReadonlyMap<string, Subgraph>,
  log: Log,
): readonly (readonly [string, string])[] {
  const names = config.forward.map(([, name]) => name);
  if (!config.forwardIsDefault) checkSubgraphNames('forward', names, [...subgraphs.keys()]);
  return config.forward.filter(([prefix, subgraph]) => {
    if (subgraphs.has(subgraph)) return true;
    log.info({ prefix, subgraph }, 'not forwarded: the supergraph has no such subgraph');
    return false;
  });
}
