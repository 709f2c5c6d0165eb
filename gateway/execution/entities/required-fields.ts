import type { QueryPlanFieldNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { isOfType } from '../fetching/rewrites.ts';

/** A required field, its sub-selections merged from all fragments that select it. */
export interface RequiredField {
  readonly key: string;
  readonly name: string;
  readonly selections: readonly QueryPlanSelectionNode[];
}

/**
 * The fields that `requires` asks of an object of a known type.
 * @param schema the supergraph's, since keys may be @inaccessible to clients
 * @param typename undefined where the object's type was not asked: then only fields outside typed fragments count
 */
export function requiredFields(
  schema: GraphQLSchema,
  typename: string | undefined,
  selections: readonly QueryPlanSelectionNode[],
): RequiredField[] {
  const fields = new Map<string, { key: string; name: string; selections: QueryPlanSelectionNode[] }>();
  const collect = (nodes: readonly QueryPlanSelectionNode[]): void => {
    for (const node of nodes) {
      if (node.kind === 'Field') {
        const key = keyOf(node);
        const known = fields.get(key);
        if (known) known.selections.push(...(node.selections ?? []));
        else fields.set(key, { key, name: node.name, selections: [...(node.selections ?? [])] });
      } else if (node.typeCondition === undefined) {
        collect(node.selections);
      } else if (typename !== undefined && isOfType(schema, typename, node.typeCondition)) {
        collect(node.selections);
      }
    }
  };
  collect(selections);
  return [...fields.values()];
}

/** The key under which a required field stands in the data. */
export function keyOf(node: QueryPlanFieldNode): string {
  return node.alias ?? node.name;
}
