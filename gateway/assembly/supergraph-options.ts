import type { Registry } from 'prom-client';
import type { Config } from '../config.ts';
import { planningOptions } from '../planning/planning-options.ts';
import { forSubgraph } from '../settings/per-subgraph.ts';
import type { SupergraphOptions } from '../supergraph/reload.ts';
import { observedPlanning } from '../telemetry/planning.ts';
import { rowFieldsOf } from './named-fields.ts';

/** How the supergraph is read, opened and kept up to date, under these settings; metrics of planning go to the registry. */
export function supergraphOptions(config: Config, registry: Registry): SupergraphOptions {
  return {
    source: config,
    planning: planningOptions(config),
    snapshot: {
      observe: observedPlanning(registry),
      hideSuggestions: !config.introspection,
      copyLimit: config.documentSelections,
      answerLimit: config.answerLimit,
      costs: config,
      personalFields: new Set(config.personalFields),
      rowFields: (schema) => rowFieldsOf(config, schema),
      merge: (subgraph) => forSubgraph(config.merge, subgraph),
      batch: (subgraph) => forSubgraph(config.batch, subgraph),
      share: (subgraph) => forSubgraph(config.share, subgraph),
    },
    warm: { operations: config.warmOperations, time: config.warmTime },
    poll: config.supergraphPoll,
  };
}
