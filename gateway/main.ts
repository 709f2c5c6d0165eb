import type { FastifyInstance } from 'fastify';
import { validate } from 'graphql';
import { type AskFor, compiledEngine } from './compiled-engine.ts';
import { type Config, checkSubgraphNames } from './config.ts';
import { forwardDoor } from './doors/forward.ts';
import { graphiqlDoor } from './doors/graphiql.ts';
import { graphqlDoor } from './doors/graphql.ts';
import { healthDoor } from './doors/health.ts';
import { createHttpServer } from './doors/http.ts';
import { metricsDoor } from './doors/metrics.ts';
import { createDrain } from './drain.ts';
import { type Engine, stockEngine } from './execution/stock.ts';
import { readOperations, type StoredOperation } from './operations/folder.ts';
import { fetchOver } from './subgraphs/fetch.ts';
import { headersFor } from './subgraphs/headers.ts';
import { httpTransport } from './subgraphs/http-transport.ts';
import { InFlight } from './subgraphs/in-flight.ts';
import { readinessOf } from './subgraphs/readiness.ts';
import { openSubgraph, type Subgraph } from './subgraphs/subgraph.ts';
import { apiSchemaOf, type LoadedSupergraph, loadSupergraph } from './supergraph/load.ts';
import { createLog, type Log } from './telemetry/log.ts';
import { createMetrics, type Metrics } from './telemetry/metrics.ts';
import { operationLabels } from './telemetry/operation-labels.ts';
import { operationTelemetry } from './telemetry/operations.ts';
import { observedFetch } from './telemetry/subgraph-fetches.ts';

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
  const supergraph = await loadSupergraph(config.supergraph);
  const operations = await readOperations(config.operations, { mayBeMissing: config.operationsAreDefault });
  const subgraphs = openSubgraphs(config, supergraph);
  const metrics = createMetrics();
  const { isDraining, drain, accepted } = createDrain(config);

  const app = createHttpServer(log, metrics, { bodyLimit: config.bodyLimit, isDraining });
  app.server.on('connection', accepted);
  app.addHook('onClose', async () => {
    // By now every request has its answer, or was cut off: nobody waits for what a subgraph may still say.
    await Promise.all([...subgraphs.values()].map(({ pool }) => pool.destroy()));
  });
  healthDoor(app, {
    subgraphs: mapValues(subgraphs, (each) => readinessOf(each, config.readinessTimeout)),
    isDraining,
  });
  metricsDoor(app, metrics.registry);
  if (config.graphiql) graphiqlDoor(app, () => usable(operations, supergraph));
  for (const [prefix, subgraph] of forwards(config, subgraphs, log)) {
    await forwardDoor(app, { prefix, subgraph, bodyLimit: config.bodyLimit });
  }
  await openGraphqlDoor(app, { config, log, metrics, supergraph, subgraphs, operations });

  const url = await app.listen({ host: config.host, port: config.port });
  log.info({ supergraph: config.supergraph, subgraphs: [...subgraphs.keys()] }, 'serving');
  return { url, close: () => drain(app, log) };
}

interface GraphqlParts {
  readonly config: Config;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly supergraph: LoadedSupergraph;
  readonly subgraphs: ReadonlyMap<string, Subgraph>;
  readonly operations: readonly StoredOperation[];
}

function openGraphqlDoor(app: FastifyInstance, parts: GraphqlParts): Promise<void> {
  const { config, log, metrics, operations } = parts;
  const known = operations.map((operation) => operation.name);
  return graphqlDoor(app, {
    engine: engineOf(parts),
    log,
    introspection: config.introspection,
    documentTokens: config.documentTokens,
    documentDepth: config.documentDepth,
    documentSelections: config.documentSelections,
    plugins: [operationTelemetry(metrics, operationLabels(known, OTHER_OPERATION_LABELS))],
    page: config.graphiql ? '/graphiql' : undefined,
  });
}

function engineOf({ config, log, metrics, supergraph, subgraphs }: GraphqlParts): Engine {
  const { introspection } = config;
  if (config.executor === 'compiled') {
    return compiledEngine(supergraph.sdl, askOver(subgraphs, metrics, log), { introspection });
  }
  const fetches = mapValues(subgraphs, (each) => observedFetch(each.name, fetchOver(each), metrics, log));
  return stockEngine(supergraph.sdl, fetches, { log, introspection });
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
  const ask: AskFor = ({ caller, ...question }) => inFlight.askerFor({ headers: headersFor(caller) })(question);
  return (question) => observedFetch(question.subgraph, ask, metrics, log)(question);
}

function openSubgraphs(config: Config, { subgraphs }: LoadedSupergraph): ReadonlyMap<string, Subgraph> {
  const urls = new Map(config.subgraphUrls);
  const names = subgraphs.map(({ name }) => name);
  checkSubgraphNames('subgraphUrls', [...urls.keys()], names);
  return new Map(
    subgraphs.map(({ name, url }) => [name, openSubgraph({ name, url: urls.get(name) ?? url }, config)] as const),
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

/** The operations that this supergraph can answer: another one than the folder was written for can be served, too. */
function usable(operations: readonly StoredOperation[], { sdl }: LoadedSupergraph): StoredOperation[] {
  const schema = apiSchemaOf(sdl);
  return operations.filter(({ document }) => validate(schema, document).length === 0);
}

function mapValues<K, V, W>(map: ReadonlyMap<K, V>, change: (value: V) => W): ReadonlyMap<K, W> {
  return new Map([...map].map(([key, value]) => [key, change(value)] as const));
}
