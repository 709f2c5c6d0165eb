import { type GraphQLSchema, validate } from 'graphql';
import type { StoredOperation } from './folder.ts';

/** The stored operations that a schema can answer, by name: another supergraph than they were written for can be served, too. */
export type UsableOperations = (schema: GraphQLSchema) => ReadonlyMap<string, StoredOperation>;

/** Finds them once for each schema. */
export function usableOperations(operations: readonly StoredOperation[]): UsableOperations {
  const known = new WeakMap<GraphQLSchema, ReadonlyMap<string, StoredOperation>>();
  return (schema) => {
    let usable = known.get(schema);
    if (!usable) {
      const valid = operations.filter(({ document }) => validate(schema, document).length === 0);
      usable = new Map(valid.map((operation) => [operation.name, operation]));
      known.set(schema, usable);
    }
    return usable;
  };
}
