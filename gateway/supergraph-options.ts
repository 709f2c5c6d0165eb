import type { Config } from './config.ts';
import { forSubgraph } from './per-subgraph.ts';
import { planningOptions } from './planning/planning-options.ts';
import type { SupergraphOptions } from './supergraph/reload.ts';

/** How the supergraph is read, opened and kept up to date, under these settings. */
export function supergraphOptions(config: Config): SupergraphOptions {
  return {
    source: config,
    planning: planningOptions(config),
    snapshot: {
      hideSuggestions: !config.introspection,
      personalFields: new Set(config.personalFields),
      batch: (subgraph) => forSubgraph(config.batch, subgraph),
    },
    warm: { operations: config.warmOperations, time: config.warmTime },
    poll: config.supergraphPoll,
  };
}
