import { writeFile } from 'node:fs/promises';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { type Client, type ClientOptions, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Environment } from '../../gateway/config.ts';
import { type Counter, counterSdl, startCounter, titlesParts } from './counter.ts';
import { type SupergraphFile, startGatewayOver, supergraphFile, type TestGateway } from './gateway.ts';
import { startSubgraph, type TestServer } from './subgraph.ts';

/** Tests make answers long by aliases. */
const LONG_ANSWERS: Environment = { GATEWAY_DOCUMENT_ALIASES: '10000' };

/** A gateway over a subgraph that counts clicks on notes, and one that knows the notes. */
export interface LiveWorld extends AsyncDisposable {
  readonly counter: Counter;
  readonly titles: TestServer;
  readonly gateway: TestGateway;
  readonly supergraph: SupergraphFile;
}

/** What is subscribed to in most tests: clicks from the one subgraph, title and author from the other. */
export const NOTE = 'subscription Note($id: ID!) { noteCounted(noteId: $id) { id clicks title author { name } } }';

/** What `NOTE` brings for note 1. */
export function noteWith(clicks: number): object {
  return { data: { noteCounted: { id: '1', clicks, title: '红楼梦', author: { name: '曹雪芹' } } } };
}

/** The supergraph of the two. */
export function liveSupergraph(origins: { counter: string; titles: string }, counter = counterSdl): string {
  const { supergraphSdl, errors } = composeServices([
    { name: 'counter', url: `${origins.counter}/graphql`, typeDefs: parse(counter) },
    { name: 'titles', url: `${origins.titles}/graphql`, typeDefs: parse(titlesParts.typeDefs) },
  ]);
  if (!supergraphSdl) throw new Error(String(errors));
  return supergraphSdl;
}

/**
 * Starts all three.
 * @param env settings over those of tests
 * @param sdl of the counter, as the supergraph has it
 */
export async function startLive(env: Environment = {}, sdl = counterSdl): Promise<LiveWorld> {
  const [counter, titles] = await Promise.all([startCounter(), startSubgraph(titlesParts)]);
  const supergraph = await supergraphFile(liveSupergraph({ counter: counter.origin, titles: titles.origin }, sdl));
  const gateway = await startGatewayOver(supergraph, { ...LONG_ANSWERS, ...env });
  const stop = async () => {
    await gateway.close();
    await Promise.all([counter[Symbol.asyncDispose](), titles[Symbol.asyncDispose]()]);
    await supergraph[Symbol.asyncDispose]();
  };
  return {
    counter,
    titles,
    supergraph,
    gateway: { ...gateway, [Symbol.asyncDispose]: () => gateway.close() },
    [Symbol.asyncDispose]: stop,
  };
}

/** Replaces the supergraph that a gateway serves. */
export function replaceSupergraph({ file }: SupergraphFile, sdl: string): Promise<void> {
  return writeFile(file, sdl);
}

/** The library `graphql-ws` as a client of a gateway. */
export function wsClient(url: string, options: Partial<ClientOptions> = {}): Client {
  return createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    ...options,
  });
}
