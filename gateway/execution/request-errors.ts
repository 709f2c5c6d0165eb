import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
} from 'graphql';
import { NAME_LENGTH } from '../telemetry/operation-labels.ts';
import { variableErrors } from './variable-errors.ts';

/** A request whose document is valid. */
interface ValidRequest {
  readonly document: DocumentNode;
  readonly schema: GraphQLSchema;
  readonly request: {
    readonly operationName?: string | undefined;
    readonly variables?: Readonly<Record<string, unknown>> | undefined;
  };
}

/**
 * Why a request cannot be executed though its document is valid: no such operation, or wrong variables. Empty where it can.
 * @param introspection whether errors may name what else the schema has
 */
export function requestErrors({ document, request, schema }: ValidRequest, introspection: boolean): GraphQLError[] {
  const operation = getOperationAST(document, request.operationName);
  if (!operation) return [resolutionError(request.operationName)];
  if (!schema.getRootType(operation.operation)) return [rootError(operation)];
  return variableErrors(schema, operation, request.variables ?? {}, !introspection);
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
