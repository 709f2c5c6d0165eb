import { Counter, Gauge, type Registry } from 'prom-client';

/** How a look at the supergraph's source ended, where there was something new: served, refused, or not to be read. */
export type ReloadOutcome = 'swapped' | 'refused' | 'unreadable';

/** What is counted of the supergraph. */
export interface SupergraphMetrics {
  reloaded(outcome: ReloadOutcome): void;
  /** @param hash names the text that is served from now on */
  serving(hash: string): void;
}

/** Metrics of the supergraph, in a registry that has none of them yet. */
export function supergraphMetrics(registry: Registry): SupergraphMetrics {
  const registers = [registry];
  const reloads = new Counter({
    name: 'gateway_supergraph_reloads_total',
    help: 'Reloads of the supergraph; outcome is swapped, refused (the old one stays) or unreadable (likewise)',
    labelNames: ['outcome'],
    registers,
  });
  const info = new Gauge({
    name: 'gateway_supergraph_info',
    help: '1 for the supergraph that is served, named by the hash of its text',
    labelNames: ['hash'],
    registers,
  });
  const loaded = new Gauge({
    name: 'gateway_supergraph_loaded_timestamp_seconds',
    help: 'Since when the supergraph is served, in seconds since 1970',
    registers,
  });
  return {
    reloaded: (outcome) => reloads.inc({ outcome }),
    serving(hash) {
      info.reset();
      info.set({ hash }, 1);
      loaded.setToCurrentTime();
    },
  };
}
