import { once } from 'node:events';
import { extname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Worker } from 'node:worker_threads';
import { Mendable } from '../mendable.ts';
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
      isKnown = true;
      return compose(subgraphs);
    },
  };
}

async function compose(subgraphs: readonly ListedSubgraph[]): Promise<string> {
  const worker = new Worker(WORKER, { name: 'composition', workerData: subgraphs, execArgv: [] });
  const [composition] = (await once(worker, 'message')) as [Composition];
  if ('refused' in composition) throw new Mendable(composition.refused);
  return composition.sdl;
}
