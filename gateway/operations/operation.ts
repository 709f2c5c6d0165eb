import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
} from 'graphql';
import { NAME_LENGTH } from '../telemetry/operation-labels.ts';

/** What a client asks, as it came through a door. */
export interface OperationSource {
  /** Names the document: the hash of its text. */
  readonly id: string;
  /** Parsed, and valid against the snapshot's schema. */
  readonly document: DocumentNode;
  readonly operationName?: string | undefined;
  /** Whether it was registered: what is known of its size was judged then. */
  readonly registered?: boolean | undefined;
}

/** One operation of a document. */
export interface Operation extends OperationSource {
  readonly definition: OperationDefinitionNode;
}

/**
 * Finds the operation that is meant.
 * @throws {GraphQLError} where the document has no such operation, or several and none is named, or the schema has no such root
 */
export function chooseOperation(source: OperationSource, schema: GraphQLSchema): Operation {
  const { id, document, operationName, registered } = source;
  const definition = getOperationAST(document, operationName);
  if (!definition) throw resolutionError(operationName);
  if (!schema.getRootType(definition.operation)) throw rootError(definition);
  return { id, document, operationName, registered, definition };
}

function resolutionError(name: string | undefined): GraphQLError {
  const message = name
    ? `The document has no operation named ${JSON.stringify(name.slice(0, NAME_LENGTH))}.`
    : 'The document has several operations: say which by operationName.';
  return new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
}

/** graphql-js's rules let every field pass below a root type that the schema lacks. */
function rootError(definition: OperationDefinitionNode): GraphQLError {
  return new GraphQLError(`The schema has no ${definition.operation}s.`, {
    nodes: definition,
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
  });
}
