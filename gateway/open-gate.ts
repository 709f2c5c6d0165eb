import type { Config } from './config.ts';
import { Gate } from './guard/gate.ts';
import { EventLoopLag } from './guard/overload/event-loop-lag.ts';
import { Overload } from './guard/overload/overload.ts';
import { Accounts } from './guard/quota/accounts.ts';
import { LocalBucket } from './guard/quota/bucket.ts';
import type { Metrics } from './telemetry/metrics.ts';

/** Where requests are let in, and what that works with. */
export interface OpenGate {
  readonly gate: Gate;
  readonly overload: Overload;
  close(): Promise<void>;
}

/** Opens the gate that these settings describe. */
export function openGate(config: Config, metrics: Metrics): OpenGate {
  const lag = new EventLoopLag();
  const overload = new Overload(config, () => lag.milliseconds);
  const accounts = new Accounts(config, (_key, size) => new LocalBucket(size));
  const gate = new Gate(accounts, overload, {
    onShed: (shedClass) => metrics.shed.inc({ class: shedClass }),
    onQuotaExceeded: ({ kind }) => metrics.quotaRefused.inc({ kind }),
  });
  return { gate, overload, close: async () => lag.close() };
}
