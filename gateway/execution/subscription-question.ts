import { GraphQLError } from 'graphql';
import { errors } from '../errors.ts';
import type { Variables } from '../guard/variables.ts';
import type { FetchStep } from '../planning/plan-steps.ts';
import type { SubgraphQuestion } from '../subgraphs/subgraph-client.ts';
import { type Utf8Text, utf8Text } from '../utf8-text.ts';
import { bodyStart } from './fetching/fetch-request.ts';

/**
 * The request by which the gateway subscribes to a subgraph, with the variables that it uses; those that were not sent keep their defaults.
 * @param fetch the first fetch of a subscription's plan
 * @param clientVariable the client's name of a variable of the plan
 * @param variables as the client sent them, already found valid
 */
export function subscriptionQuestion(
  fetch: FetchStep | undefined,
  clientVariable: (name: string) => string,
  variables: Variables,
): SubgraphQuestion {
  if (fetch?.operationKind !== 'subscription') throw new Error('The plan of a subscription begins with none');
  const { subgraph, operation, operationName, operationKind: kind, id } = fetch;
  const sent = fetch.variables.flatMap((name) => {
    const client = clientVariable(name);
    if (!Object.hasOwn(variables, client)) return [];
    return [`${JSON.stringify(name)}:${JSON.stringify(variables[client])}`];
  });
  const body = `${bodyStart(operation, operationName)}${utf8Text(sent.join(','))}}}` as Utf8Text;
  return { subgraph, body, kind, operationName, personal: false, fetches: [id] };
}

/** A subscription came where there is one answer. */
export function needsStream(): GraphQLError {
  const code = 'SUBSCRIPTION_NEEDS_STREAM';
  return new GraphQLError(`${errors[code].meaning} ${errors[code].remedy}`, { extensions: { code } });
}
