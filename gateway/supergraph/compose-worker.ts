import { parentPort, workerData } from 'node:worker_threads';
import { Mendable } from '../errors/mendable.ts';
import { composeSubgraphs } from './compose.ts';
import type { ListedSubgraph } from './subgraph-list.ts';

/** The thread in which subgraphs are composed once: it says the supergraph, or why there is none, and ends. */
export type Composition = { readonly sdl: string } | { readonly refused: string };

function composition(): Composition {
  try {
    return { sdl: composeSubgraphs(workerData as ListedSubgraph[]).supergraphSdl };
  } catch (error) {
    if (error instanceof Mendable) return { refused: error.message };
    throw error;
  }
}

parentPort?.postMessage(composition());
