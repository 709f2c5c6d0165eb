import {
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  type VariableDefinitionNode,
  valueFromASTUntyped,
} from 'graphql';

/** The most errors that are told of one request's variables. */
const LIMIT = 50;
/** Longest message, in characters: graphql-js writes wrong values out. */
const MESSAGE_LENGTH = 1000;

/** A request's variables by name, as JSON values. */
export type Variables = Readonly<Record<string, unknown>>;

/**
 * Checks a request's variables.
 * @param hideSuggestions whether messages leave out near names of the schema
 * @returns their values with defaults in place, or what is wrong with them: the first errors, and one that says so where there are more
 */
export function coerceVariables(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  variables: Variables,
  hideSuggestions: boolean,
): { coerced: Variables; errors?: never } | { coerced?: never; errors: GraphQLError[] } {
  if (definitions.length === 0) return { coerced: {} };
  const { coerced, errors = [] } = getVariableValues(schema, definitions, variables, {
    maxErrors: LIMIT,
    hideSuggestions,
  });
  if (coerced) return { coerced };
  const told = errors.slice(0, LIMIT).map(({ message, nodes }) => badInput(cut(message), nodes));
  if (errors.length <= LIMIT) return { errors: told };
  return {
    errors: [...told, badInput(`The variables have more errors: only the first ${LIMIT} are told.`, undefined)],
  };
}

/** The variables as they were sent with defaults in place: for what can be told without all of them. */
export function withDefaults(definitions: readonly VariableDefinitionNode[], variables: Variables): Variables {
  const defaults = definitions.flatMap(({ variable, defaultValue }): [string, unknown][] =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
  );
  return { ...Object.fromEntries(defaults), ...variables };
}

function badInput(message: string, nodes: GraphQLError['nodes']): GraphQLError {
  return new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT' } });
}

function cut(message: string): string {
  return message.length > MESSAGE_LENGTH ? `${message.slice(0, MESSAGE_LENGTH)}…` : message;
}
