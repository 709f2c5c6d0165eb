import { readFileSync } from 'node:fs';

/** What a relay does for each request: nothing but this. */
export interface RelaySettings {
  readonly port: number;
  /** The header to forward to the subgraphs, in lower case. */
  readonly header: string;
  /** Where the subgraphs are. */
  readonly subgraphs: { readonly host: string; readonly port: number };
  /** What they are asked: one step after the other, the questions of a step together. */
  readonly steps: readonly (readonly { readonly path: string; readonly body: string }[])[];
  /** What the client is answered then. */
  readonly answer: string;
}

/** Reads them from the file that the command line names. */
export function relaySettings(): RelaySettings {
  return JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
}

/** Request lines and headers for a subgraph, but for the one that is forwarded and the empty line. */
export function headOf({ subgraphs }: RelaySettings, path: string, body: string): string {
  const lines = [
    `POST ${path} HTTP/1.1`,
    `host: ${subgraphs.host}:${subgraphs.port}`,
    'connection: keep-alive',
    'content-type: application/json',
    'accept: application/graphql-response+json, application/json',
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}
