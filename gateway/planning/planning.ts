import type { PlanNode } from '@apollo/query-planner';

/** Bounds of planning, which is CPU work that grows with what clients ask. */
export interface PlannerLimits {
  /** How many plans are compared at most for one operation; beyond, a correct plan that may not be the best. */
  readonly maxEvaluatedPlans: number;
  /** How many ways to reach one field are considered at most; beyond, planning fails. Null for no limit. */
  readonly pathsLimit: number | null;
  /** How many fetches a plan has at most, one for each place that is fetched for; beyond, the operation is refused. */
  readonly fetchLimit: number;
}

/** One operation to be planned, as text: it travels between threads. */
export interface PlanRequest {
  /** Usually one document; several where an operation is planned in parts. Each holds the operation and its fragments. */
  readonly documents: readonly string[];
  readonly operationName: string | undefined;
  /** Who asks, as far as is known: where operations wait, clients take turns. */
  readonly client?: string | undefined;
}

/** What planning tells of a supergraph, as plain data. */
export interface SupergraphDescription {
  /** SDL of the schema that clients see. */
  readonly apiSdl: string;
  /** Subgraphs by name, with the URLs that the supergraph gives. */
  readonly subgraphs: readonly (readonly [name: string, url: string])[];
}

/** Where operations on one supergraph are planned. */
export interface Planning {
  readonly description: SupergraphDescription;
  /**
   * Plans an operation: one plan for each document that needs anything from subgraphs.
   * @throws {GraphQLError} (the promise) when it cannot be planned
   */
  plan(request: PlanRequest): Promise<readonly PlanNode[]>;
  /** Lets go of what planning holds as soon as nothing waits for it. Plans may be asked for afterwards, and take longer. */
  retire(): void;
  /** Ends planning at once; what waits for it is refused. */
  close(): Promise<void>;
}
