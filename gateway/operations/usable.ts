import { type GraphQLSchema, validate } from 'graphql';
import { atOnce, type Sliced } from '../slices.ts';
import { documentRules } from './document-rules.ts';
import type { StoredOperation } from './folder.ts';

/** The stored operations that a schema can answer, by name: another supergraph than they were written for can be served, too. */
export interface UsableOperations {
  (schema: GraphQLSchema): ReadonlyMap<string, StoredOperation>;
  /** The same, in slices: of many operations it takes a while to find them. */
  find(schema: GraphQLSchema): Sliced<ReadonlyMap<string, StoredOperation>>;
}

/** Finds them once for each schema. */
export function usableOperations(operations: readonly StoredOperation[]): UsableOperations {
  const known = new WeakMap<GraphQLSchema, ReadonlyMap<string, StoredOperation>>();
  function* find(schema: GraphQLSchema): Sliced<ReadonlyMap<string, StoredOperation>> {
    const found = known.get(schema);
    if (found) return found;
    const usable = new Map<string, StoredOperation>();
    for (const operation of operations) {
      if (validate(schema, operation.document, documentRules, { maxErrors: 1 }).length === 0)
        usable.set(operation.name, operation);
      yield;
    }
    known.set(schema, usable);
    return usable;
  }
  return Object.assign((schema: GraphQLSchema) => known.get(schema) ?? atOnce(find(schema)), { find });
}
