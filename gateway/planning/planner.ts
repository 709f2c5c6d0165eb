import {
  operationFromDocument,
  ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
  type Schema,
  Supergraph,
} from '@apollo/federation-internals';
import { type PlanNode, QueryPlanner } from '@apollo/query-planner';
import { type DocumentNode, GraphQLError, type GraphQLSchema, getOperationAST, parse, print } from 'graphql';
import { type SupergraphTypes, supergraphTypes } from '../supergraph/supergraph-types.ts';
import { conflictFreeParts } from './conflict-groups.ts';
import { type FieldSets, fieldSetsOf } from './field-sets.ts';
import { withFirmSelections } from './firm-selections.ts';
import { withOwnNames } from './own-names.ts';
import type { PlannedOperation } from './planned-operation.ts';
import { withoutUnresolvableKeys } from './resolvable-keys.ts';

/** Bounds of planning, which is CPU work that grows with what clients ask. */
export interface PlannerLimits {
  /** How many plans are compared at most for one operation; beyond, a correct plan that may not be the best. */
  readonly maxEvaluatedPlans: number;
  /** How many ways to reach one field are considered at most; beyond, planning fails. Null for no limit. */
  readonly pathsLimit: number | null;
}

/** Plans operations on one supergraph. */
export class Planner {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  readonly types: SupergraphTypes;
  /** Subgraphs by name, with the URLs that the supergraph gives. */
  readonly subgraphUrls: ReadonlyMap<string, string>;
  readonly #api: Schema;
  readonly #planner: QueryPlanner;
  readonly #fieldSets: FieldSets;

  /** @throws {GraphQLError} when the supergraph is not valid, or uses a feature that nobody here knows */
  constructor(supergraphSdl: string, limits: PlannerLimits) {
    const document = parse(supergraphSdl);
    const options = { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES };
    const supergraph = Supergraph.build(print(withoutUnresolvableKeys(document)), options);
    this.#api = supergraph.apiSchema();
    this.schema = this.#api.toGraphQLJSSchema();
    this.types = supergraphTypes(document, supergraph.schema.toGraphQLJSSchema());
    this.subgraphUrls = new Map([...supergraph.subgraphsMetadata().values()].map(({ name, url }) => [name, url]));
    this.#fieldSets = fieldSetsOf(document);
    this.#planner = new QueryPlanner(supergraph, {
      debug: { maxEvaluatedPlans: limits.maxEvaluatedPlans, pathsLimit: limits.pathsLimit },
    });
  }

  /**
   * Plans one operation of a valid document.
   * @throws {GraphQLError} when there is no such operation, or it cannot be planned
   */
  plan(document: DocumentNode, operationName: string | undefined): PlannedOperation {
    const { document: own, clientKey, clientVariable } = withOwnNames(document, this.#fieldSets);
    const operation = getOperationAST(own, operationName);
    if (!operation) throw new GraphQLError('The document has no such operation.');
    const parts = conflictFreeParts(this.schema, own, operation, this.#fieldSets);
    const plans = parts.flatMap((part): PlanNode[] => {
      const { node } = this.#planner.buildQueryPlan(
        operationFromDocument(this.#api, withFirmSelections(part), { operationName }),
      );
      if (node?.kind === 'Subscription')
        throw new GraphQLError('Subscriptions are not executed here.', { nodes: operation });
      return node ? [node] : [];
    });
    return { document: own, operation, plans, clientKey, clientVariable };
  }
}
