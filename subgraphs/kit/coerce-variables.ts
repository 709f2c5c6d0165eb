import { type DocumentNode, type GraphQLSchema, getVariableValues, Kind } from 'graphql';

/**
 * A hook of Mercurius that reads variables as graphql-js does, before graphql-jit reads them: of an input field that must not be null
 * graphql-jit knows no default, and what it refuses has no code. Reading twice changes nothing: our scalars take what they give.
 * A document of several operations is left to graphql-js whole, because the compiled one is kept by its text, whatever operation it is.
 * @throws an error of status 400 with what is wrong in `errors`, as Mercurius's own refusals have it
 */
export async function coerceVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  _context: unknown,
  variables: Record<string, unknown> = {},
) {
  const [operation, ...others] = document.definitions.filter((part) => part.kind === Kind.OPERATION_DEFINITION);
  if (others.length > 0) return { document };
  const { errors, coerced } = getVariableValues(schema, operation?.variableDefinitions ?? [], variables);
  if (errors) throw Object.assign(new Error('The variables do not fit the operation.'), { statusCode: 400, errors });
  return { variables: coerced };
}
