import { readFileSync } from 'node:fs';

/** What a peer is told. */
export interface PeerSettings {
  readonly port: number;
  readonly supergraphSdl: string;
  readonly subgraphs: readonly { readonly name: string; readonly url: string }[];
  /** The header to forward to the subgraphs, in lower case. */
  readonly header: string;
  /** Whether the requests that come are all alike: a peer may then be set to answer equal ones once. */
  readonly alike: boolean;
}

/** Reads them from the file that the command line names. */
export function peerSettings(): PeerSettings {
  return JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
}
