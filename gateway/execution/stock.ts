import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { Caller } from '../clients/caller.ts';
import { silenceVendorTelemetry } from '../config.ts';
import { SubgraphFailure } from '../subgraphs/failure.ts';
import type { SubgraphAnswer, SubgraphFetch } from '../subgraphs/fetch.ts';
import type { Log } from '../telemetry/log.ts';
import { askedPaths } from './asked-paths.ts';
import { limitErrors } from './limit-errors.ts';
import { requestErrors } from './request-errors.ts';
import { completionErrors, settleErrors } from './settle-errors.ts';
import { spreadError } from './spread-error.ts';
import { tooComplexOr } from './too-complex.ts';

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
    const wrong = requestErrors(context, introspection);
    if (wrong.length > 0) return { errors: wrong };
    const { extensions, errors: theirs = [], data, ...result } = await execute(context).catch(tooComplexOr);
    const ours = limitErrors(settleErrors([...theirs, ...completionErrors(extensions)], data));
    return { ...result, data, ...(ours.length > 0 && { errors: ours }) };
  };
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
