import type { PlanNode } from '@apollo/query-planner';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { Refusal } from '../guard/refusal.ts';
import type { DeferredFragment } from './documents/deferred-fragments.ts';

/** An operation with its query plan. */
export interface PlannedOperation {
  /** The client's document, with names that do not meet the planner's (see `withOwnNames`). */
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Usually one plan; several, to run at once, where required fields contradict each other; none where nothing is to be fetched. */
  readonly plans: readonly PlanNode[];
  /** The fragments that are delivered apart, by the labels that document and plans have for them; empty where the answer is one part. */
  readonly deferred: ReadonlyMap<string, DeferredFragment>;
  /** What its callers may not read: the plans leave it out, the document does not. */
  readonly refusal: Refusal | undefined;
  /** What the plans leave out for that: coordinates (`Type.field`) or names of types, each with the reason. */
  readonly refused: ReadonlyMap<string, string>;
  /** The client's response key for a key of the plan. */
  readonly clientKey: (key: string) => string;
  /** The client's name of a variable of the plan. */
  readonly clientVariable: (name: string) => string;
}
