import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PlannerLimits } from '../planning.ts';
import type { FromWorker, ToWorker, WorkerStart } from './planning-messages.ts';

/** Beside this file, and of its kind: TypeScript as it stands, or JavaScript where the package was built. */
const WORKER = new URL(`./planning-worker${extname(import.meta.url)}`, import.meta.url);

/** A worker thread that opens a supergraph and plans operations on it. */
export interface WorkerHandle {
  onMessage: (message: FromWorker) => void;
  /** Called when it ends without having been told to. */
  onEnd: (cause: Error, outOfMemory: boolean) => void;
  send(request: ToWorker): void;
  /** Whether it keeps the process alive. */
  hold(alive: boolean): void;
  /** Ends it, whatever it does; nothing is heard of it afterwards. */
  end(): Promise<void>;
}

/** @param memory most megabytes of its heap */
export function startWorker(
  supergraphSdl: string,
  { maxEvaluatedPlans, pathsLimit, fetchLimit, memory }: PlannerLimits & { readonly memory: number },
): WorkerHandle {
  const start: WorkerStart = { supergraphSdl, limits: { maxEvaluatedPlans, pathsLimit, fetchLimit } };
  const worker = new Worker(WORKER, {
    name: 'planning',
    workerData: start,
    // Flags of the process, such as `--input-type`, are not all allowed here.
    execArgv: [],
    // A small young generation saves some 20 MB, and costs planning nothing that could be measured.
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 8 },
  });
  let cause: Error & { code?: string } = new Error('The planning thread ended');
  const handle: WorkerHandle = {
    onMessage: () => undefined,
    onEnd: () => undefined,
    send: (request) => worker.postMessage(request),
    hold: (alive) => (alive ? worker.ref() : worker.unref()),
    async end() {
      handle.onMessage = () => undefined;
      handle.onEnd = () => undefined;
      await worker.terminate();
    },
  };
  worker.on('message', (message: FromWorker) => handle.onMessage(message));
  worker.on('error', (error: Error) => {
    cause = error;
  });
  worker.on('exit', () => handle.onEnd(cause, cause.code === 'ERR_WORKER_OUT_OF_MEMORY'));
  return handle;
}
