import {
  operationFromDocument,
  ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
  type Schema,
  Supergraph,
} from '@apollo/federation-internals';
import { type PlanNode, type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import { type DocumentNode, parse, print } from 'graphql';
import { inContextOrder } from './context-order.ts';
import { withConditionsOnFields } from './documents/conditions-on-fields.ts';
import { withFirmSelections } from './documents/firm-selections.ts';
import { withSharedInPlace } from './documents/shared-selections.ts';
import { withoutIntrospection } from './documents/without-introspection.ts';
import { fetchCount } from './fetch-count.ts';
import type { PlannerLimits, PlanRequest, SupergraphDescription } from './planning.ts';
import { planningFailure, tooComplex } from './planning-failure.ts';
import { withoutUnresolvableKeys } from './resolvable-keys.ts';

/** Apollo's planner on one supergraph. Its work is synchronous and may take long: the gateway does it in a thread of its own. */
export class SupergraphPlanner {
  readonly description: SupergraphDescription;
  readonly #api: Schema;
  readonly #planner: QueryPlanner;
  readonly #fetchLimit: number;

  /** @throws {GraphQLError} when the supergraph is not valid, or uses a feature that nobody here knows */
  constructor(supergraphSdl: string, limits: PlannerLimits) {
    const supergraph = Supergraph.build(print(withoutUnresolvableKeys(parse(supergraphSdl))), {
      supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
    });
    this.#fetchLimit = limits.fetchLimit;
    this.#api = supergraph.apiSchema();
    this.#planner = new QueryPlanner(supergraph, {
      incrementalDelivery: { enableDefer: true },
      debug: { maxEvaluatedPlans: limits.maxEvaluatedPlans, pathsLimit: limits.pathsLimit },
    });
    this.description = {
      apiSdl: `${print(this.#api.toAST())}\n\n${print(this.#api.deferDirective().toAST())}`,
      subgraphs: [...supergraph.subgraphsMetadata().values()].map(({ name, url }) => [name, url]),
    };
  }

  /** @throws {GraphQLError} when the operation cannot be planned within the limits */
  plan({ documents, operationName }: PlanRequest): PlanNode[] {
    try {
      const plans = documents.flatMap((text) => {
        const document = withFirmSelections(withSharedInPlace(withoutIntrospection(parse(text, { noLocation: true }))));
        const node = this.#plan(document, operationName);
        return node ? [inContextOrder(withoutSubscription(node))] : [];
      });
      // Here, before the plan goes to another thread, which would have to read all of it.
      if (fetchCount(plans) > this.#fetchLimit) throw tooComplex();
      return plans;
    } catch (error) {
      throw planningFailure(error);
    }
  }

  #plan(document: DocumentNode, operationName: string | undefined): QueryPlan['node'] {
    const build = (each: DocumentNode) =>
      this.#planner.buildQueryPlan(operationFromDocument(this.#api, each, { operationName })).node;
    try {
      return build(document);
    } catch (error) {
      if (!(error instanceof Error) || !PLANNER_FAULT.test(error.message)) throw error;
      return build(withConditionsOnFields(document));
    }
  }
}

/** The plan of a subscription's message: first its fetch from the subgraph that sends it, then the rest. */
function withoutSubscription(node: NonNullable<QueryPlan['node']>): PlanNode {
  if (node.kind !== 'Subscription') return node;
  return node.rest ? { kind: 'Sequence', nodes: [node.primary, node.rest] } : node.primary;
}

/** An assertion of the planner's own; see `withConditionsOnFields`. */
const PLANNER_FAULT = /^We should have an edge from /;
