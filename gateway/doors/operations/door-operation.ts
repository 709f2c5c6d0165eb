import { type GraphQLSchema, getOperationAST } from 'graphql';
import type { RegisteredOperation } from '../../operations/registered-operation.ts';
import { type Paging, pagingOf } from './paging.ts';
import { VariablesReader } from './variables-reader.ts';

/** What the door of operations knows of one of them, under one schema. */
export interface DoorOperation {
  readonly reader: VariablesReader;
  /** Undefined where it can't be read page by page. */
  readonly paging: Paging | undefined;
}

/** Compiles operations for their door, each once for each schema. */
export class DoorOperations {
  readonly #bySchema = new WeakMap<GraphQLSchema, WeakMap<RegisteredOperation, DoorOperation>>();

  of(schema: GraphQLSchema, operation: RegisteredOperation): DoorOperation {
    let known = this.#bySchema.get(schema);
    if (!known) {
      known = new WeakMap();
      this.#bySchema.set(schema, known);
    }
    let compiled = known.get(operation);
    if (!compiled) {
      const { document } = operation;
      const definitions = getOperationAST(document)?.variableDefinitions ?? [];
      const reader = new VariablesReader(schema, definitions);
      compiled = { reader, paging: pagingOf(schema, document) };
      known.set(operation, compiled);
    }
    return compiled;
  }
}
