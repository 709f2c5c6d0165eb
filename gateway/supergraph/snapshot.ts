import { setImmediate as turn } from 'node:timers/promises';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { BoundedCache } from '../bounded-cache.ts';
import { chooseOperation, type OperationSource } from '../operations/operation.ts';
import { hasDefer, withoutDefer } from '../planning/defer-directive.ts';
import { Planner } from '../planning/planner.ts';
import type { Planning } from '../planning/planning.ts';
import { type ReadSupergraph, readSupergraph } from '../planning/read-supergraph.ts';
import { atOnce } from '../slices.ts';
import { DeferringVariants } from './deferring-variants.ts';
import { PreparedOperation, type PreparedOptions } from './prepared-operation.ts';

/** Bounds and rules of a snapshot. */
export interface SnapshotOptions extends PreparedOptions {
  /** Operations kept planned; default 1000. */
  readonly planLimit?: number;
  /** How long an operation that was too complex is refused without trying again, in milliseconds; default a minute. */
  readonly refusalTime?: number;
}

/** An operation that was too complex. */
interface Refusal {
  readonly error: GraphQLError;
  readonly until: number;
}

/** One supergraph with everything made from it. It never changes: a new supergraph is a new snapshot. */
export class Snapshot {
  readonly supergraphSdl: string;
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  /** Subgraphs by name, with the URLs that the supergraph gives. */
  readonly subgraphUrls: ReadonlyMap<string, string>;
  readonly #planner: Planner;
  readonly #options: SnapshotOptions;
  readonly #operations: BoundedCache<string, PreparedOperation>;
  readonly #pending = new Map<string, Promise<PreparedOperation>>();
  readonly #refused: BoundedCache<string, Refusal>;

  /**
   * @param planning of this supergraph; the snapshot ends it
   * @param read what was read of it already
   */
  constructor(
    supergraphSdl: string,
    planning: Planning,
    options: SnapshotOptions = {},
    read: ReadSupergraph = atOnce(readSupergraph(supergraphSdl, planning.description.apiSdl)),
  ) {
    const { planLimit = 1000 } = options;
    this.supergraphSdl = supergraphSdl;
    this.#planner = new Planner(read, planning);
    this.#options = options;
    this.#operations = new BoundedCache(planLimit);
    this.#refused = new BoundedCache(planLimit);
    this.schema = this.#planner.schema;
    this.subgraphUrls = this.#planner.subgraphUrls;
  }

  /**
   * Gives an operation ready to be executed: at once where it is known, else when it is planned.
   * @param client who asks, as far as is known: where operations wait to be planned, clients take turns
   * @throws {GraphQLError} (the promise) when there is no such operation, it cannot be planned, takes too long, or too many wait
   */
  prepare(source: OperationSource, client?: string): PreparedOperation | Promise<PreparedOperation> {
    const key = keyOf(source);
    return this.#operations.get(key) ?? this.#pending.get(key) ?? this.#plan(key, source, client);
  }

  /** The operation where it is prepared already. */
  known(source: OperationSource): PreparedOperation | undefined {
    return this.#operations.get(keyOf(source));
  }

  /** The operations that were asked for most recently, the latest first. */
  recent(limit: number): OperationSource[] {
    return [...this.#operations.entries()]
      .slice(-limit)
      .reverse()
      .map(([, { operation }]) => operation);
  }

  /** Lets go of what it holds when nothing is being planned any more. Who still has it may go on using it. */
  retire(): void {
    this.#planner.retire();
  }

  /** Ends it at once: what is being planned is refused. */
  close(): Promise<void> {
    return this.#planner.close();
  }

  #plan(key: string, source: OperationSource, client: string | undefined): Promise<PreparedOperation> {
    const refusal = this.#refused.get(key);
    if (refusal && performance.now() < refusal.until) return Promise.reject(refusal.error);
    const pending = this.#prepare(key, source, client).finally(() => this.#pending.delete(key));
    this.#pending.set(key, pending);
    return pending;
  }

  async #prepare(key: string, source: OperationSource, client: string | undefined): Promise<PreparedOperation> {
    try {
      // The turn that read and validated the document was long enough.
      await turn();
      const operation = chooseOperation(source, this.schema);
      const { document, operationName } = source;
      const defers = hasDefer(document);
      const planned = await this.#planner.plan(defers ? withoutDefer(document) : document, operationName, client);
      const deferring = defers ? new DeferringVariants(operation, this.#planner, this.#options) : undefined;
      const prepared = new PreparedOperation(operation, planned, this.#planner, this.#options, deferring);
      this.#operations.set(key, prepared);
      return prepared;
    } catch (error) {
      if (error instanceof GraphQLError && error.extensions.code === 'OPERATION_TOO_COMPLEX') {
        const { refusalTime = 60_000 } = this.#options;
        this.#refused.set(key, { error, until: performance.now() + refusalTime });
      }
      throw error;
    }
  }
}

function keyOf({ id, operationName }: OperationSource): string {
  return `${id}\n${operationName ?? ''}`;
}
