import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Caller } from './clients/caller.ts';
import type { Answer } from './execution/answer.ts';
import type { AnswerError } from './execution/answer-errors.ts';
import { limitErrors } from './execution/limit-errors.ts';
import { requestErrors } from './execution/request-errors.ts';
import { settleErrors } from './execution/settle-errors.ts';
import type { Engine, ExecutionContext } from './execution/stock.ts';
import { tooComplexOr } from './execution/too-complex.ts';
import { Snapshot } from './snapshot.ts';
import type { SubgraphAnswer, SubgraphQuestion } from './subgraphs/subgraph-client.ts';

/** Asks the subgraph that the question names, for a caller; fails with a SubgraphFailure. */
export type AskFor = (question: SubgraphQuestion & { readonly caller: Caller }) => Promise<SubgraphAnswer>;

type Listener = Parameters<Engine['onSchemaLoadOrUpdate']>[0];
type Executor = NonNullable<Awaited<ReturnType<Engine['load']>>['executor']>;

/**
 * RedCat's own executor: each operation is planned by Apollo's planner and compiled once, and its answer written as text straight
 * from the subgraphs' answers.
 * @param introspection whether errors may name what else the schema has
 */
export function compiledEngine(sdl: string, ask: AskFor, { introspection }: { introspection: boolean }): Engine {
  const snapshot = new Snapshot(sdl);
  const listeners = new Set<Listener>();
  return {
    onSchemaLoadOrUpdate(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async load() {
      for (const listener of listeners) listener({ apiSchema: snapshot.schema, coreSupergraphSdl: sdl });
      return { executor: executorOver(snapshot, ask, introspection) };
    },
    async stop() {
      listeners.clear();
    },
  };
}

function executorOver(snapshot: Snapshot, ask: AskFor, introspection: boolean): Executor {
  return async (context) => {
    const wrong = requestErrors(context, introspection);
    if (wrong.length > 0) return { errors: wrong };
    const { document, request, queryHash: id } = context;
    const { caller } = context.context as ExecutionContext;
    try {
      const prepared = snapshot.prepare({ id, document, operationName: request.operationName });
      return resultOf(await prepared.execute(request.variables ?? {}, (question) => ask({ ...question, caller })));
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      return tooComplexOr(error);
    }
  };
}

/** The answer as Apollo Server takes it: data parsed, errors masked like those of the stock executor. */
function resultOf({ data: text, errors }: Answer): ExecutionResult {
  const data = text === undefined ? undefined : JSON.parse(text);
  const ours = limitErrors(settleErrors(errors.map(graphqlError), data));
  return { ...(text !== undefined && { data }), ...(ours.length > 0 && { errors: ours }) };
}

/** What a subgraph wrote is kept beside for the log. */
function graphqlError({ message, path, extensions, foreign }: AnswerError): GraphQLError {
  const { code, subgraph: serviceName } = extensions;
  const originalError = foreign ? new GraphQLError(message, { extensions }) : undefined;
  return new GraphQLError(message, { path, originalError, extensions: { code, serviceName } });
}
