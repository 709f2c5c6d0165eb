import type { GraphQLSchema } from 'graphql';
import type { Client } from '../../clients/client.ts';
import type { RegisteredOperation } from '../../operations/registered-operation.ts';
import type { ServedOperations } from '../../operations/served-operations.ts';
import type { Snapshot } from '../../supergraph/snapshot.ts';

/** The registered operations that a client is told of: those for it, of which it may read something. */
export class UsableOperations {
  readonly #served: (schema: GraphQLSchema) => ServedOperations;
  /** By what is served to a client, which is the same list until something of it changes. */
  readonly #known = new WeakMap<readonly RegisteredOperation[], readonly RegisteredOperation[]>();

  /** @param served the registered operations that a schema can answer */
  constructor(served: (schema: GraphQLSchema) => ServedOperations) {
    this.#served = served;
  }

  /** By name, the newest version of each first. */
  of(snapshot: Snapshot, client: Client): readonly RegisteredOperation[] {
    const all = this.#served(snapshot.schema).all(client);
    let usable = this.#known.get(all);
    if (!usable) {
      usable = all.filter((source) => !snapshot.refusesAll({ source, grants: client.grants }));
      this.#known.set(all, usable);
    }
    return usable;
  }
}
