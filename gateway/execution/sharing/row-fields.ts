import type { PlanNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { askedFields } from './asked-fields.ts';
import { fetchesOf } from './plan-fetches.ts';

/**
 * Fields by coordinate (`Type.field`) whose answers differ by rows that are the caller's own, with the policies that name these rows; `any`
 * where every field's answer may differ by whatever subgraphs are told of a caller.
 */
export type RowFields = ReadonlyMap<string, readonly string[]> | 'any';

/**
 * The policies by whose rows the answers of an operation with these plans may differ, whatever its conditions.
 * @param schema of the supergraph, with what clients don't see
 */
export function policiesRead(
  plans: readonly PlanNode[],
  schema: GraphQLSchema,
  rowFields: RowFields,
): ReadonlySet<string> | 'any' {
  if (rowFields === 'any') return 'any';
  const documents = plans.flatMap(fetchesOf).map(({ operation }) => operation);
  const asked = documents.flatMap((document) => [...askedFields(document, schema, rowFields.keys())]);
  return new Set(asked.flatMap((coordinate) => rowFields.get(coordinate) ?? []));
}
