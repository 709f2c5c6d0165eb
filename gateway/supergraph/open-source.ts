import { composedSource } from './composed-source.ts';
import { fileSource } from './file-source.ts';
import type { SupergraphSource } from './supergraph-source.ts';
import { urlSource } from './url-source.ts';

/** The settings that say where a supergraph comes from, and how it is read. */
export interface SourceSettings {
  /** A file, or a URL of http or https. */
  readonly supergraph: string;
  /** A list of subgraphs, which is composed in place of the supergraph. */
  readonly subgraphList: string | undefined;
  /** Longest wait for a URL, in milliseconds. */
  readonly supergraphTimeout: number;
  /** Largest text taken, in bytes. */
  readonly supergraphLimit: number;
}

/** The source that the settings name. */
export function sourceOf(settings: SourceSettings): SupergraphSource {
  const { supergraph, subgraphList, supergraphTimeout: timeout, supergraphLimit: limit } = settings;
  if (subgraphList !== undefined) return composedSource(subgraphList);
  return /^https?:\/\//.test(supergraph) ? urlSource(new URL(supergraph), { timeout, limit }) : fileSource(supergraph);
}
