import { createHash } from 'node:crypto';
import { composeServices } from '@apollo/composition';
import { ApolloGateway } from '@apollo/gateway';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, graphql, Kind, parse } from 'graphql';
import { answerText } from '../../gateway/execution/answer.ts';
import { PLANNER_LIMITS } from '../../gateway/planning/planning-options.ts';
import { localPlanning } from '../../gateway/planning/threads/local-planning.ts';
import { parseAnswer } from '../../gateway/subgraphs/transport/parse-answer.ts';
import { Snapshot } from '../../gateway/supergraph/snapshot.ts';
import { plainText } from '../../gateway/utf8-text.ts';
import { deepWorld } from './deep-world.ts';

/** Answers a query once; gives the response's bytes, as a server would send them. */
export type Contender = () => Promise<Buffer>;

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** The world's subgraphs with their answers recorded: what was answered once is answered the same without executing again. */
class RecordedSubgraphs {
  readonly supergraphSdl: string;
  readonly #schemas: ReadonlyMap<string, GraphQLSchema>;
  readonly #answers = new Map<string, Buffer>();

  constructor() {
    const composed = composeServices(
      deepWorld.map(({ name, typeDefs }) => ({ name, url: `http://${name}.test/`, typeDefs: parse(typeDefs) })),
    );
    if (composed.errors) throw new Error('The world does not compose', { cause: composed.errors });
    this.supergraphSdl = composed.supergraphSdl;
    this.#schemas = new Map(
      deepWorld.map(({ name, typeDefs, resolvers }) => [
        name,
        buildSubgraphSchema([{ typeDefs: parse(typeDefs), resolvers }]),
      ]),
    );
  }

  /** @param key names the question: it must differ where the answer does */
  async answer(subgraph: string, key: string, question: () => { query: string; variables: unknown }): Promise<Buffer> {
    const known = this.#answers.get(subgraph + key);
    if (known) return known;
    const { query, variables } = question();
    const schema = this.#schemas.get(subgraph);
    if (!schema) throw new Error(`No subgraph ${subgraph}`);
    const result = await graphql({ schema, source: query, variableValues: variables as Record<string, unknown> });
    const answer = Buffer.from(JSON.stringify(result));
    this.#answers.set(subgraph + key, answer);
    return answer;
  }
}

/** The stock executor and ours over the same recorded answers, in this process. */
export async function contendersFor(query: string): Promise<{ stock: Contender; ours: Contender; fetches: number }> {
  const recorded = new RecordedSubgraphs();
  const stock = await stockContender(recorded, query);
  const snapshot = new Snapshot(recorded.supergraphSdl, localPlanning(recorded.supergraphSdl, PLANNER_LIMITS));
  const prepared = await snapshot.prepareWhole({ id: query, document: parse(query) });
  const ours: Contender = async () => {
    const answer = await prepared.execute({}, async ({ subgraph, body }) =>
      parseAnswer(subgraph, 200, await recorded.answer(subgraph, body, () => JSON.parse(plainText(body)))),
    );
    return Buffer.from(answerText(answer));
  };
  return { stock, ours, fetches: await prepared.fetchCount({}) };
}

async function stockContender(recorded: RecordedSubgraphs, query: string): Promise<Contender> {
  const gateway = new ApolloGateway({
    supergraphSdl: recorded.supergraphSdl,
    logger: silent,
    buildService: ({ name }) => ({
      // As its HTTP data source does: the body is written from the request, and the response parsed.
      async process({ request }) {
        const body = JSON.stringify({ query: request.query, variables: request.variables });
        return JSON.parse(String(await recorded.answer(name, body, () => JSON.parse(body))));
      },
    }),
  });
  const { executor } = await gateway.load();
  const document = parse(query);
  const context = {
    document,
    request: { query, variables: {} },
    operation: document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION),
    operationName: null,
    queryHash: createHash('sha256').update(query).digest('hex'),
    context: {},
    logger: silent,
    metrics: {},
  } as unknown as Parameters<typeof executor>[0];
  return async () => {
    const { data } = await executor(context);
    return Buffer.from(JSON.stringify({ data }));
  };
}
