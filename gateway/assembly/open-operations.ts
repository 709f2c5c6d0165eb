import type { GraphQLSchema } from 'graphql';
import type { Registry } from 'prom-client';
import type { Config } from '../config.ts';
import { documentLimits } from '../guard/limits/document-limits.ts';
import { OperationsInService, type PrepareRegistered } from '../operations/operations-in-service.ts';
import { FollowedOperations } from '../operations/registry/followed-operations.ts';
import { operationsSource } from '../operations/registry/operations-source.ts';
import type { ServedOperations } from '../operations/served-operations.ts';
import type { ServedSupergraph } from '../supergraph/reload.ts';
import type { Log } from '../telemetry/log.ts';
import { registeredReports } from '../telemetry/registered.ts';

/** The registered operations of a gateway. */
export interface OpenOperations {
  readonly registered: PrepareRegistered;
  /** What a schema is served with. */
  readonly served: (schema: GraphQLSchema) => ServedOperations;
  /** Whether an operation of this name was registered since the start. */
  readonly isName: (name: string) => boolean;
  /** Serves changes from now on, and looks again at a supergraph that was refused. */
  follow(snapshots: ServedSupergraph): void;
  close(): Promise<void>;
}

/** Reads the registered operations. @throws {Mendable} where they can't be read */
export async function openOperations(config: Config, registry: Registry, log: Log): Promise<OpenOperations> {
  const isDefault = config.operationsAreDefault;
  const source = operationsSource(config.operations, { mayBeMissing: isDefault });
  const followed = await FollowedOperations.open({ source, log });
  const judge = documentLimits(config);
  const registered = new OperationsInService(followed.current(), {
    judge: (text) => judge(text, true),
    onServed: registeredReports(registry, log, isDefault),
  });
  const names = new Set(followed.current().map(({ name }) => name));
  return {
    registered,
    served: (schema) => registered.of(schema),
    isName: (name) => names.has(name),
    follow(snapshots) {
      // The supergraph that comes next may have been prepared with the operations before.
      snapshots.onSwap((next) => void registered.refresh(() => next));
      followed.follow(async (operations) => {
        for (const { name } of operations) names.add(name);
        await registered.replace(operations, () => snapshots.current());
        await snapshots.reconsider();
      });
    },
    close: () => followed.close(),
  };
}
