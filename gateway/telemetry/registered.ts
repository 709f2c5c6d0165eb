import { Gauge, type Registry } from 'prom-client';
import type { BrokenOperation } from '../operations/broken-operations.ts';
import type { Log } from './log.ts';

/** Most broken operations that have a label of their own. */
const LABELS = 100;

/**
 * Counts registered operations, and names those that can't be served, in metrics and in the log, there once as long as they are.
 * @param isExpected whether operations may be there that were written for another supergraph: these are not logged
 */
export function registeredReports(
  registry: Registry,
  log: Log,
  isExpected: boolean,
): (served: number, broken: readonly BrokenOperation[]) => void {
  const registers = [registry];
  const count = new Gauge({
    name: 'gateway_registered_operations',
    help: 'Registered operations that are served',
    registers,
  });
  const broken = new Gauge({
    name: 'gateway_broken_operations',
    help: '1 for each registered operation that the supergraph, or a new one that was refused for it, can’t answer',
    labelNames: ['operation', 'version', 'owner'],
    registers,
  });
  let told = new Set<string>();
  return (served, found) => {
    count.set(served);
    broken.reset();
    const now = new Set<string>();
    for (const { operation, reason } of found) {
      const { name, version, owner } = operation;
      if (now.size < LABELS) broken.set({ operation: name, version: String(version), owner }, 1);
      const key = `${operation.id}\n${reason}`;
      now.add(key);
      if (told.has(key) || isExpected) continue;
      log.error({ operation: name, version, owner, reason }, 'a registered operation can’t be served');
    }
    told = now;
  };
}
