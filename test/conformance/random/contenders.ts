import { createHash } from 'node:crypto';
import { ApolloGateway, LocalGraphQLDataSource } from '@apollo/gateway';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  execute,
  type GraphQLError,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
  Kind,
  parse,
  validate,
} from 'graphql';
import { answerText } from '../../../gateway/execution/answer.ts';
import { parseAnswer } from '../../../gateway/subgraphs/parse-answer.ts';
import type { Snapshot } from '../../../gateway/supergraph/snapshot.ts';
import { composeLocal, localSnapshot, withLink } from '../../kit/federation.ts';
import type { WorldData } from './data.ts';
import type { RandomOperation } from './operation.ts';
import type { World } from './world.ts';

/** A response, in as much as contenders are compared by it. */
export interface Outcome {
  readonly data: unknown;
  readonly errors: readonly { readonly message: string; readonly path?: readonly (string | number)[] | undefined }[];
}

/** What was seen of a plan, to know that the cases are worth running. */
interface PlanFacts {
  readonly fetches: number;
  readonly requests: number;
}

process.env.APOLLO_TELEMETRY_DISABLED = '1';

/** One world, executed by three: the stock gateway, ours, and graphql-js over the merged schema. */
export class Contenders {
  /** Sends each fetch alone. */
  readonly snapshot: Snapshot;
  /** Sends fetches to one subgraph that are ready together as one. */
  readonly #batching: Snapshot;
  readonly #data: WorldData;
  readonly #schemas: ReadonlyMap<string, GraphQLSchema>;
  readonly #gateway: ApolloGateway;
  #stock: Awaited<ReturnType<ApolloGateway['load']>> | undefined;

  constructor(world: World, data: WorldData) {
    const subgraphs = Object.fromEntries(
      world.subgraphs.map((name) => [name, { typeDefs: world.typeDefs[name] ?? '' }]),
    );
    const supergraphSdl = composeLocal(subgraphs);
    this.#data = data;
    this.#schemas = new Map(world.subgraphs.map((name) => [name, subgraphSchema(world, name, data)]));
    this.snapshot = localSnapshot(supergraphSdl, { batch: () => false });
    this.#batching = localSnapshot(supergraphSdl, { batch: () => true });
    this.#gateway = new ApolloGateway({
      supergraphSdl,
      logger: silent,
      buildService: ({ name }) => new LocalGraphQLDataSource(this.#schemas.get(name) as GraphQLSchema),
    });
  }

  /** @returns ours, and how many fetches its plan has and how many requests it made */
  async ours(operation: RandomOperation): Promise<Outcome & PlanFacts> {
    return this.#executed(this.snapshot, operation);
  }

  /** Ours, where fetches that are ready together are sent together. */
  async batched(operation: RandomOperation): Promise<Outcome & PlanFacts> {
    return this.#executed(this.#batching, operation);
  }

  async #executed(snapshot: Snapshot, { query, variables }: RandomOperation): Promise<Outcome & PlanFacts> {
    let requests = 0;
    const id = createHash('sha256').update(query).digest('hex');
    const prepared = await snapshot.prepare({ id, document: parse(query) });
    const answer = await prepared.execute(variables, async ({ subgraph, body }) => {
      requests++;
      const { query: source, variables: values, operationName } = JSON.parse(body);
      const schema = this.#schemas.get(subgraph) as GraphQLSchema;
      const document = parse(source);
      const [invalid] = validate(schema, document);
      if (invalid) throw new Error(`${source} is not valid`, { cause: invalid });
      const result = await execute({
        schema,
        document,
        variableValues: values,
        operationName,
      });
      return parseAnswer(subgraph, 200, Buffer.from(JSON.stringify(result)));
    });
    const { data, errors = [] } = JSON.parse(answerText(answer));
    return { data, errors, requests, fetches: await prepared.fetchCount(variables) };
  }

  async stock({ query, variables }: RandomOperation): Promise<Outcome & { readonly hidden: number }> {
    this.#stock ??= await this.#gateway.load();
    const document = parse(query);
    const { executor } = this.#stock;
    const result = await executor({
      document,
      request: { query, variables },
      operationName: 'Random',
      operation: document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION),
      queryHash: createHash('sha256').update(query).digest('hex'),
      context: {},
      cache: undefined,
      schema: this.#gateway.schema,
      logger: silent,
      metrics: {},
      overallCachePolicy: undefined,
    } as unknown as Parameters<typeof executor>[0]);
    const hidden = (result.extensions?.valueCompletion as unknown[] | undefined)?.length ?? 0;
    return { ...plain(result), hidden };
  }

  async merged({ query, variables }: RandomOperation): Promise<Outcome> {
    const result = await execute({
      schema: this.snapshot.schema,
      document: parse(query),
      variableValues: variables,
      fieldResolver: this.#data.resolver(undefined),
      typeResolver: (value) => (value as { __typename: string }).__typename,
    });
    return plain(result);
  }

  async stop(): Promise<void> {
    await this.#gateway.stop();
  }
}

function subgraphSchema(world: World, name: string, data: WorldData): GraphQLSchema {
  // Who knows the interface tells, from the key, which type an object has.
  const tellsType = name === world.abstracts && world.interfaceObject !== undefined;
  const schema = buildSubgraphSchema({
    typeDefs: parse(withLink(world.typeDefs[name] ?? '')),
    ...(tellsType && { resolvers: { Node: { __resolveReference: concrete } } }),
  });
  const resolve = data.resolver(name);
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isAbstractType(type) && type.name !== '_Entity') {
      type.resolveType = (value) => (value as { __typename: string }).__typename;
    }
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.name !== '_entities' && field.name !== '_service') field.resolve = resolve;
    }
  }
  return schema;
}

function concrete(reference: { id: string }): object {
  return { ...reference, __typename: reference.id.split('-')[0] };
}

/** As a client would read it. */
function plain(result: { data?: unknown; errors?: readonly GraphQLError[] }): Outcome {
  return JSON.parse(JSON.stringify({ data: result.data ?? null, errors: result.errors ?? [] }));
}

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
