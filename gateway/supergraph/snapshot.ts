import { setImmediate as turn } from 'node:timers/promises';
import { type DocumentNode, GraphQLError, type GraphQLSchema } from 'graphql';
import { BoundedCache } from '../caches/bounded-cache.ts';
import { rootFields } from '../execution/root-fields.ts';
import { audienceName, audienceOf, meetsAll } from '../guard/audience.ts';
import { type CachePolicy, cachePolicy } from '../guard/cache-policy.ts';
import { FieldWeights } from '../guard/cost/field-weights.ts';
import { type CostLimits, OperationCosts } from '../guard/cost/operation-costs.ts';
import { EVERYTHING, type Grants } from '../guard/grants.ts';
import { metRequirements } from '../guard/met-requirements.ts';
import { chooseOperation, type Operation, type OperationSource } from '../operations/operation.ts';
import { hasDefer, withoutDefer } from '../planning/documents/defer-directive.ts';
import { Planner } from '../planning/planner.ts';
import type { Planning } from '../planning/planning.ts';
import { type ReadSupergraph, readSupergraph } from '../planning/read-supergraph.ts';
import { atOnce } from '../process/slices.ts';
import { DeferringVariants } from './deferring-variants.ts';
import { PreparedOperation, type PreparedOptions } from './prepared-operation.ts';

/** Bounds and rules of a snapshot. */
export interface SnapshotOptions extends PreparedOptions {
  /** Operations kept planned; default 1000. */
  readonly planLimit?: number;
  /**
   * Most that an operation may grow, in fields, where fields that some types of an interface refuse a caller are asked of each of the others;
   * default 10000.
   */
  readonly copyLimit?: number;
  /** How long an operation that was too complex is refused without trying again, in milliseconds; default a minute. */
  readonly refusalTime?: number;
  /** What operations may cost; default: as the settings have it. */
  readonly costs?: CostLimits;
}

/** An operation that was too complex. */
interface Refusal {
  readonly error: GraphQLError;
  readonly until: number;
}

/** What was asked for, and by whom. */
export interface Asked {
  readonly source: OperationSource;
  /** Those of one who asked. */
  readonly grants: Grants;
}

/** What somebody asks who may read all of it. */
export function askedByAll(source: OperationSource): Asked {
  return { source, grants: EVERYTHING };
}

