import { Pool } from 'undici';
import { forSubgraph, type PerSubgraph } from '../settings/per-subgraph.ts';
import type { Propagation } from './headers/propagated-headers.ts';
import { type Common, InFlight } from './sharing/in-flight.ts';
import { attempting } from './transport/attempts.ts';
import { type BreakerState, CircuitBreaker } from './transport/circuit-breaker.ts';
import { HttpConnections } from './transport/http-connections.ts';
import { httpTransport } from './transport/http-transport.ts';
import { RetryBudget } from './transport/retry-budget.ts';

/** A subgraph and the connections kept to it. */
export interface Subgraph {
  readonly name: string;
  readonly url: URL;
  /** For what is passed on as it comes. */
  readonly pool: Pool;
  /** For GraphQL. */
  readonly connections: HttpConnections;
  /** Longest that one request may take, in milliseconds. */
  readonly timeout: number;
  readonly inFlight: InFlight;
}

/** How subgraphs are reached; milliseconds and bytes. */
export interface SubgraphOptions {
  readonly requestTimeout: number;
  readonly subgraphTimeout: PerSubgraph<number>;
  readonly subgraphResponseLimit: number;
  readonly subgraphConnections: number;
  readonly subgraphRetries: PerSubgraph<number>;
  readonly breaker: PerSubgraph<boolean>;
  readonly breakerOpenFor: number;
  readonly share: PerSubgraph<boolean>;
  readonly compression: PerSubgraph<'auto' | 'on' | 'off'>;
  readonly compressFrom: PerSubgraph<number>;
}

/** Is told what becomes of a subgraph's requests. */
export interface SubgraphWatch {
  onShared(subgraph: string): void;
  onRetry(subgraph: string): void;
  onBreaker(subgraph: string, state: BreakerState): void;
}

/** What one subgraph is opened with, beside the options of all. */
export interface SubgraphParts {
  readonly name: string;
  readonly url: string;
  readonly propagation: Propagation;
  readonly common: Common;
  readonly watch: SubgraphWatch;
}

const LONGEST_SILENCE_MS = 120_000;

/** Makes the pool of connections; none is opened before the first request. Whoever calls it closes the pool. */
export function openSubgraph({ name, url, ...parts }: SubgraphParts, options: SubgraphOptions): Subgraph {
  const parsed = new URL(url);
  // No fetch outlives its request, so that a subgraph has taken too long by then, too.
  const timeout = Math.min(forSubgraph(options.subgraphTimeout, name), options.requestTimeout);
  const pool = new Pool(parsed.origin, {
    connections: options.subgraphConnections,
    // One time limit over the whole request, up to its answer's head, stands in its place.
    headersTimeout: 0,
    // What streams for long is silent for no longer.
    bodyTimeout: LONGEST_SILENCE_MS,
    connectTimeout: timeout,
    allowH2: false,
  });
  const limits = { connectTimeout: timeout, responseLimit: options.subgraphResponseLimit };
  const connections = new HttpConnections({ url: parsed, ...limits }, options.subgraphConnections);
  const compression = forSubgraph(options.compression, name);
  const transport = attempting({
    transport: httpTransport({
      connections,
      url: parsed,
      responseLimit: options.subgraphResponseLimit,
      compressed: compression === 'auto' ? !isLoopback(parsed) : compression === 'on',
      compressFrom: forSubgraph(options.compressFrom, name),
    }),
    breaker: forSubgraph(options.breaker, name)
      ? new CircuitBreaker({ openFor: options.breakerOpenFor, onChange: (state) => parts.watch.onBreaker(name, state) })
      : undefined,
    retries: forSubgraph(options.subgraphRetries, name),
    budget: new RetryBudget(),
    onRetry: () => parts.watch.onRetry(name),
  });
  const share = forSubgraph(options.share, name);
  const onShared = () => parts.watch.onShared(name);
  const inFlight = new InFlight(
    { name, transport, timeout, share, propagation: parts.propagation, onShared },
    parts.common,
  );
  return { name, url: parsed, pool, connections, timeout, inFlight };
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\./.test(hostname);
}
