import type { GraphQLSchema } from 'graphql';
import { askedFields } from './asked-fields.ts';

/**
 * Whether a subgraph's document asks for a field whose answer only the same person may share.
 * @param schema of the supergraph, with what clients don't see
 * @param personalFields coordinates, such as `Query.search`
 */
export function asksPersonalField(
  document: string,
  schema: GraphQLSchema,
  personalFields: ReadonlySet<string>,
): boolean {
  return askedFields(document, schema, personalFields).size > 0;
}
