import { SettingsError } from '../../settings/settings.ts';
import type { OpenSubgraphs, SubgraphConnections } from '../subgraphs/subgraph-connections.ts';
import type { Snapshot } from '../supergraph/snapshot.ts';
import type { Log } from '../telemetry/log.ts';

/** The supergraph that is served, in as much as subgraphs are opened for it. */
interface Served {
  current(): Snapshot;
  onSwap(listener: (next: Snapshot, before: Snapshot) => void): () => void;
}

/** What opening subgraphs for snapshots works with. */
interface Parts {
  readonly connections: SubgraphConnections;
  /** @throws {SettingsError} where settings name what the snapshot has not */
  readonly check: (snapshot: Snapshot) => void;
  readonly log: Log;
}

/**
 * The subgraphs of each snapshot that is served, or was when a request began.
 * @throws {SettingsError} where settings name what the first one has not; of a later one that is logged
 */
export function servedSubgraphs(served: Served, { connections, check, log }: Parts): (of: Snapshot) => OpenSubgraphs {
  const opened = new WeakMap<Snapshot, OpenSubgraphs>();
  const open = (snapshot: Snapshot): OpenSubgraphs => {
    const subgraphs = connections.open(snapshot.subgraphUrls);
    opened.set(snapshot, subgraphs);
    return subgraphs;
  };
  check(served.current());
  open(served.current());
  served.onSwap((next, before) => {
    try {
      check(next);
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      log.warn({ problems: error.problems }, 'settings do not fit the new supergraph');
    }
    const subgraphs = open(next);
    // Another listener may still refuse the swap: then it is the new one whose subgraphs nobody needs.
    queueMicrotask(() => {
      if (served.current() === next) return opened.get(before)?.close();
      opened.delete(next);
      return subgraphs.close();
    });
  });
  return (snapshot) => opened.get(snapshot) ?? open(snapshot);
}
