import { type DocumentNode, type GraphQLSchema, getOperationAST } from 'graphql';
import { BoundedCache } from '../../caches/bounded-cache.ts';
import type { Variables } from '../../guard/variables.ts';
import type { OperationSource } from '../../operations/operation.ts';
import type { RegisteredOperation } from '../../operations/registered-operation.ts';
import { type ReadInputs, readInputs } from './given-inputs.ts';
import type { UsageNews } from './merged-usage.ts';
import type { OperationUse } from './stored-usage.ts';
import { type UsedFields, usedFields } from './used-fields.ts';

/** One request that was answered. */
export interface UsedOnce {
  readonly client: string;
  readonly operation: OperationSource;
  /** As the client sent them. */
  readonly variables: Variables;
  /** Against which it is valid. */
  readonly schema: GraphQLSchema;
  /** Performance time at which it began. */
  readonly begun: number;
  readonly isError: boolean;
  /** What it is charged. */
  readonly cost: number;
}

/** What a client did with an operation. */
interface Count {
  readonly operation: OperationSource;
  readonly schema: GraphQLSchema;
  requests: number;
  errors: number;
  milliseconds: number;
  cost: number;
  readonly first: number;
  last: number;
  /** Undefined where variables give nothing that is noted. */
  readonly read: ReadInputs | undefined;
  /** What the variables of any request gave. */
  readonly given: Set<string>;
}

/**
 * Pairs of a client and an operation that are counted apart until they are taken, of registered operations and as many of others: clients choose
 * what they send, and no flood of theirs may hide who uses what is registered.
 */
const PAIRS = 5000;
/** Operations whose fields are remembered from one taking to the next. */
const REMEMBERED = 2000;

/**
 * Counts who uses what, in memory. A request costs the search of its pair and a few sums, and of input objects and enums among its variables that their fields and values are noted: the fields that it
 * selects are found once for an operation, when what was counted is taken.
 */
export class UsageCounts {
  readonly #fields = new BoundedCache<DocumentNode, ReadonlyMap<string | undefined, UsedFields>>(REMEMBERED);
  readonly #readers = new WeakMap<DocumentNode, Map<string | undefined, ReadInputs | undefined>>();
  #clients = new Map<string, Map<string, Count>>();
  #pairs = { registered: 0, others: 0 };
  #left = 0;

  /** How many requests were not counted apart since that was asked. */
  takeLeft(): number {
    const left = this.#left;
    this.#left = 0;
    return left;
  }

  count({ client, operation, variables, schema, begun, isError, cost }: UsedOnce): void {
    const now = performance.now();
    const found = this.#find(client, operation, schema, now);
    if (!found) return;
    found.requests++;
    if (isError) found.errors++;
    found.milliseconds += now - begun;
    found.cost += cost;
    found.last = now;
    found.read?.(variables, found.given);
  }

  /** What was counted since this was last asked. */
  take(): UsageNews {
    const clients = this.#clients;
    this.#clients = new Map();
    this.#pairs = { registered: 0, others: 0 };
    const operations = new Map<string, OperationUse[]>();
    const fields = new Map<string, Map<string, string>>();
    const inputs = new Map<string, Map<string, string>>();
    for (const [client, counts] of clients) {
      const [selected, given] = [new Map<string, string>(), new Map<string, string>()];
      const uses: OperationUse[] = [];
      for (const count of counts.values()) {
        const use = useOf(count);
        uses.push(use);
        const used = this.#fieldsOf(count);
        noteAll(selected, used.fields, use.last);
        noteAll(given, [...used.inputs, ...count.given], use.last);
      }
      operations.set(client, uses);
      fields.set(client, selected);
      inputs.set(client, given);
    }
    return { operations, fields, inputs };
  }

  #find(client: string, operation: OperationSource, schema: GraphQLSchema, now: number): Count | undefined {
    const { id, operationName } = operation;
    const key = operationName === undefined ? id : `${id}\n${operationName}`;
    let counts = this.#clients.get(client);
    const known = counts?.get(key);
    if (known) return known;
    const kind = operation.registered ? 'registered' : 'others';
    if (this.#pairs[kind] >= PAIRS) {
      this.#left++;
      return undefined;
    }
    this.#pairs[kind]++;
    if (!counts) {
      counts = new Map();
      this.#clients.set(client, counts);
    }
    const read = this.#readerOf(operation, schema);
    const sums = { requests: 0, errors: 0, milliseconds: 0, cost: 0 };
    const count = { operation, schema, ...sums, first: now, last: now, read, given: new Set<string>() };
    counts.set(key, count);
    return count;
  }

  #readerOf({ document, operationName }: OperationSource, schema: GraphQLSchema): ReadInputs | undefined {
    const known = this.#readers.get(document) ?? new Map<string | undefined, ReadInputs | undefined>();
    this.#readers.set(document, known);
    if (!known.has(operationName)) known.set(operationName, readInputs(document, operationName, schema));
    return known.get(operationName);
  }

  #fieldsOf({ operation: { document, operationName }, schema }: Count): UsedFields {
    const known = this.#fields.get(document);
    const found = known?.get(operationName);
    if (found) return found;
    const fields = usedFields(document, operationName, schema);
    this.#fields.set(document, new Map([...(known ?? []), [operationName, fields]]));
    return fields;
  }
}

function noteAll(noted: Map<string, string>, coordinates: readonly string[], at: string): void {
  for (const coordinate of coordinates) if (at > (noted.get(coordinate) ?? '')) noted.set(coordinate, at);
}

function useOf({ operation, requests, errors, milliseconds, cost, first, last }: Count): OperationUse {
  const { id, document, operationName } = operation;
  const name = getOperationAST(document, operationName)?.name?.value;
  const version = operation.registered ? (operation as RegisteredOperation).version : undefined;
  return {
    ...(name !== undefined && { name }),
    ...(version !== undefined && { version }),
    id,
    requests,
    errors,
    milliseconds: Math.round(milliseconds * 1000) / 1000,
    cost,
    first: instantOf(first),
    last: instantOf(last),
  };
}

/** @param time as `performance.now()` gave it */
function instantOf(time: number): string {
  return new Date(performance.timeOrigin + time).toISOString();
}
