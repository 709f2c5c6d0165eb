import { createHash } from 'node:crypto';
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { type DocumentNode, execute, type GraphQLError, type GraphQLSchema, Kind, parse, validate } from 'graphql';
import type { IncrementalFormat } from '../../../gateway/doors/parts/answer-parts.ts';
import { answerText } from '../../../gateway/execution/answer.ts';
import type { AskSubgraph } from '../../../gateway/execution/run.ts';
import { EVERYTHING, type Grants } from '../../../gateway/guard/grants.ts';
import type { Planning } from '../../../gateway/planning/planning.ts';
import { localPlanning } from '../../../gateway/planning/threads/local-planning.ts';
import { parseAnswer } from '../../../gateway/subgraphs/transport/parse-answer.ts';
import { Snapshot } from '../../../gateway/supergraph/snapshot.ts';
import { plainText } from '../../../gateway/utf8-text.ts';
import { composeLocal } from '../../kit/federation.ts';
import { type Payload, payloadsOf } from '../../kit/incremental.ts';
import type { Choices } from './choices.ts';
import { resolver, type Telling, typeOf, type WorldData } from './data.ts';
import type { RandomOperation } from './operation.ts';
import { WorldShape } from './shape.ts';
import { subgraphSchema } from './subgraph-schema.ts';
import type { World } from './world.ts';

/** A response, in as much as contenders are compared by it. */
export interface Outcome {
  readonly data: unknown;
  readonly errors: readonly { readonly message: string; readonly path?: readonly (string | number)[] | undefined }[];
}

/** Ours, with what was seen of its plan, to know that the cases are worth running. */
export interface OurOutcome extends Outcome {
  readonly dataText: string | undefined;
  readonly fetches: number;
  readonly requests: number;
}

/** Who asks, and what they made subgraphs read. */
interface Asker {
  readonly grants: Grants;
  readonly read?: Set<string>;
}

/** What graphql-js answers from. */
interface MergedResolvers {
  readonly fieldResolver: ReturnType<typeof resolver>;
  readonly typeResolver: typeof typeOf;
}

process.env.APOLLO_TELEMETRY_DISABLED = '1';

/** One world, executed by three: the stock gateway, ours, and graphql-js over the merged schema. */
export class Contenders {
  /** Sends each fetch alone. */
  readonly snapshot: Snapshot;
  /** Sends fetches to one subgraph that are ready together as one. */
  readonly #batching: Snapshot;
  readonly shape: WorldShape;
  readonly #schemas: ReadonlyMap<string, GraphQLSchema>;
  readonly #gateway: ApolloGateway;
  readonly #valid = new Set<string>();
  readonly #documents = new Map<string, DocumentNode>();
  #starts: boolean | undefined;
  #stock: Awaited<ReturnType<ApolloGateway['load']>> | undefined;

