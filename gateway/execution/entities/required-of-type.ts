import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import type { SupergraphTypes } from '../../supergraph/supergraph-types.ts';
import { isOfType } from '../fetching/rewrites.ts';
import { keyOf, type RequiredField, requiredFields } from './required-fields.ts';

/**
 * What of `requires` counts for the entities of one type. Where fields of an interface object are selected for some types and others for
 * other types, the plan makes them one fetch that requires what all of them need, of the interface as a whole; but it fetches that only for
 * the types that need it. Entities of a type whose key is there are asked without the rest.
 * @param isFetched whether the plan fetches what stands under this key for entities of the type
 */
export function requiredOfType(
  types: SupergraphTypes,
  typename: string,
  requires: readonly QueryPlanSelectionNode[],
  isFetched: (key: string) => boolean,
): readonly QueryPlanSelectionNode[] {
  const holdsKey = ({ typeCondition = typename, selections }: Fragment): boolean => {
    if (!isOfType(types.schema, typename, typeCondition)) return false;
    const fields = requiredFields(types.schema, typename, selections).filter(({ key }) => isFetched(key));
    const names = new Set(fields.map(({ name }) => name));
    return [...types.keys(typename), ...types.keys(typeCondition)].some((key) => key.isSubsetOf(names));
  };
  if (!requires.some((node) => node.kind === 'InlineFragment' && holdsKey(node))) return requires;
  const counts = (node: QueryPlanSelectionNode) =>
    node.kind !== 'Field' || node.name === '__typename' || isFetched(keyOf(node));
  return requires.map((node) =>
    node.kind === 'InlineFragment' ? { ...node, selections: node.selections.filter(counts) } : node,
  );
}

/**
 * Whether conditions leave out the key of a type's entities: then they leave out all that would be asked of these. Some plans require no more
 * than `__typename` of a type of which they ask nothing.
 * @param all what a fetch requires of them
 * @param needed what of it the conditions leave
 */
export function losesKey(
  types: SupergraphTypes,
  typename: string,
  all: readonly RequiredField[],
  needed: readonly RequiredField[],
): boolean {
  if (needed.every(({ name }) => name === '__typename')) return true;
  if (needed.length === all.length) return false;
  const holdKey = (fields: readonly RequiredField[]): boolean => {
    const names = new Set(fields.map(({ name }) => name));
    return types.keys(typename).some((key) => key.isSubsetOf(names));
  };
  return holdKey(all) && !holdKey(needed);
}

type Fragment = Extract<QueryPlanSelectionNode, { kind: 'InlineFragment' }>;
