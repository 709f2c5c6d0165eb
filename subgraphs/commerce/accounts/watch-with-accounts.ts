import type { Watch } from '../../kit/live/changes.ts';
import type { Context } from '../context.ts';
import { jointShops } from './settle-claims.ts';

/**
 * Watches a subject's figures, and the joint accounts through which the caller sees shops: a change of one of these is told at once, so that what the
 * caller sees narrows, or widens, then.
 * @param shopId the shop without which there is nothing to tell: when its account lets the caller in no longer, what is told next is the last
 */
export function watchWithAccounts(
  subject: string,
  { changes, claims, accounts }: Pick<Context, 'changes' | 'claims' | 'accounts'>,
  shopId?: string,
): AsyncIterableIterator<void> {
  const watch = changes.watch(subject);
  const joint = jointShops(claims);
  if (joint.size === 0 || (shopId !== undefined && !joint.has(shopId))) return watch;
  const leave = accounts.watch(shopId === undefined ? joint : [shopId], () => watch.tell());
  const mayGoOn = async () => shopId === undefined || (await accounts.among(new Set([shopId]))).has(shopId);
  return new WatchWithAccounts(watch, leave, mayGoOn);
}

class WatchWithAccounts implements AsyncIterableIterator<void> {
  readonly #watch: Watch;
  readonly #leave: () => void;
  readonly #mayGoOn: () => Promise<boolean>;
  #isLast = false;

  constructor(watch: Watch, leave: () => void, mayGoOn: () => Promise<boolean>) {
    this.#watch = watch;
    this.#leave = leave;
    this.#mayGoOn = mayGoOn;
  }

  async next(): Promise<IteratorResult<void>> {
    if (this.#isLast) return this.return();
    const told = await this.#watch.next();
    // Where it can't be known the message says so, and more of them come.
    if (!told.done) this.#isLast = !(await this.#mayGoOn().catch(() => true));
    return told;
  }

  async return(): Promise<IteratorResult<void>> {
    this.#leave();
    return this.#watch.return();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
