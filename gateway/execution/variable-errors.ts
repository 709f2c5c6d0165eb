import { GraphQLError, type GraphQLSchema, getVariableValues, type OperationDefinitionNode } from 'graphql';

/** The most errors that are told of one request's variables. */
const LIMIT = 50;
/** Longest message, in characters: graphql-js writes wrong values out. */
const MESSAGE_LENGTH = 1000;

/**
 * What is wrong with a request's variables: the first errors, and one that says so where there are more. The stock executor would
 * make one for each wrong element of a list.
 * @param hideSuggestions whether near names of the schema are left out
 */
export function variableErrors(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  hideSuggestions: boolean,
): GraphQLError[] {
  const options = { maxErrors: LIMIT, hideSuggestions };
  const { errors = [] } = getVariableValues(schema, variableDefinitions, variables, options);
  const told = errors.slice(0, LIMIT).map(({ message, nodes }) => badInput(cut(message), nodes));
  if (errors.length <= LIMIT) return told;
  return [...told, badInput(`The variables have more errors: only the first ${LIMIT} are told.`, undefined)];
}

function badInput(message: string, nodes: GraphQLError['nodes']): GraphQLError {
  return new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT' } });
}

function cut(message: string): string {
  return message.length > MESSAGE_LENGTH ? `${message.slice(0, MESSAGE_LENGTH)}…` : message;
}
