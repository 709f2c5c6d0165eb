import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type TalliedCounter, talliedCounter } from './tallied-counter.ts';

/** The gateway's Prometheus metrics. */
export interface Metrics {
  readonly registry: Registry;
  readonly requests: TalliedCounter;
  readonly clientRequests: TalliedCounter;
  readonly requestSeconds: Histogram<'operation'>;
  readonly fetches: TalliedCounter;
  readonly fetchSeconds: Histogram<'subgraph'>;
  readonly quotaRefused: Counter<'kind'>;
  readonly shed: Counter<'class'>;
  readonly quotaShared: Gauge;
  readonly sharedRequests: Counter;
  readonly sharedFetches: Counter<'subgraph'>;
  readonly retries: Counter<'subgraph'>;
  readonly breakerState: Gauge<'subgraph'>;
  readonly httpRequests: TalliedCounter;
}

const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Process metrics and those of requests and fetches, in a registry of their own. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    requests: talliedCounter({
      name: 'gateway_requests_total',
      help: 'GraphQL requests by operation name; outcome is ok, partial (data and errors), refused (a fault of the client) or failed',
      labelNames: ['operation', 'outcome'],
      registers,
    }),
    clientRequests: talliedCounter({
      name: 'gateway_client_requests_total',
      help: 'GraphQL requests by client: a partner’s name, the program of a viewer, anonymous or development; outcomes as above',
      labelNames: ['client', 'outcome'],
      registers,
    }),
    requestSeconds: new Histogram({
      name: 'gateway_request_seconds',
      help: 'Time from a GraphQL request read to its answer made, to the last part where it comes in parts',
      labelNames: ['operation'],
      buckets,
      registers,
    }),
    fetches: talliedCounter({
      name: 'gateway_subgraph_fetches_total',
      help: 'Fetches from subgraphs; outcome is ok, errors (the answer holds some), left (the client did) or the code of the failure',
      labelNames: ['subgraph', 'outcome'],
      registers,
    }),
    fetchSeconds: new Histogram({
      name: 'gateway_subgraph_fetch_seconds',
      help: 'Time of a fetch from a subgraph, waiting for a connection included',
      labelNames: ['subgraph'],
      buckets,
      registers,
    }),
    quotaRefused: new Counter({
      name: 'gateway_quota_refused_total',
      help: 'Requests and operations refused for their caller’s quota, by the kind of caller',
      labelNames: ['kind'],
      registers,
    }),
    shed: new Counter({
      name: 'gateway_shed_total',
      help: 'Requests turned away for too much to do, by class: anonymous-ad-hoc, anonymous, viewer, partner',
      labelNames: ['class'],
      registers,
    }),
    quotaShared: new Gauge({
      name: 'gateway_quota_shared',
      help: 'Whether quotas are shared with other instances through Redis: 1, or 0 while each has its share or there is no Redis',
      registers,
    }),
    sharedRequests: new Counter({
      name: 'gateway_requests_shared_total',
      help: 'GraphQL requests that were answered together with an equal one that was under way',
      registers,
    }),
    sharedFetches: new Counter({
      name: 'gateway_subgraph_shared_total',
      help: 'Fetches that were not sent, since an equal one was under way',
      labelNames: ['subgraph'],
      registers,
    }),
    retries: new Counter({
      name: 'gateway_subgraph_retries_total',
      help: 'Requests to subgraphs that were sent again',
      labelNames: ['subgraph'],
      registers,
    }),
    breakerState: new Gauge({
      name: 'gateway_subgraph_breaker_state',
      help: 'State of the circuit breaker: 0 closed, 1 half-open, 2 open',
      labelNames: ['subgraph'],
      registers,
    }),
    httpRequests: talliedCounter({
      name: 'gateway_http_requests_total',
      help: 'HTTP requests by route and status',
      labelNames: ['route', 'status'],
      registers,
    }),
  };
}
