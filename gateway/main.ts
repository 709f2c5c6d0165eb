import { type Config, checkSubgraphNames } from './config.ts';
import type { Snapshots } from './doors/apollo-engine.ts';
import { forwardDoor } from './doors/forward.ts';
import { graphiqlDoor } from './doors/graphiql.ts';
import { graphqlDoor } from './doors/graphql.ts';
import { healthDoor } from './doors/health.ts';
import { createHttpServer } from './doors/http.ts';
import { metricsDoor } from './doors/metrics.ts';
import { operationsDoor } from './doors/operations.ts';
import { createDrain } from './drain.ts';
import { readOperations } from './operations/folder.ts';
import { usableOperations } from './operations/usable.ts';
import { type AskFor, createPipeline } from './pipeline.ts';
import { planningOptions } from './planning/planning-options.ts';
import { headersFor } from './subgraphs/headers.ts';
import { httpTransport } from './subgraphs/http-transport.ts';
import { InFlight } from './subgraphs/in-flight.ts';
import { readinessOf } from './subgraphs/readiness.ts';
import { openSubgraph, type Subgraph } from './subgraphs/subgraph.ts';
import { loadSupergraph } from './supergraph/load.ts';
import { openSnapshot } from './supergraph/open-snapshot.ts';
import type { Snapshot } from './supergraph/snapshot.ts';
import { createLog, type Log } from './telemetry/log.ts';
import { createMetrics, type Metrics } from './telemetry/metrics.ts';
import { operationLabels } from './telemetry/operation-labels.ts';
import { operationRecorder, operationTelemetry } from './telemetry/operations.ts';
import { observedAsk } from './telemetry/subgraph-fetches.ts';

/** Operation names beside those of the folder that get a label of their own in metrics. */
const OTHER_OPERATION_LABELS = 100;

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
  const sdl = await loadSupergraph(config.supergraph);
  const origin = config.supergraph;
  const snapshot = await openSnapshot({ sdl, origin }, planningOptions(config), {
    hideSuggestions: !config.introspection,
  });
  const snapshots: Snapshots = { current: () => snapshot, onSwap: () => () => undefined };
  const operations = await readOperations(config.operations, { mayBeMissing: config.operationsAreDefault });
  const usable = usableOperations(operations);
  const subgraphs = openSubgraphs(config, snapshot);
  const metrics = createMetrics();
  const { isDraining, drain, accepted } = createDrain(config);
  const pipeline = createPipeline({ askFor: askOver(subgraphs, metrics, log), log });
  const record = operationRecorder(
    metrics,
    operationLabels(
      operations.map(({ name }) => name),
      OTHER_OPERATION_LABELS,
    ),
  );

  const app = createHttpServer(log, metrics, { bodyLimit: config.bodyLimit, isDraining });
  app.server.on('connection', accepted);
  app.addHook('onClose', async () => {
    // By now every request has its answer, or was cut off: nobody waits for what a subgraph may still say.
    await Promise.all([snapshot.close(), ...[...subgraphs.values()].map(({ pool }) => pool.destroy())]);
  });
  healthDoor(app, {
    subgraphs: mapValues(subgraphs, (each) => readinessOf(each, config.readinessTimeout)),
    isDraining,
  });
  metricsDoor(app, metrics.registry);
  if (config.graphiql) graphiqlDoor(app, () => [...usable(snapshots.current().schema).values()]);
  for (const [prefix, subgraph] of forwards(config, subgraphs, log)) {
    await forwardDoor(app, { prefix, subgraph, bodyLimit: config.bodyLimit });
  }
  operationsDoor(app, { pipeline, snapshots, usable, record });
  await graphqlDoor(app, {
    ...config,
    pipeline,
    snapshots,
    log,
    plugins: [operationTelemetry(record)],
    page: config.graphiql ? '/graphiql' : undefined,
  });

  const url = await app.listen({ host: config.host, port: config.port });
  log.info({ supergraph: config.supergraph, subgraphs: [...subgraphs.keys()] }, 'serving');
  return { url, close: () => drain(app, log) };
}

/** Equal queries are not sent once for several callers: nobody here knows yet which fields are personal. */
function askOver(subgraphs: ReadonlyMap<string, Subgraph>, metrics: Metrics, log: Log): AskFor {
  const inFlight = new InFlight(
    mapValues(subgraphs, ({ pool, url, timeout }) => ({
      transport: httpTransport({ dispatcher: pool, url }),
      timeout,
      share: false,
    })),
    new Set(),
  );
  return (caller) => observedAsk(inFlight.askerFor({ headers: headersFor(caller) }), { caller, metrics, log });
}

function openSubgraphs(config: Config, { subgraphUrls }: Snapshot): ReadonlyMap<string, Subgraph> {
  const urls = new Map(config.subgraphUrls);
  checkSubgraphNames('subgraphUrls', [...urls.keys()], [...subgraphUrls.keys()]);
  return new Map(
    [...subgraphUrls].map(([name, url]) => [name, openSubgraph({ name, url: urls.get(name) ?? url }, config)] as const),
  );
}

/** Which prefix goes where. The default names a subgraph that a foreign supergraph need not have. */
function forwards(config: Config, subgraphs: ReadonlyMap<string, Subgraph>, log: Log): [string, Subgraph][] {
  const names = config.forward.map(([, name]) => name);
  if (!config.forwardIsDefault) checkSubgraphNames('forward', names, [...subgraphs.keys()]);
  return config.forward.flatMap(([prefix, name]): [string, Subgraph][] => {
    const subgraph = subgraphs.get(name);
    if (!subgraph) log.info({ prefix, subgraph: name }, 'not forwarded: the supergraph has no such subgraph');
    return subgraph ? [[prefix, subgraph]] : [];
  });
}

function mapValues<K, V, W>(map: ReadonlyMap<K, V>, change: (value: V) => W): ReadonlyMap<K, W> {
  return new Map([...map].map(([key, value]) => [key, change(value)] as const));
}
