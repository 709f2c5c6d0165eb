import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { pino } from 'pino';
import { readConfig } from '../gateway/config.ts';
import { startGateway } from '../gateway/main.ts';
import type { Ask, Asked, Listening } from './deep-peer.ts';

/** A gateway over the deep world in this thread, with its subgraphs and its client in another. */
export interface DeepGateway extends AsyncDisposable {
  readonly supergraphSdl: string;
  /** The file that it serves. */
  readonly file: string;
  /** What it logged, as messages. */
  readonly said: string[];
  /** Sends queries, one after the other. */
  ask(...queries: string[]): Promise<Asked>;
}

/** Starts it in this process, whose main thread does nothing else. */
export async function startDeepGateway(): Promise<DeepGateway> {
  const peer = new Worker(new URL('./deep-peer.ts', import.meta.url));
  const [{ supergraphSdl }] = (await once(peer, 'message')) as [Listening];
  const folder = await mkdtemp(join(tmpdir(), 'redcat-deep-'));
  const file = join(folder, 'supergraph.graphql');
  await writeFile(file, supergraphSdl);
  const said: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void said.push(JSON.parse(line).msg) });
  const settings = { PORT: '0', GATEWAY_SUPERGRAPH: file, GATEWAY_DRAIN_GRACE_MS: '0', GATEWAY_FORWARD: 'none' };
  const gateway = await startGateway(readConfig(settings, {}), log);
  return {
    supergraphSdl,
    file,
    said,
    async ask(...queries) {
      peer.postMessage({ url: gateway.url, queries } satisfies Ask);
      const [asked] = (await once(peer, 'message')) as [Asked];
      return asked;
    },
    async [Symbol.asyncDispose]() {
      await gateway.close();
      await peer.terminate();
      await rm(folder, { recursive: true });
    },
  };
}
