import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { type ExecutionResult, GraphQLError, getOperationAST, type OperationDefinitionNode } from 'graphql';
import type { Caller } from '../clients/caller.ts';
import { silenceVendorTelemetry } from '../config.ts';
import { errors } from '../errors.ts';
import { SubgraphFailure } from '../subgraphs/failure.ts';
import type { SubgraphAnswer, SubgraphFetch } from '../subgraphs/fetch.ts';
import type { Log } from '../telemetry/log.ts';
import { NAME_LENGTH } from '../telemetry/operation-labels.ts';
import { askedPaths } from './asked-paths.ts';
import { limitErrors } from './limit-errors.ts';
import { completionErrors, settleErrors } from './settle-errors.ts';
import { spreadError } from './spread-error.ts';
import { variableErrors } from './variable-errors.ts';

/** What plans and executes operations behind an Apollo Server. */
export type Engine = ApolloServerOptionsWithGateway<ExecutionContext>['gateway'];
type Executor = NonNullable<Awaited<ReturnType<Engine['load']>>['executor']>;

/** What an operation is executed with. */
export interface ExecutionContext {
  readonly caller: Caller;
}

/**
 * Apollo's own planner and executor, over our transport and with our errors.
 * @param introspection whether errors may name what else the schema has
 * @param fetches how each subgraph is asked, by its name
 */
export function stockEngine(
  sdl: string,
  fetches: ReadonlyMap<string, SubgraphFetch>,
  { log, introspection }: { log: Log; introspection: boolean },
): Engine {
  silenceVendorTelemetry();
  const gateway = new ApolloGateway({
    supergraphSdl: sdl,
    logger: log.child({}, { level: 'warn' }),
    // A header could ask for the query plan, which names subgraphs and their documents.
    __exposeQueryPlanExperimental: false,
    buildService: ({ name }) => source(fetches.get(name)),
  });
  return {
    onSchemaLoadOrUpdate: (listener) => gateway.onSchemaLoadOrUpdate(listener),
    load: async (options) => {
      const { executor } = await gateway.load(options);
      return { executor: withOurErrors(executor, introspection) };
    },
    stop: () => gateway.stop(),
  };
}

function withOurErrors(execute: Executor, introspection: boolean): Executor {
  return async (context) => {
    const { document, request, schema } = context;
    const operation = getOperationAST(document, request.operationName);
    if (!operation) return { errors: [resolutionError(request.operationName)] };
    if (!schema.getRootType(operation.operation)) return { errors: [rootError(operation)] };
    const wrong = variableErrors(schema, operation, request.variables ?? {}, !introspection);
    if (wrong.length > 0) return { errors: wrong };
    const { extensions, errors: theirs = [], data, ...result } = await execute(context).catch(tooComplexOr);
    const ours = limitErrors(settleErrors([...theirs, ...completionErrors(extensions)], data));
    return { ...result, data, ...(ours.length > 0 && { errors: ours }) };
  };
}

/** The planner's limits on operations; its errors have no class and no code. */
function tooComplexOr(error: unknown): ExecutionResult {
  const limits = /selections exceeds limit|maximum recursive selections|maximum call stack/i;
  if (!(error instanceof Error) || !limits.test(error.message)) throw error;
  return {
    errors: [new GraphQLError(errors.OPERATION_TOO_COMPLEX.meaning, { extensions: { code: 'OPERATION_TOO_COMPLEX' } })],
  };
}

/** The stock executor throws where a document has no such operation, which Apollo Server takes for a fault of the server. */
function resolutionError(name: string | undefined): GraphQLError {
  return new GraphQLError(
    name
      ? `The document has no operation named ${JSON.stringify(name.slice(0, NAME_LENGTH))}.`
      : 'The document has several operations: say which by operationName.',
  );
}

/** graphql-js's rules let every field pass below a root type that the schema lacks. */
function rootError(operation: OperationDefinitionNode): GraphQLError {
  return new GraphQLError(`The schema has no ${operation.operation}s.`, {
    nodes: operation,
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
  });
}

/** A subgraph as the stock executor wants it: every error stands at a field, also where no field was answered. */
function source(fetch: SubgraphFetch | undefined): GraphQLDataSource {
  return {
    async process({ request, context }) {
      const { query = '', operationName, variables = {} } = request;
      if (!fetch) throw new Error('the supergraph names a subgraph that was not opened');
      const { caller } = context as ExecutionContext;
      const answer = await fetch({ query, operationName, variables, caller }).catch(failureAsAnswer);
      if (!answer.errors) return answer;
      const asked = askedPaths(query, variables);
      return { ...answer, errors: answer.errors.flatMap((error) => spreadError(error, asked)) };
    },
  };
}

function failureAsAnswer(error: unknown): SubgraphAnswer {
  if (!(error instanceof SubgraphFailure)) throw error;
  const { message, code } = error;
  return { errors: [{ message, extensions: { code } }] };
}
