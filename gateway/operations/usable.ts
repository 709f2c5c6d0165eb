import { type GraphQLSchema, validate } from 'graphql';
import { atOnce, type Sliced } from '../slices.ts';
import { documentRules } from './document-rules.ts';
import type { RegisteredOperation } from './registered-operation.ts';
import { type ServedOperations, servedOperations } from './served-operations.ts';

/** The registered operations that a schema can answer: another supergraph than they were written for can be served, too. */
export interface UsableOperations {
  (schema: GraphQLSchema): ServedOperations;
  /** The same as a list, found in slices: of many operations it takes a while. */
  find(schema: GraphQLSchema): Sliced<readonly RegisteredOperation[]>;
}

/** Finds them once for each schema. */
export function usableOperations(operations: readonly RegisteredOperation[]): UsableOperations {
  const known = new WeakMap<GraphQLSchema, readonly RegisteredOperation[]>();
  const served = new WeakMap<GraphQLSchema, ServedOperations>();
  function* find(schema: GraphQLSchema): Sliced<readonly RegisteredOperation[]> {
    const found = known.get(schema);
    if (found) return found;
    const usable: RegisteredOperation[] = [];
    for (const operation of operations) {
      if (validate(schema, operation.document, documentRules, { maxErrors: 1 }).length === 0) usable.push(operation);
      yield;
    }
    known.set(schema, usable);
    return usable;
  }
  const serve = (schema: GraphQLSchema): ServedOperations => {
    let serving = served.get(schema);
    if (!serving) {
      serving = servedOperations(atOnce(find(schema)));
      served.set(schema, serving);
    }
    return serving;
  };
  return Object.assign(serve, { find });
}
