import type { Client } from './client.ts';

/** How often it is looked whether credentials have expired, in milliseconds: what they opened must end within a second. */
const STEP = 250;

/** What is called when a credential ends. */
type Ending = () => void;

/**
 * Tells what stays open for long that the credential has ended by which it was opened: expired, revoked, or changed in what it grants. One
 * timer for all, and one listener for each that can be revoked: thousands wait, and each must cost little.
 */
export class CredentialEnds {
  /** By when they expire, in steps since 1970. */
  readonly #expiring = new Map<number, Set<Ending>>();
  readonly #revocable = new WeakMap<AbortSignal, Set<Ending>>();
  readonly #now: () => number;
  #timer: NodeJS.Timeout | undefined;

  /** @param now milliseconds since 1970 */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /**
   * Has `onEnd` called once, when the credential of a client ends; at once where it has.
   * @returns a function by which nobody waits for that any more
   */
  wait({ expiresAt, revoked }: Client, onEnd: () => void): () => void {
    const expires = expiresAt !== Number.POSITIVE_INFINITY;
    if (revoked?.aborted || (expires && expiresAt <= this.#now())) {
      onEnd();
      return () => undefined;
    }
    const step = Math.ceil(expiresAt / STEP);
    const end = () => {
      stop();
      onEnd();
    };
    const stop = () => {
      if (revoked) this.#revocable.get(revoked)?.delete(end);
      if (expires) this.#waitNoMore(step, end);
    };
    if (revoked) this.#ofSignal(revoked).add(end);
    if (expires) this.#ofStep(step).add(end);
    return stop;
  }

  #ofSignal(signal: AbortSignal): Set<Ending> {
    const known = this.#revocable.get(signal);
    if (known) return known;
    const endings = new Set<Ending>();
    this.#revocable.set(signal, endings);
    signal.addEventListener('abort', () => callAll(endings), { once: true });
    return endings;
  }

  #ofStep(step: number): Set<Ending> {
    const endings = this.#expiring.get(step) ?? new Set();
    this.#expiring.set(step, endings);
    this.#timer ??= setInterval(() => this.#look(), STEP).unref();
    return endings;
  }

  #look(): void {
    const now = this.#now() / STEP;
    for (const [step, endings] of this.#expiring) if (step <= now) callAll(endings);
  }

  #waitNoMore(step: number, ending: Ending): void {
    const endings = this.#expiring.get(step);
    endings?.delete(ending);
    if (endings?.size === 0) this.#expiring.delete(step);
    if (this.#expiring.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

/** Each takes itself out. */
function callAll(endings: ReadonlySet<Ending>): void {
  for (const end of [...endings]) end();
}
