import { Counter, Gauge, type Registry } from 'prom-client';
import type { UpstreamWatch } from '../subgraphs/upstreams/shared-upstream.ts';
import type { Log } from './log.ts';

/** How a client reads what it subscribed to: WebSocket, server-sent events (a stream for each, or one for many), or multipart HTTP. */
export type LiveProtocol = 'ws' | 'sse' | 'sse-single' | 'multipart';

/** Where a message was left out for a newer one: before the rest was fetched, or since a client had not read. */
type SupersededAt = 'gateway' | 'client';

/** Is told what becomes of live connections. */
export interface LiveWatch {
  /** @param change 1 or -1 */
  onConnection(protocol: LiveProtocol, change: number): void;
  /** @param change 1 or -1 */
  onSubscription(protocol: LiveProtocol, change: number): void;
  /** A message was handed to a client's connection. */
  onSent(protocol: LiveProtocol): void;
  onSuperseded(at: SupersededAt): void;
  readonly upstream: UpstreamWatch;
}

/** Metrics of subscriptions, in a registry that has none of them yet; what is lost is logged. */
export function liveWatch(registry: Registry, log: Log): LiveWatch {
  const registers = [registry];
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Gauge({ name, help, labelNames, registers });
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name, help, labelNames, registers });
  const connections = gauge('gateway_live_connections', 'Live connections of clients', ['protocol']);
  const subscriptions = gauge('gateway_live_subscriptions', 'Subscriptions of clients', ['protocol']);
  const sent = counter('gateway_live_messages_total', 'Messages of subscriptions sent to clients', ['protocol']);
  const superseded = counter(
    'gateway_live_superseded_total',
    'Messages left out for a newer one: in the gateway, before the rest was fetched, or for a client that had not read',
    ['at'],
  );
  const sentBy = {
    ws: sent.labels('ws'),
    sse: sent.labels('sse'),
    'sse-single': sent.labels('sse-single'),
    multipart: sent.labels('multipart'),
  };
  return {
    onConnection: (protocol, change) => connections.inc({ protocol }, change),
    onSubscription: (protocol, change) => subscriptions.inc({ protocol }, change),
    onSent: (protocol) => sentBy[protocol].inc(),
    onSuperseded: (at) => superseded.inc({ at }),
    upstream: upstreamWatch(registry, log),
  };
}

function upstreamWatch(registry: Registry, log: Log): UpstreamWatch {
  const labelNames = ['subgraph'];
  const registers = [registry];
  const upstreams = new Gauge({
    name: 'gateway_upstream_subscriptions',
    help: 'Subscriptions to subgraphs; equal ones of any number of clients are one',
    labelNames,
    registers,
  });
  const messages = new Counter({
    name: 'gateway_upstream_messages_total',
    help: 'Messages of subscriptions that subgraphs sent',
    labelNames,
    registers,
  });
  const lost = new Counter({
    name: 'gateway_upstream_lost_total',
    help: 'Subscriptions to subgraphs that were lost, or could not be had, each try counted',
    labelNames,
    registers,
  });
  const reconnects = new Counter({
    name: 'gateway_upstream_reconnects_total',
    help: 'Subscriptions to subgraphs that were lost and bring messages again',
    labelNames,
    registers,
  });
  return {
    onCount: (subgraph, change) => upstreams.inc({ subgraph }, change),
    onMessage: (subgraph) => messages.inc({ subgraph }),
    onReconnected: (subgraph) => reconnects.inc({ subgraph }),
    onLost(subgraph, cause) {
      lost.inc({ subgraph });
      log.warn({ subgraph, cause: cause.message }, 'a subscription was lost');
    },
  };
}
