import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { subgraphAt } from './remote-subgraph.ts';
import { readReplay } from './replay-file.ts';
import { subgraphsOf } from './supergraph-urls.ts';
import type { Subgraph, Workload } from './workload.ts';

/** Where a workload that somebody brings stands. */
export interface Brought {
  readonly supergraph: string;
  readonly query: string;
  /** JSON file; a query without variables needs none. */
  readonly variables: string | undefined;
  /** A file of recorded answers, or `name=url` pairs with commas between; without them, the supergraph's own addresses. */
  readonly subgraphs: string | undefined;
}

/** Reads a workload; its name is its query's file's. */
export async function broughtWorkload({ supergraph, query, variables, subgraphs }: Brought): Promise<Workload> {
  const supergraphSdl = await readFile(supergraph, 'utf8');
  return {
    name: basename(query, extname(query)),
    supergraphSdl,
    query: await readFile(query, 'utf8'),
    variables: variables === undefined ? {} : JSON.parse(await readFile(variables, 'utf8')),
    subgraphs: await read(subgraphs, supergraphSdl),
    inFederation1: false,
  };
}

async function read(given: string | undefined, supergraphSdl: string): Promise<ReadonlyMap<string, Subgraph>> {
  if (given !== undefined && !given.includes('=')) return readReplay(given);
  const urls = new Map(subgraphsOf(supergraphSdl));
  for (const pair of given?.split(',') ?? []) {
    const [, name = '', url = ''] = /^([^=]+)=(https?:.+)$/.exec(pair) ?? [];
    if (!urls.has(name)) throw new Error(`--subgraphs: ${pair} is no name=url of ${[...urls.keys()].join(', ')}`);
    urls.set(name, url);
  }
  return new Map([...urls].map(([name, url]) => [name, subgraphAt(url)]));
}
