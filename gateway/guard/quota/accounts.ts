import type { Caller } from '../../clients/caller.ts';
import type { Client } from '../../clients/client.ts';
import type { Quota } from '../../clients/quota.ts';
import { type Account, isUntouched, type OpenBucket, openAccount } from './account.ts';

/** Quotas of callers who have none of their own. */
export interface QuotaRules {
  readonly partnerQuota: Quota | undefined;
  /** Of each viewer. */
  readonly viewerQuota: Quota | undefined;
  /** Of all who show no credential, together. */
  readonly anonymousQuota: Quota | undefined;
  /** Of each address from which no credential is shown. */
  readonly addressQuota: Quota | undefined;
  /** Most accounts that are kept. */
  readonly quotaAccounts: number;
}

/** How long after all accounts were looked through it is not done again, in milliseconds. */
const SWEEP_PAUSE = 1000;

const NONE: readonly Account[] = [];

/** Whose accounts a request is charged to. */
export class Accounts {
  readonly #rules: QuotaRules;
  readonly #open: OpenBucket;
  readonly #byKey = new Map<string, Account>();
  /** Keys of partners' accounts, which tell their quotas. */
  readonly #partnerKeys = new WeakMap<Client, string>();
  readonly #anonymous: readonly Account[];
  #sweptAt = Number.NEGATIVE_INFINITY;

  constructor(rules: QuotaRules, open: OpenBucket) {
    this.#rules = rules;
    this.#open = open;
    const { anonymousQuota: quota } = rules;
    this.#anonymous = quota ? [openAccount('anonymous', 'all-', quota, open)] : NONE;
  }

  /** How many are kept. */
  get size(): number {
    return this.#byKey.size;
  }

  /** The accounts of a caller; none for whom nothing is bounded. */
  of({ client, address }: Caller): readonly Account[] {
    if (client.kind === 'anonymous') return this.#ofAddress(address);
    const { viewerQuota, partnerQuota } = this.#rules;
    if (client.kind === 'viewer') {
      return viewerQuota ? [this.#account(`viewer:${client.person ?? ''}`, '', viewerQuota)] : NONE;
    }
    const quota = client.kind === 'partner' ? (client.quota ?? partnerQuota) : undefined;
    return quota ? [this.#account(this.#partnerKey(client, quota), '', quota)] : NONE;
  }

  /** Who is given another quota begins with that anew. */
  #partnerKey(client: Client, quota: Quota): string {
    let key = this.#partnerKeys.get(client);
    if (key === undefined) {
      key = `partner:${client.name}:${JSON.stringify(quota)}`;
      this.#partnerKeys.set(client, key);
    }
    return key;
  }

  #ofAddress(address: string | undefined): readonly Account[] {
    const { addressQuota: quota } = this.#rules;
    if (!quota || address === undefined) return this.#anonymous;
    return [this.#account(`address:${address}`, '', quota), ...this.#anonymous];
  }

  #account(key: string, prefix: string, quota: Quota): Account {
    const known = this.#byKey.get(key);
    if (known) return known;
    const kind = key.slice(0, key.indexOf(':'));
    // Where there is no room for one more, newcomers of a kind share one: nobody gets rid of a debt by crowding it out.
    const kept = this.#hasRoom() || kind === 'partner' ? key : `${kind}:others`;
    const shared = this.#byKey.get(kept);
    if (shared) return shared;
    const account = openAccount(kept, prefix, quota, this.#open);
    this.#byKey.set(kept, account);
    return account;
  }

  #hasRoom(): boolean {
    if (this.#byKey.size < this.#rules.quotaAccounts) return true;
    const now = performance.now();
    if (now - this.#sweptAt < SWEEP_PAUSE) return false;
    this.#sweptAt = now;
    for (const [key, account] of this.#byKey) if (isUntouched(account)) this.#byKey.delete(key);
    return this.#byKey.size < this.#rules.quotaAccounts;
  }
}
