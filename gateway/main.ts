import { type Config, checkNamedSubgraphs, checkPersonalFields, checkSubgraphNames } from './config.ts';
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
import { createPipeline } from './pipeline.ts';
import { planningOptions } from './planning/planning-options.ts';
import { readinessOf } from './subgraphs/readiness.ts';
import type { Subgraph } from './subgraphs/subgraph.ts';
import { SubgraphConnections } from './subgraphs/subgraph-connections.ts';
import { loadSupergraph } from './supergraph/load.ts';
import { openSnapshot } from './supergraph/open-snapshot.ts';
import { createLog, type Log } from './telemetry/log.ts';
import { createMetrics } from './telemetry/metrics.ts';
import { operationLabels } from './telemetry/operation-labels.ts';
import { operationRecorder, operationTelemetry } from './telemetry/operations.ts';
import { observedAsk } from './telemetry/subgraph-fetches.ts';
import { subgraphWatch } from './telemetry/subgraph-watch.ts';

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
    personalFields: new Set(config.personalFields),
  });
  checkNamedSubgraphs(config, [...snapshot.subgraphUrls.keys()]);
  checkPersonalFields(config, snapshot.schema);
  const snapshots: Snapshots = { current: () => snapshot, onSwap: () => () => undefined };
  const operations = await readOperations(config.operations, { mayBeMissing: config.operationsAreDefault });
  const usable = usableOperations(operations);
  const metrics = createMetrics();
  const connections = new SubgraphConnections(config, subgraphWatch(metrics, log));
  const subgraphs = connections.open(snapshot.subgraphUrls);
  const observe = observedAsk(metrics, log);
  const { isDraining, drain, accepted } = createDrain(config);
  const pipeline = createPipeline({
    askFor: (caller, signal) => observe(subgraphs.askerFor({ ...caller, person: caller.viewer, signal }), caller),
    log,
  });
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
    await Promise.all([snapshot.close(), connections.destroy()]);
  });
  healthDoor(app, {
    subgraphs: mapValues(subgraphs.byName, (each) => readinessOf(each, config.readinessTimeout)),
    isDraining,
  });
  metricsDoor(app, metrics.registry);
  if (config.graphiql) graphiqlDoor(app, () => [...usable(snapshots.current().schema).values()]);
  for (const [prefix, subgraph] of forwards(config, subgraphs.byName, log)) {
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
  log.info({ supergraph: config.supergraph, subgraphs: [...subgraphs.byName.keys()] }, 'serving');
  return { url, close: () => drain(app, log) };
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
