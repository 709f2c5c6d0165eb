import type { DocumentNode } from 'graphql';
import { linkedFeatures } from './linked-feature.ts';

/** The names of the directives by which a supergraph says which subgraph has what. */
export interface JoinDirectives {
  /** `join__type`, unless it is linked under another name. */
  readonly type: string;
  /** `join__field`, unless it is linked under another name. */
  readonly field: string;
}

/** Finds a supergraph's join directives. Source: https://specs.apollo.dev/join/v0.3 */
export function joinDirectives(supergraph: DocumentNode): JoinDirectives {
  const join = linkedFeatures(supergraph).find(({ feature }) => feature === 'join');
  return {
    type: join?.directiveNames('type')[0] ?? 'join__type',
    field: join?.directiveNames('field')[0] ?? 'join__field',
  };
}
