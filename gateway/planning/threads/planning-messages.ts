import type { PlanNode } from '@apollo/query-planner';
import type { PlannerLimits, PlanRequest, SupergraphDescription } from '../planning.ts';

/** What a planning worker is started with. */
export interface WorkerStart {
  readonly supergraphSdl: string;
  readonly limits: PlannerLimits;
}

/** What a planning worker is sent; it answers each, in order. */
export type ToWorker = PlanRequest;

/** What went wrong in a planning worker. */
export interface WorkerFailure {
  readonly kind: 'failed';
  readonly message: string;
  /** Its stable code, where it has one. */
  readonly code: string | undefined;
  /** Whether it may be told to clients: a GraphQLError. */
  readonly public: boolean;
}

/** What a planning worker says: first that it opened the supergraph, or why not; then an answer to each request. */
export type FromWorker =
  | { readonly kind: 'opened'; readonly description: SupergraphDescription }
  | { readonly kind: 'planned'; readonly plans: readonly PlanNode[] }
  | WorkerFailure;
