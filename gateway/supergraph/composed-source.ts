import { extname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Worker } from 'node:worker_threads';
import { Mendable } from '../errors/mendable.ts';
import type { Composition } from './compose-worker.ts';
import { type ListedSubgraph, readSubgraphList } from './subgraph-list.ts';
import type { SupergraphSource } from './supergraph-source.ts';

/** Beside this file, and of its kind: TypeScript as it stands, or JavaScript where the package was built. */
const WORKER = new URL(`./compose-worker${extname(import.meta.url)}`, import.meta.url);

/** A supergraph that is composed of the subgraphs of a list, in a thread of its own, whenever one of them has changed. */
export function composedSource(listFile: string): SupergraphSource {
  let last: readonly ListedSubgraph[] = [];
  let isKnown = false;
  return {
    origin: listFile,
    files: () => [listFile, ...last.map(({ file }) => file)],
    forget() {
      isKnown = false;
    },
    async read() {
      const subgraphs = await readSubgraphList(listFile);
      if (isKnown && isDeepStrictEqual(subgraphs, last)) return undefined;
      last = subgraphs;
      isKnown = false;
      const composition = await compose(subgraphs);
      // Where the thread breaks down, the same list may compose the next time.
      isKnown = true;
      if ('refused' in composition) throw new Mendable(composition.refused);
      return composition.sdl;
    },
  };
}

async function compose(subgraphs: readonly ListedSubgraph[]): Promise<Composition> {
  const worker = new Worker(WORKER, { name: 'composition', workerData: subgraphs, execArgv: [] });
  const { promise, resolve, reject } = Promise.withResolvers<Composition>();
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', () => reject(new Error('The composing thread ended')));
  return promise;
}
