import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import type { Snapshot } from '../../supergraph/snapshot.ts';

/** What Apollo Server takes as its gateway. */
export type Engine<Context extends BaseContext> = ApolloServerOptionsWithGateway<Context>['gateway'];
type Listener = Parameters<Engine<BaseContext>['onSchemaLoadOrUpdate']>[0];
type Executor = NonNullable<Awaited<ReturnType<Engine<BaseContext>['load']>>['executor']>;

/** One operation as Apollo Server hands it to its gateway: its document is parsed and valid. */
export type EngineRequest = Parameters<Executor>[0];

/** The snapshot to answer from, which may be swapped at any time. */
export interface Snapshots {
  current(): Snapshot;
  /** @returns a function that ends the listening */
  onSwap(listener: (snapshot: Snapshot) => void): () => void;
}

/** What Apollo Server takes as its gateway, and the snapshot behind each schema that it gave. */
export type SnapshotEngine<Context extends BaseContext> = Engine<Context> & {
  /** A request stays with the snapshot against whose schema it was validated. */
  snapshotOf(schema: GraphQLSchema): Snapshot;
};

/**
 * Our snapshots as Apollo Server's gateway.
 * @param execute answers one operation from a snapshot
 */
export function apolloEngine<Context extends BaseContext>(
  snapshots: Snapshots,
  execute: (request: EngineRequest, snapshot: Snapshot) => Promise<ExecutionResult>,
): SnapshotEngine<Context> {
  const bySchema = new WeakMap<GraphQLSchema, Snapshot>();
  const listeners = new Set<Listener>();
  const tell = (listener: Listener, snapshot: Snapshot) => {
    bySchema.set(snapshot.schema, snapshot);
    listener({ apiSchema: snapshot.schema, coreSupergraphSdl: snapshot.supergraphSdl });
  };
  const unlisten = snapshots.onSwap((snapshot) => {
    for (const listener of listeners) tell(listener, snapshot);
  });
  const snapshotOf = (schema: GraphQLSchema) => bySchema.get(schema) ?? snapshots.current();
  return {
    snapshotOf,
    onSchemaLoadOrUpdate(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async load() {
      for (const listener of listeners) tell(listener, snapshots.current());
      return { executor: (request) => execute(request, snapshotOf(request.schema)) };
    },
    async stop() {
      unlisten();
      listeners.clear();
    },
  };
}
