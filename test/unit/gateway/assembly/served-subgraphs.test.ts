import { describe, expect, test, vi } from 'vitest';
import { servedSubgraphs } from '../../../../gateway/assembly/served-subgraphs.ts';
import type { SubgraphConnections } from '../../../../gateway/subgraphs/subgraph-connections.ts';
import type { Snapshot } from '../../../../gateway/supergraph/snapshot.ts';
import { createLog } from '../../../../gateway/telemetry/log.ts';

const snapshot = (name: string) => ({ subgraphUrls: new Map([[name, 'http://localhost/']]) }) as unknown as Snapshot;

/** The subgraphs of a supergraph that is swapped; `closed` names those that were closed. */
function swapped(isRefused: boolean) {
  const [before, next] = [snapshot('before'), snapshot('next')];
  const closed: string[] = [];
  const open = (urls: ReadonlyMap<string, string>) => ({ close: () => closed.push(...urls.keys()) });
  const connections = { open } as unknown as SubgraphConnections;
  let current = before;
  const listeners: ((next: Snapshot, before: Snapshot) => void)[] = [];
  const onSwap = (listener: (typeof listeners)[0]) => {
    listeners.push(listener);
    return () => undefined;
  };
  const parts = { connections, check: () => undefined, log: createLog('silent') };
  servedSubgraphs({ current: () => current, onSwap }, parts);
  for (const listener of listeners) listener(next, before);
  if (!isRefused) current = next;
  return closed;
}

describe('the subgraphs of a supergraph that is replaced', () => {
  test.each([
    ['those before are closed', false, 'before'],
    ['where another listener refuses it, those of the next are closed', true, 'next'],
  ])('%s', async (_what, isRefused, name) => {
    const closed = swapped(isRefused);
    expect(closed).toEqual([]);
    await vi.waitFor(() => expect(closed).toEqual([name]), 10_000);
  });
});
