import type { Worker } from 'node:worker_threads';
import { onTestFinished } from 'vitest';

/** The worker threads that are started from now on in the running test, and have not ended. */
export function liveWorkers(onStart: (worker: Worker) => void = () => undefined): ReadonlySet<Worker> {
  const workers = new Set<Worker>();
  const started = (worker: Worker) => {
    workers.add(worker);
    worker.once('exit', () => workers.delete(worker));
    onStart(worker);
  };
  process.on('worker', started);
  onTestFinished(() => void process.off('worker', started));
  return workers;
}
