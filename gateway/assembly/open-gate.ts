import type { Config } from '../config.ts';
import { Gate } from '../guard/gate.ts';
import { EventLoopLag } from '../guard/overload/event-loop-lag.ts';
import { Overload } from '../guard/overload/overload.ts';
import type { OpenBucket } from '../guard/quota/account.ts';
import { Accounts } from '../guard/quota/accounts.ts';
import { LocalBucket } from '../guard/quota/bucket.ts';
import type { SharedBuckets } from '../guard/quota/shared-buckets.ts';
import type { Log } from '../telemetry/log.ts';
import type { Metrics } from '../telemetry/metrics.ts';

/** How quotas hold over several instances: shared by all; each with its share, since Redis can't be reached; or each by itself. */
export type QuotaSharing = 'shared' | 'alone' | 'not configured';

/** Where requests are let in, and what that works with. */
export interface OpenGate {
  readonly gate: Gate;
  readonly overload: Overload;
  readonly sharing: () => QuotaSharing;
  close(): Promise<void>;
}

/** What is told of the gate. */
interface GateTelling {
  readonly log: Log;
  readonly metrics: Metrics;
}

/** Opens the gate that these settings describe. */
export async function openGate(config: Config, { log, metrics }: GateTelling): Promise<OpenGate> {
  const lag = new EventLoopLag();
  const overload = new Overload(config, () => lag.milliseconds);
  const shared = config.redis === undefined ? undefined : await openShared(config.redis, { log, metrics });
  const open: OpenBucket = (key, size) => shared?.open(key, size) ?? new LocalBucket(size);
  const accounts = new Accounts(config, open);
  const gate = new Gate(accounts, overload, {
    onShed: (shedClass) => metrics.shed.inc({ class: shedClass }),
    onQuotaExceeded: ({ kind }) => metrics.quotaRefused.inc({ kind }),
  });
  return {
    gate,
    overload,
    sharing: () => (shared ? (shared.isShared ? 'shared' : 'alone') : 'not configured'),
    async close() {
      lag.close();
      await shared?.close();
    },
  };
}

/** Redis and its client are loaded where they are used alone: they take tens of megabytes. */
async function openShared(url: string, { log, metrics }: GateTelling): Promise<SharedBuckets> {
  const [{ RedisLeases }, { SharedBuckets }] = await Promise.all([
    import('../guard/quota/redis-leases.ts'),
    import('../guard/quota/shared-buckets.ts'),
  ]);
  const redis = URL.parse(url)?.host;
  const leases = await RedisLeases.open(url, (isShared) => {
    metrics.quotaShared.set(isShared ? 1 : 0);
    if (isShared) log.info({ redis }, 'quotas are shared with other instances');
    else log.warn({ redis }, 'Redis can’t be reached: this instance goes on with its share of every quota');
  });
  return new SharedBuckets(leases);
}
