import { type GraphQLSchema, getOperationAST, Kind } from 'graphql';
import type { RegisteredOperation } from '../../operations/registered-operation.ts';

/** What an operation is for, in words. */
export interface AboutOperation {
  /** The first sentence. */
  readonly summary: string;
  readonly description: string;
}

/** What who wrote an operation says of it; where nothing, what the schema says of the fields that it asks for. */
export function aboutOperation(
  schema: GraphQLSchema,
  { description: said, document, name }: RegisteredOperation,
): AboutOperation {
  const description = said?.replaceAll('\n', ' ') || ofRootFields(schema, document);
  const [sentence = ''] = /^.+?[.。](?=\s|$)/s.exec(description) ?? [description];
  return { summary: sentence.trim().slice(0, LONGEST) || name, description };
}

/** The most characters of a summary. */
const LONGEST = 200;

function ofRootFields(schema: GraphQLSchema, document: RegisteredOperation['document']): string {
  const definition = getOperationAST(document);
  const fields = (definition && schema.getRootType(definition.operation)?.getFields()) ?? {};
  const selected = definition?.selectionSet.selections ?? [];
  return selected
    .flatMap((node) => (node.kind === Kind.FIELD ? (fields[node.name.value]?.description ?? []) : []))
    .join(' ')
    .replaceAll('\n', ' ');
}
