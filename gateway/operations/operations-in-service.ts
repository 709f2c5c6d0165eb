import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import { GraphQLError, type GraphQLSchema, validate } from 'graphql';
import { inSlices, type Sliced } from '../process/slices.ts';
import { askedByAll, type Snapshot } from '../supergraph/snapshot.ts';
import { type BrokenOperation, OperationsBroken } from './broken-operations.ts';
import { documentRules } from './document-rules.ts';
import type { RegisteredOperation } from './registered-operation.ts';
import { type ServedOperations, servedOperations } from './served-operations.ts';

/** Prepares the registered operations on a supergraph before it is served. */
export interface PrepareRegistered {
  /**
   * Validates, plans and compiles them.
   * @param before the snapshot that this one will replace
   * @param signal fires when nobody wants it any more
   * @returns how many are prepared
   * @throws {OperationsBroken} (the promise) where it breaks operations that the one before could answer
   */
  prepare(snapshot: Snapshot, before: Snapshot | undefined, signal: AbortSignal): Promise<number>;
}

/** What is served of the registered operations, and what is said about them. */
export interface InServiceParts {
  /** What is too much of a document, where it is; other limits than those on size that registered operations are spared. */
  readonly judge: (text: string) => { readonly message: string } | undefined;
  /** Told of all that can't be served, each time that was looked at, and how many can. */
  readonly onServed: (served: number, broken: readonly BrokenOperation[]) => void;
}

/** What a schema is served with. */
interface InService {
  /** All that there were. */
  readonly of: readonly RegisteredOperation[];
  readonly list: readonly RegisteredOperation[];
  readonly served: ServedOperations;
}

/** How operations are prepared. */
interface Preparing {
  readonly before: Snapshot | undefined;
  readonly signal: AbortSignal;
  /** Those that are prepared already. */
  readonly ready: ReadonlySet<RegisteredOperation>;
}

const NONE: ReadonlySet<RegisteredOperation> = new Set();
const NOTHING = servedOperations([]);
const NEVER = new AbortController().signal;

/** The registered operations as each supergraph answers them. One that can't be validated, planned and compiled is not served. */
export class OperationsInService implements PrepareRegistered {
  readonly #parts: InServiceParts;
  readonly #bySchema = new WeakMap<GraphQLSchema, InService>();
  #operations: readonly RegisteredOperation[];
  #refreshing: Promise<void> = Promise.resolve();

  constructor(operations: readonly RegisteredOperation[], parts: InServiceParts) {
    this.#operations = operations;
    this.#parts = parts;
  }

  /** What a snapshot's schema is served with; nothing before it was prepared. */
  of(schema: GraphQLSchema): ServedOperations {
    return this.#bySchema.get(schema)?.served ?? NOTHING;
  }

  async prepare(snapshot: Snapshot, before: Snapshot | undefined, signal: AbortSignal): Promise<number> {
    const operations = this.#operations;
    const { list, broken } = await this.#prepared(snapshot, operations, { before, signal, ready: NONE });
    const servedBefore = new Set(before ? this.#bySchema.get(before.schema)?.list : []);
    const lost = broken.filter(({ operation }) => servedBefore.has(operation));
    if (signal.aborted) return 0;
    if (lost.length > 0) {
      this.#parts.onServed(servedBefore.size, lost);
      throw new OperationsBroken(lost);
    }
    this.#bySchema.set(snapshot.schema, { of: operations, list, served: servedOperations(list) });
    this.#parts.onServed(list.length, broken);
    return list.length;
  }

  /** Serves these from now on, as soon as they are prepared. @param snapshot that is served */
  replace(operations: readonly RegisteredOperation[], snapshot: () => Snapshot): Promise<void> {
    this.#operations = operations;
    return this.refresh(snapshot);
  }

  /** Prepares what the snapshot that is served lacks yet. */
  refresh(current: () => Snapshot): Promise<void> {
    this.#refreshing = this.#refreshing.then(async () => {
      const snapshot = current();
      const operations = this.#operations;
      const known = this.#bySchema.get(snapshot.schema);
      if (known?.of === operations) return;
      const how = { before: undefined, signal: NEVER, ready: new Set(known?.list) };
      const { list, broken } = await this.#prepared(snapshot, operations, how);
      this.#bySchema.set(snapshot.schema, { of: operations, list, served: servedOperations(list) });
      this.#parts.onServed(list.length, broken);
    });
    return this.#refreshing;
  }

  async #prepared(
    snapshot: Snapshot,
    operations: readonly RegisteredOperation[],
    { before, signal, ready }: Preparing,
  ): Promise<{ readonly list: readonly RegisteredOperation[]; readonly broken: readonly BrokenOperation[] }> {
    const list: RegisteredOperation[] = [];
    const broken: BrokenOperation[] = [];
    for (const operation of operations) {
      if (signal.aborted) break;
      if (ready.has(operation)) {
        list.push(operation);
        continue;
      }
      const reason =
        (await inSlices(this.#wrong(snapshot, operation))) ?? (await prepareOne(snapshot, operation, before));
      if (reason === undefined) list.push(operation);
      else broken.push({ operation, reason });
    }
    return { list, broken };
  }

  // biome-ignore lint/correctness/useYield: it has a turn of its own, which is long enough.
  *#wrong({ schema }: Snapshot, operation: RegisteredOperation): Sliced<string | undefined> {
    try {
      const [error] = validate(schema, operation.document, documentRules, { maxErrors: 1 });
      return error?.message ?? this.#parts.judge(operation.text)?.message;
    } catch (error) {
      // Rules call themselves for each level: what nests too deep has no room on the stack.
      return error instanceof Error ? error.message : String(error);
    }
  }
}

/** @returns why it can't be planned or compiled; undefined where it is */
async function prepareOne(
  snapshot: Snapshot,
  operation: RegisteredOperation,
  before: Snapshot | undefined,
): Promise<string | undefined> {
  const asked = askedByAll(operation);
  for (let attempt = 1; ; attempt++) {
    try {
      const prepared = await snapshot.prepareWhole(operation);
      await turn();
      await prepared.compileAhead(before?.known(asked));
      return undefined;
    } catch (error) {
      if (!isBusy(error) || attempt === ATTEMPTS) return error instanceof Error ? error.message : String(error);
      await sleep(attempt * WAIT);
    }
  }
}

/** How often an operation is tried that finds no place to be planned, and how long is waited in between, in milliseconds, longer each time. */
const ATTEMPTS = 10;
const WAIT = 200;

/** Whether others take all the room for planning: that is no fault of the operation. */
function isBusy(error: unknown): boolean {
  return error instanceof GraphQLError && error.extensions.code === 'PLANNING_BUSY';
}
