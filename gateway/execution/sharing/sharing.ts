import type { PlanNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { asksPersonalField } from './personal-fields.ts';
import { fetchesOf } from './plan-fetches.ts';

/** By whom an answer may be shared while it is made: everyone who is told the same of, the same person alone, or nobody. */
export type Sharing = 'anyone' | 'person' | 'nobody';

/** What decides it beside the plans. */
export interface SharingRules {
  /** The supergraph's, with what clients don't see. */
  readonly schema: GraphQLSchema;
  /** Coordinates (`Type.field`) of fields whose answers only the same person may share. */
  readonly personalFields: ReadonlySet<string>;
  /** Whether a subgraph's answers may be shared at all. */
  readonly share: (subgraph: string) => boolean;
}

/** By whom the answers of an operation with these plans may be shared, whatever its conditions. */
export function sharingOf(plans: readonly PlanNode[], { schema, personalFields, share }: SharingRules): Sharing {
  const fetches = plans.flatMap(fetchesOf);
  const shared = fetches.every(({ operationKind, serviceName }) => operationKind !== 'mutation' && share(serviceName));
  if (!shared) return 'nobody';
  return fetches.some(({ operation }) => asksPersonalField(operation, schema, personalFields)) ? 'person' : 'anyone';
}
