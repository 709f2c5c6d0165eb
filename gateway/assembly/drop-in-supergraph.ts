import { Registry } from 'prom-client';
import { PLANNING } from '../planning/planning-options.ts';
import { PlanningThreads } from '../planning/threads/planning-threads.ts';
import type { OpenSubgraphs, SubgraphConnections } from '../subgraphs/subgraph-connections.ts';
import { ServedSupergraph } from '../supergraph/reload.ts';
import { Snapshot, type SnapshotOptions } from '../supergraph/snapshot.ts';
import { createLog, type Log } from '../telemetry/log.ts';
import { supergraphMetrics } from '../telemetry/supergraph.ts';
import { servedSubgraphs } from './served-subgraphs.ts';

/** A supergraph that never changes, or where it is read from. */
export type SupergraphChoice =
  | {
      /** The composed supergraph. */
      readonly supergraphSdl: string;
      readonly supergraph?: undefined;
    }
  | {
      readonly supergraphSdl?: undefined;
      /**
       * Where the composed supergraph is: a file, which is watched, or a URL, which is asked again with its ETag. A new one is served
       * without a restart; one that can't be used is refused, and the old one stays.
       */
      readonly supergraph: string;
      /** How often it is looked whether there is a new one, in milliseconds, beside the watch on a file; 0 for never; default 10000. */
      readonly poll?: number;
      /** Where it is told what is served, and what was refused: a pino logger; default: JSON lines on standard output. */
      readonly log?: Log;
    };

/** The supergraph of a gateway inside an Apollo Server, and the subgraphs of each of its snapshots. */
export interface DropInSupergraph {
  current(): Snapshot;
  onSwap(listener: (snapshot: Snapshot) => void): () => void;
  subgraphsOf(snapshot: Snapshot): OpenSubgraphs;
  close(): Promise<void>;
}

/** Each fetch is sent alone: as Apollo Gateway does it. @param answerLimit see `CompileOptions` */
const snapshotOptions = (answerLimit: number): SnapshotOptions => ({ batch: () => false, answerLimit });

/**
 * Opens a supergraph, and its subgraphs over these connections, which it ends with it.
 * @param answerLimit most characters of an answer; 0 for as many as a text can have
 * @throws {GraphQLError | Mendable} when it can't be read, or is not valid
 */
export async function openDropIn(
  choice: SupergraphChoice,
  connections: SubgraphConnections,
  answerLimit = 33_554_432,
): Promise<DropInSupergraph> {
  const options = snapshotOptions(answerLimit);
  if (choice.supergraphSdl !== undefined) return unchanging(choice.supergraphSdl, connections, options);
  const { supergraph, poll = 10_000, log = createLog('info') } = choice;
  const served = await ServedSupergraph.open(
    {
      source: { supergraph, subgraphList: undefined, supergraphTimeout: 10_000, supergraphLimit: 67_108_864 },
      planning: PLANNING,
      snapshot: options,
      warm: { operations: 500, time: 20_000 },
      poll,
    },
    { log, metrics: supergraphMetrics(new Registry()), registered: { prepare: async () => 0 } },
  );
  const subgraphsOf = servedSubgraphs(served, { connections, check: () => undefined, log });
  return {
    current: () => served.current(),
    onSwap: (listener) => served.onSwap(listener),
    subgraphsOf,
    close: async () => void (await Promise.all([served.close(), connections.destroy()])),
  };
}

async function unchanging(
  sdl: string,
  connections: SubgraphConnections,
  options: SnapshotOptions,
): Promise<DropInSupergraph> {
  const snapshot = new Snapshot(sdl, await PlanningThreads.open(sdl, PLANNING), options);
  const subgraphs = connections.open(snapshot.subgraphUrls);
  return {
    current: () => snapshot,
    onSwap: () => () => undefined,
    subgraphsOf: () => subgraphs,
    close: async () => void (await Promise.all([snapshot.close(), connections.destroy()])),
  };
}
