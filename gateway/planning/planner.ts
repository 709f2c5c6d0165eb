import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  OperationTypeNode,
  print,
} from 'graphql';
import type { Refusal } from '../guard/refusal.ts';
import { inSlices, type Sliced } from '../process/slices.ts';
import type { AccessRules } from '../supergraph/access-rules.ts';
import type { CacheHints } from '../supergraph/cache-hints.ts';
import type { CostRules } from '../supergraph/cost-rules.ts';
import type { SupergraphTypes } from '../supergraph/supergraph-types.ts';
import { conflictFreeParts } from './documents/conflict-groups.ts';
import { deferredFragments } from './documents/deferred-fragments.ts';
import { withOwnNames } from './documents/own-names.ts';
import { withRootFieldsOnce } from './documents/root-fields-once.ts';
import { withoutRefused } from './documents/without-refused.ts';
import type { FieldSets } from './field-sets.ts';
import type { PlannedOperation } from './planned-operation.ts';
import type { Planning } from './planning.ts';
import type { ReadSupergraph } from './read-supergraph.ts';

/** On whose behalf an operation is planned. */
interface PlanningFor {
  /** See `PlanRequest`. */
  readonly client?: string | undefined;
  /** What they may not read; by default they may read all. */
  readonly refusal?: Refusal | undefined;
}

/** Plans operations on one supergraph: what is cheap is done here, the plan itself wherever `Planning` does it. */
export class Planner {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  readonly types: SupergraphTypes;
  /** What the supergraph asks of whoever reads its fields and objects. */
  readonly access: AccessRules;
  /** How long the supergraph lets answers be kept. */
  readonly hints: CacheHints;
  /** What it says of costs. */
  readonly costs: CostRules;
  /** Subgraphs by name, with the URLs that the supergraph gives. */
  readonly subgraphUrls: ReadonlyMap<string, string>;
  readonly #planning: Planning;
  readonly #fieldSets: FieldSets;
  readonly #copyLimit: number;

  /**
   * @param planning of the same supergraph
   * @param copyLimit see `SnapshotOptions`
   */
  constructor(
    { schema, types, fieldSets, access, hints, costs }: ReadSupergraph,
    planning: Planning,
    copyLimit: number,
  ) {
    this.#copyLimit = copyLimit;
    this.schema = schema;
    this.types = types;
    this.access = access;
    this.hints = hints;
    this.costs = costs;
    this.subgraphUrls = new Map(planning.description.subgraphs);
    this.#fieldSets = fieldSets;
    this.#planning = planning;
  }

  /**
   * Plans one operation of a valid document.
   * @throws {GraphQLError} (the promise) when there is no such operation, or it cannot be planned
   */
  async plan(
    document: DocumentNode,
    operationName: string | undefined,
    { client, refusal }: PlanningFor = {},
  ): Promise<PlannedOperation> {
    const { document: own, clientKey, clientVariable } = withOwnNames(document, this.#fieldSets);
    const operation = getOperationAST(own, operationName);
    if (!operation) throw new GraphQLError('The document has no such operation.');
    const permitted = refusal
      ? await inSlices(withoutRefused(this.schema, own, operation, { refusal, copyLimit: this.#copyLimit }))
      : { document: own, operation, refused: NONE };
    const isMutation = operation.operation === OperationTypeNode.MUTATION;
    const once = isMutation ? withRootFieldsOnce(permitted.document, permitted.operation) : permitted.document;
    const asked = getOperationAST(once, operationName) ?? permitted.operation;
    const parts = conflictFreeParts(this.types.schema, once, asked, this.#fieldSets);
    const documents = await inSlices(printed(parts));
    const plans = await this.#planning.plan({ documents, operationName, client });
    const deferred = deferredFragments(operation);
    const { refused } = permitted;
    return { document: own, operation, plans, deferred, refusal, refused, clientKey, clientVariable };
  }

  /** See `Planning.retire`. */
  retire(): void {
    this.#planning.retire();
  }

  /** See `Planning.close`. */
  close(): Promise<void> {
    return this.#planning.close();
  }
}

/** Documents as text. A turn is for one definition, which the limits on documents bound. */
function* printed(documents: readonly DocumentNode[]): Sliced<string[]> {
  const texts: string[] = [];
  for (const { definitions } of documents) {
    const each: string[] = [];
    for (const definition of definitions) {
      yield;
      each.push(print(definition));
    }
    texts.push(each.join('\n\n'));
  }
  return texts;
}

const NONE: ReadonlyMap<string, string> = new Map();
