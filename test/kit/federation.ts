import { createHash } from 'node:crypto';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, graphql, parse } from 'graphql';
import type { IncrementalFormat } from '../../gateway/doors/parts/answer-parts.ts';
import { type Answer, answerText } from '../../gateway/execution/answer.ts';
import type { AskSubgraph } from '../../gateway/execution/run.ts';
import { EVERYTHING, type Grants } from '../../gateway/guard/grants.ts';
import type { PlannerLimits } from '../../gateway/planning/planning.ts';
import { PLANNER_LIMITS } from '../../gateway/planning/planning-options.ts';
import { localPlanning } from '../../gateway/planning/threads/local-planning.ts';
import type { SubgraphQuestion } from '../../gateway/subgraphs/subgraph-client.ts';
import { parseAnswer } from '../../gateway/subgraphs/transport/parse-answer.ts';
import type { PreparedOperation } from '../../gateway/supergraph/prepared-operation.ts';
import { Snapshot, type SnapshotOptions } from '../../gateway/supergraph/snapshot.ts';
import { plainText } from '../../gateway/utf8-text.ts';
import { type Payload, payloadsOf } from './incremental.ts';

type Resolvers = Parameters<typeof buildSubgraphSchema>[0] extends infer T
  ? T extends { resolvers?: infer R }
    ? R
    : never
  : never;

/** A subgraph that runs in this process. */
export interface LocalSubgraph {
  readonly typeDefs: string;
  readonly resolvers?: Resolvers;
}

/** What subgraphs were asked, in order. */
interface Asked extends SubgraphQuestion {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Overrides a subgraph's answer: gives the text to answer with, or undefined to let the subgraph answer. */
type Interceptor = (asked: Asked) => string | undefined | Promise<string | undefined>;

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated", "@requiresScopes", "@policy", "@external", "@requires", "@provides", "@shareable", "@inaccessible", "@interfaceObject", "@override", "@context", "@fromContext"])\n';

/** A subgraph's SDL with the federation directives imported. */
export function withLink(typeDefs: string): string {
  return LINK + typeDefs;
}

/** Composes subgraphs. @throws when they do not compose */
export function composeLocal(subgraphs: Readonly<Record<string, LocalSubgraph>>): string {
  const services = Object.entries(subgraphs).map(([name, { typeDefs }]) => ({
    name,
    url: `http://${name}.test/`,
    typeDefs: parse(withLink(typeDefs)),
  }));
  const result = composeServices(services);
  if (result.errors) throw new Error(result.errors.map((error) => error.message).join('\n'));
  return result.supergraphSdl;
}

/** The executable schemas of subgraphs. */
function localSchemas(subgraphs: Readonly<Record<string, LocalSubgraph>>): Map<string, GraphQLSchema> {
  return new Map(
    Object.entries(subgraphs).map(([name, { typeDefs, resolvers }]) => [
      name,
      buildSubgraphSchema({ typeDefs: parse(withLink(typeDefs)), ...(resolvers && { resolvers }) }),
    ]),
  );
}

/** A snapshot that plans in this thread. */
export function localSnapshot(supergraphSdl: string, options?: SnapshotOptions & Partial<PlannerLimits>): Snapshot {
  return new Snapshot(supergraphSdl, localPlanning(supergraphSdl, { ...PLANNER_LIMITS, ...options }), options);
}

/** A supergraph of subgraphs in this process, executed by our own engine. */
export class LocalFederation {
  readonly snapshot: Snapshot;
  readonly asked: Asked[] = [];
  readonly #schemas: Map<string, GraphQLSchema>;
  /** Stands between gateway and subgraphs. */
  intercept: Interceptor = () => undefined;

  constructor(subgraphs: Readonly<Record<string, LocalSubgraph>>, options?: SnapshotOptions & Partial<PlannerLimits>) {
    this.#schemas = localSchemas(subgraphs);
    this.snapshot = localSnapshot(composeLocal(subgraphs), options);
  }

  readonly ask: AskSubgraph = async (question) => {
    const asked: Asked = { ...question, ...JSON.parse(plainText(question.body)) };
    this.asked.push(asked);
    const text = (await this.intercept(asked)) ?? (await this.answer(asked));
    return parseAnswer(question.subgraph, 200, Buffer.from(text));
  };

  /** Executes an operation. */
  async execute(
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
    grants = EVERYTHING,
  ): Promise<Answer> {
    const prepared = await this.#prepared(query, grants);
    return prepared.execute(variables, this.ask);
  }

  /** Executes an operation in parts; gives what is sent of them, in order. */
  async parts(
    query: string,
    format: IncrementalFormat,
    variables: Readonly<Record<string, unknown>> = {},
    grants = EVERYTHING,
  ): Promise<Payload[]> {
    this.asked.length = 0;
    const prepared = await this.#prepared(query, grants);
    return payloadsOf(await prepared.execute(variables, this.ask, { incremental: true }), format);
  }

  /** Executes an operation; gives the response as clients read it. */
  async run(query: string, variables: Readonly<Record<string, unknown>> = {}, grants = EVERYTHING): Promise<Response> {
    this.asked.length = 0;
    return JSON.parse(answerText(await this.execute(query, variables, grants)));
  }

  async #prepared(query: string, grants: Grants): Promise<PreparedOperation> {
    const id = createHash('sha256').update(query).digest('hex');
    return this.snapshot.prepare({ id, document: parse(query) }, undefined, grants);
  }

  /** What a subgraph answers by itself. */
  async answer({ subgraph, query, variables, operationName }: Asked): Promise<string> {
    const schema = this.#schemas.get(subgraph);
    if (!schema) throw new Error(`No subgraph ${subgraph}`);
    return JSON.stringify(await graphql({ schema, source: query, variableValues: variables, operationName }));
  }
}

/** A GraphQL response as a client reads it. */
interface Response {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly locations?: unknown;
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
}