/** One supergraph with everything made from it. It never changes: a new supergraph is a new snapshot. */
export class Snapshot {
  readonly supergraphSdl: string;
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  /** Subgraphs by name, with the URLs that the supergraph gives. */
  readonly subgraphUrls: ReadonlyMap<string, string>;
  /** What operations cost. */
  readonly costs: OperationCosts;
  readonly #planner: Planner;
  readonly #options: SnapshotOptions;
  /** By name, and but for those who may read all of it by audience. */
  readonly #operations: BoundedCache<string, PreparedOperation>;
  /** The same for registered operations, so that no number of others can push them out. */
  readonly #registered = new BoundedCache<string, PreparedOperation>(REGISTERED);
  /** By name, the numbers of the requirements that an operation meets. */
  readonly #met: BoundedCache<string, readonly number[]>;
  readonly #pending = new Map<string, Promise<PreparedOperation>>();
  readonly #refused: BoundedCache<string, Refusal>;
  readonly #cachePolicies = new WeakMap<DocumentNode, CachePolicy>();

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
    const { planLimit = 1000, copyLimit = 10_000 } = options;
    this.supergraphSdl = supergraphSdl;
    this.#planner = new Planner(read, planning, copyLimit);
    this.#operations = new BoundedCache(planLimit);
    this.#met = new BoundedCache(planLimit);
    this.#refused = new BoundedCache(planLimit);
    this.schema = this.#planner.schema;
    this.subgraphUrls = this.#planner.subgraphUrls;
    const { costs: rules } = this.#planner;
    const weights = new FieldWeights(this.schema, rules);
    const definitionOf = (source: OperationSource) => chooseOperation(source, this.schema).definition;
    this.costs = new OperationCosts({ schema: this.schema, rules, weights, definitionOf }, options.costs);
    this.#options = { ...options, weights };
  }

  /**
   * Gives an operation ready to be executed for callers with such grants: at once where it is known, else when it is planned.
   * @param client who asks, as far as is known: where operations wait to be planned, clients take turns
   * @throws {GraphQLError} (the promise) when there is no such operation, it cannot be planned, takes too long, or too many wait
   */
  prepare(
    source: OperationSource,
    client: string | undefined,
    grants: Grants,
  ): PreparedOperation | Promise<PreparedOperation> {
    const name = nameOf(source);
    const operations = this.#cacheOf(source);
    const whole = operations.get(name);
    if (whole && meetsAll(grants, whole.audience.requirements)) return whole;
    try {
      const met = this.#metBy(name, source);
      const key = keyOf(name, audienceName(this.#planner.access, met, grants));
      return operations.get(key) ?? this.#pending.get(key) ?? this.#plan(key, { source, grants }, client);
    } catch (error) {
      return Promise.reject(error);
    }
  }

  /** The same for those who may read all of it. */
  prepareWhole(source: OperationSource): PreparedOperation | Promise<PreparedOperation> {
    return this.prepare(source, undefined, EVERYTHING);
  }

  /** The operation where it is prepared already. */
  known({ source, grants }: Asked): PreparedOperation | undefined {
    const name = nameOf(source);
    const met = this.#met.get(name) ?? [];
    return this.#cacheOf(source).get(keyOf(name, audienceName(this.#planner.access, met, grants)));
  }

  /** The operations that were asked for most recently, the latest first. */
  recent(limit: number): Asked[] {
    return [this.#operations, this.#registered]
      .flatMap((cache) => cache.entries().slice(-limit).reverse())
      .map(([, { operation, audience }]) => ({ source: operation, grants: audience.grants }));
  }

  /**
   * How long answers of an operation may be kept, and by whom. Found once for each document: such as are kept, with one operation each.
   * @throws {GraphQLError} where there is no such operation
   */
  cachePolicy(source: OperationSource): CachePolicy {
    let policy = this.#cachePolicies.get(source.document);
    if (!policy) {
      const { schema, hints } = this.#planner;
      const { personalFields = new Set() } = this.#options;
      const found = cachePolicy(chooseOperation(source, schema), { hints, schema, personalFields });
      // What some may not read is answered differently to different callers.
      const meets = this.#metBy(nameOf(source), source).length > 0;
      policy = { ...found, isPrivate: found.isPrivate || meets };
      this.#cachePolicies.set(source.document, policy);
    }
    return policy;
  }

  /**
   * Whether nothing of an operation may be read with such grants: each of its root fields is refused.
   * @throws {GraphQLError} where there is no such operation
   */
  refusesAll({ source, grants }: Asked): boolean {
    const { refusal } = audienceOf(this.#planner.access, this.#metBy(nameOf(source), source), grants);
    const { document, definition } = chooseOperation(source, this.schema);
    return (
      refusal !== undefined &&
      rootFields(document, definition, this.schema).every(
        ({ type, field }) => refusal.ofField(type, field) !== undefined,
      )
    );
  }

  /** Lets go of what it holds when nothing is being planned any more. Who still has it may go on using it. */
  retire(): void {
    this.#planner.retire();
  }

  /** Ends it at once: what is being planned is refused. */
  close(): Promise<void> {
    return this.#planner.close();
  }

  #cacheOf({ registered }: OperationSource): BoundedCache<string, PreparedOperation> {
    return registered ? this.#registered : this.#operations;
  }

  /** @throws {GraphQLError} where there is no such operation */
  #metBy(name: string, source: OperationSource): readonly number[] {
    const { access } = this.#planner;
    if (access.requirements.length === 0) return NONE;
    let met = this.#met.get(name);
    if (!met) {
      const { document, definition } = chooseOperation(source, this.schema);
      met = metRequirements(access, this.schema, document, definition);
      this.#met.set(name, met);
    }
    return met;
  }

  #plan(key: string, asked: Asked, client: string | undefined): Promise<PreparedOperation> {
    const refusal = this.#refused.get(key);
    if (refusal && performance.now() < refusal.until) return Promise.reject(refusal.error);
    const pending = this.#prepare(key, asked, client).finally(() => this.#pending.delete(key));
    this.#pending.set(key, pending);
    return pending;
  }

  async #prepare(key: string, { source, grants }: Asked, client: string | undefined): Promise<PreparedOperation> {
    try {
      // The turn that read and validated the document was long enough.
      await turn();
      const prepared = await this.#prepared(chooseOperation(source, this.schema), grants, client);
      this.#cacheOf(source).set(key, prepared);
      return prepared;
    } catch (error) {
      if (error instanceof GraphQLError && error.extensions.code === 'OPERATION_TOO_COMPLEX') {
        const { refusalTime = 60_000 } = this.#options;
        this.#refused.set(key, { error, until: performance.now() + refusalTime });
      }
      throw error;
    }
  }

  async #prepared(operation: Operation, grants: Grants, client: string | undefined): Promise<PreparedOperation> {
    const { document, operationName } = operation;
    const planner = this.#planner;
    const audience = audienceOf(planner.access, this.#metBy(nameOf(operation), operation), grants);
    const { refusal } = audience;
    const defers = hasDefer(document);
    const planned = await planner.plan(defers ? withoutDefer(document) : document, operationName, { client, refusal });
    const deferring = defers ? new DeferringVariants(operation, planner, this.#options, audience) : undefined;
    return new PreparedOperation(operation, planned, planner, this.#options, audience, deferring);
  }
}

const NONE: readonly number[] = [];

/** Registered operations kept planned, each for several audiences: more than there may be. */
const REGISTERED = 40_000;

/** A registered operation is alone in its document. */
function nameOf({ id, operationName, registered }: OperationSource): string {
  return registered ? id : `${id}\n${operationName ?? ''}`;
}

/** @param audience see `audienceName` */
function keyOf(name: string, audience: string): string {
  return audience === '' ? name : `${audience}\n${name}`;
}