  /**
   * @param change made to the supergraph
   * @throws when the world does not compose
   */
  constructor(world: World, change = (supergraphSdl: string) => supergraphSdl) {
    const subgraphs = Object.fromEntries(
      world.subgraphs.map((name) => [name, { typeDefs: world.typeDefs[name] ?? '' }]),
    );
    const supergraphSdl = change(composeLocal(subgraphs));
    this.shape = new WorldShape(world);
    this.#schemas = new Map(world.subgraphs.map((name) => [name, subgraphSchema(world, name)]));
    const planning = remembering(localPlanning(supergraphSdl, LIMITS));
    this.snapshot = new Snapshot(supergraphSdl, planning, { batch: () => false });
    this.#batching = new Snapshot(supergraphSdl, planning, { batch: () => true });
    this.#gateway = new ApolloGateway({
      supergraphSdl,
      logger: silent,
      buildService: ({ name }) => this.#source(name),
    });
  }

  /** Whether the stock gateway takes the supergraph at all: it refuses one that uses contexts. */
  async stockStarts(): Promise<boolean> {
    if (this.#starts !== undefined) return this.#starts;
    try {
      this.#stock = await this.#gateway.load();
      this.#starts = true;
    } catch (error) {
      if (!/context\/v0\.1 is for: SECURITY but is unsupported/.test(String(error))) throw error;
      this.#starts = false;
    }
    return this.#starts;
  }

  /** @throws {GraphQLError} when our planner refuses the operation */
  ours(operation: RandomOperation, data: WorldData, asker?: Asker): Promise<OurOutcome> {
    return this.#executed(this.snapshot, operation, data, asker);
  }

  /** Ours, where fetches that are ready together are sent together. */
  batched(operation: RandomOperation, data: WorldData): Promise<OurOutcome> {
    return this.#executed(this.#batching, operation, data);
  }

  async #executed(
    snapshot: Snapshot,
    { query, variables }: RandomOperation,
    data: WorldData,
    { grants, read }: Asker = { grants: EVERYTHING },
  ): Promise<OurOutcome> {
    let requests = 0;
    const telling: Telling = { data, writes: 0, read };
    const source = { id: hashOf(query), document: this.#parsed(query) };
    const prepared = await snapshot.prepare(source, undefined, grants);
    const answer = await prepared.execute(variables, async ({ subgraph, body }) => {
      requests++;
      const { query: source, variables: values, operationName } = JSON.parse(plainText(body));
      const result = await this.#ask(subgraph, source, values, operationName, telling);
      return parseAnswer(subgraph, 200, Buffer.from(JSON.stringify(result)));
    });
    const { data: told, errors = [] } = JSON.parse(answerText(answer));
    const dataText = answer.data && plainText(answer.data);
    return { data: told, errors, dataText, requests, fetches: await prepared.fetchCount(variables) };
  }

  /** @returns what we send of an answer in parts, of subgraphs that answer after random times */
  async parts(
    { query, variables }: RandomOperation,
    data: WorldData,
    { format, delays, grants = EVERYTHING }: { format: IncrementalFormat; delays: Choices; grants?: Grants },
  ): Promise<Payload[]> {
    const telling: Telling = { data, writes: 0 };
    const source = { id: hashOf(query), document: this.#parsed(query) };
    const prepared = await this.#batching.prepare(source, undefined, grants);
    const ask: AskSubgraph = async ({ subgraph, body }) => {
      for (let turns = delays.below(5); turns > 0; turns--) await new Promise(setImmediate);
      const { query: source, variables: values, operationName } = JSON.parse(plainText(body));
      const result = await this.#ask(subgraph, source, values, operationName, telling);
      return parseAnswer(subgraph, 200, Buffer.from(JSON.stringify(result)));
    };
    return payloadsOf(await prepared.execute(variables, ask, { incremental: true }), format);
  }

  async stock({ query, variables }: RandomOperation, data: WorldData): Promise<Outcome> {
    if (!this.#stock) throw new Error('The stock gateway has not started');
    const document = this.#parsed(query);
    const { executor } = this.#stock;
    const telling: Telling = { data, writes: 0 };
    const result = await executor({
      document,
      request: { query, variables },
      operationName: 'Random',
      operation: document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION),
      queryHash: hashOf(query),
      context: telling,
      cache: undefined,
      schema: this.#gateway.schema,
      logger: silent,
      metrics: {},
      overallCachePolicy: undefined,
    } as unknown as Parameters<typeof executor>[0]);
    return plain(result);
  }

  async merged(
    { query, variables }: RandomOperation,
    data: WorldData,
    resolvers: MergedResolvers = { fieldResolver: resolver(undefined), typeResolver: typeOf },
  ): Promise<Outcome & { dataText: string }> {
    const telling: Telling = { data, writes: 0 };
    const result = await execute({
      schema: this.snapshot.schema,
      document: this.#parsed(query),
      variableValues: variables,
      contextValue: telling,
      fieldResolver: resolvers.fieldResolver as never,
      typeResolver: resolvers.typeResolver,
    });
    return { ...plain(result), dataText: JSON.stringify(result.data ?? null) };
  }

  async stop(): Promise<void> {
    if (this.#stock) await this.#gateway.stop();
  }

  #source(name: string): GraphQLDataSource {
    return {
      process: async ({ request, context }) => {
        const { query = '', variables = {}, operationName } = request;
        const told = await this.#ask(name, query, variables, operationName, context as unknown as Telling);
        return JSON.parse(JSON.stringify(told));
      },
    };
  }

  async #ask(
    subgraph: string,
    source: string,
    variables: object,
    operationName: string | undefined,
    telling: Telling,
  ): Promise<object> {
    const schema = this.#schemas.get(subgraph) as GraphQLSchema;
    return execute({
      schema,
      document: this.#asked(subgraph, source, schema),
      variableValues: variables as Record<string, unknown>,
      operationName,
      contextValue: telling,
    });
  }

  /** @throws when what a subgraph is asked is not valid */
  #asked(subgraph: string, source: string, schema: GraphQLSchema): DocumentNode {
    const name = `${subgraph} ${source}`;
    if (this.#valid.has(name)) return this.#parsed(source);
    const [invalid] = validate(schema, this.#parsed(source));
    if (invalid) throw new Error(`${source} is not valid`, { cause: invalid });
    this.#valid.add(name);
    return this.#parsed(source);
  }

  #parsed(source: string): DocumentNode {
    const document = this.#documents.get(source) ?? parse(source);
    this.#documents.set(source, document);
    return document;
  }
}

const LIMITS = { maxEvaluatedPlans: 1000, pathsLimit: 10_000, fetchLimit: 2000 };

/** Plans each operation once for all who ask. */
function remembering(planning: Planning): Planning {
  const plans = new Map<string, ReturnType<Planning['plan']>>();
  return {
    ...planning,
    plan(request) {
      const name = JSON.stringify(request);
      const known = plans.get(name) ?? planning.plan(request);
      plans.set(name, known);
      return known;
    },
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** As a client would read it. */
function plain(result: { data?: unknown; errors?: readonly GraphQLError[] }): Outcome {
  return JSON.parse(JSON.stringify({ data: result.data ?? null, errors: result.errors ?? [] }));
}

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
