import { parentPort, workerData } from 'node:worker_threads';
import { GraphQLError } from 'graphql';
import { SupergraphPlanner } from '../supergraph-planner.ts';
import type { FromWorker, ToWorker, WorkerStart } from './planning-messages.ts';

/** The thread in which a supergraph is opened and its operations are planned, one after the other. */

function say(message: FromWorker): void {
  parentPort?.postMessage(message);
}

/** Runs one piece of work; what it throws is said instead. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    const code = error instanceof GraphQLError ? error.extensions.code : undefined;
    say({
      kind: 'failed',
      message: error instanceof Error ? error.message : String(error),
      code: typeof code === 'string' ? code : undefined,
      public: error instanceof GraphQLError,
    });
    return undefined;
  }
}

const { supergraphSdl, limits } = workerData as WorkerStart;
const planner = attempt(() => new SupergraphPlanner(supergraphSdl, limits));
if (planner) {
  say({ kind: 'opened', description: planner.description });
  parentPort?.on('message', (request: ToWorker) => {
    const plans = attempt(() => planner.plan(request));
    if (plans) say({ kind: 'planned', plans });
  });
}
