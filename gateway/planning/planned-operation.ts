import type { PlanNode } from '@apollo/query-planner';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { DeferredFragment } from './deferred-fragments.ts';

/** An operation with its query plan. */
export interface PlannedOperation {
  /** The client's document, with names that do not meet the planner's (see `withOwnNames`). */
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Usually one plan; several, to run at once, where required fields contradict each other; none where nothing is to be fetched. */
  readonly plans: readonly PlanNode[];
  /** The fragments that are delivered apart, by the labels that document and plans have for them; empty where the answer is one part. */
  readonly deferred: ReadonlyMap<string, DeferredFragment>;
  /** The client's response key for a key of the plan. */
  readonly clientKey: (key: string) => string;
  /** The client's name of a variable of the plan. */
  readonly clientVariable: (name: string) => string;
}
