import { Mendable } from '../../errors/mendable.ts';
import { Repeated } from '../../process/repeated.ts';
import type { Client } from '../client.ts';
import { Unidentified } from '../unidentified.ts';
import type { ClientStore } from './client-store.ts';
import { KeyRing } from './key-ring.ts';
import { NO_CLIENTS } from './stored-clients.ts';

/** How often it is looked whether something was changed, in milliseconds: what is revoked must be refused within a second. */
const INTERVAL = 400;
/** After how long without word from the store no key is taken any more, in milliseconds: one may have been revoked. */
const TRUSTED_FOR = 30_000;

/** What a store is followed with. */
interface FollowedParts {
  readonly store: ClientStore;
  readonly log: { warn(fields: object, message: string): void; info(fields: object, message: string): void };
  /** Told once, when some client is found that must sign its requests. */
  readonly onSigners?: () => void;
  /** Milliseconds that never go back; for tests. */
  readonly clock?: () => number;
  readonly interval?: number;
}

/** The keys of a store as they are now. */
export class FollowedKeys {
  readonly #parts: FollowedParts;
  readonly #clock: () => number;
  #ring: KeyRing;
  /** Undefined where the store is to be read whatever its version. */
  #version: string | undefined;
  /** When the store was last heard of. */
  #heardAt: number;
  #isCutOff = false;
  #hasSigners = false;
  readonly #looking: Repeated;

  private constructor(parts: FollowedParts, ring: KeyRing, version: string) {
    this.#parts = parts;
    this.#clock = parts.clock ?? (() => performance.now());
    this.#ring = ring;
    this.#version = version;
    this.#heardAt = this.#clock();
    this.#tellOfSigners();
    this.#looking = new Repeated(() => this.#look(), parts.interval ?? INTERVAL);
    this.#looking.start();
  }

  /** Reads a store, and goes on to follow it. @throws {Mendable} where it can't be read */
  static async open(parts: FollowedParts): Promise<FollowedKeys> {
    const { store } = parts;
    try {
      const version = await store.version();
      return new FollowedKeys(parts, new KeyRing(await store.read(), Date.now()), version);
    } catch (error) {
      await store.close();
      const why = error instanceof Mendable ? '' : ` (${error instanceof Error ? error.message : error})`;
      throw new Mendable(
        `GATEWAY_KEYS: the clients in ${store.place} can’t be read${why}; \`clients add\` makes the first one`,
      );
    }
  }

  /** Whose key it is. @throws {Unidentified} */
  clientOf(text: string): Client {
    this.#check();
    return this.#ring.clientOf(text, Date.now());
  }

  /** Whether a client must sign. */
  mustSign(client: Client): boolean {
    return this.#ring.mustSign(client);
  }

  /** The secret by which a client must sign; undefined where it need not, or its key ended. */
  signingSecretOf(client: Client): Buffer | undefined {
    return this.#ring.signingSecretOf(client);
  }

  async close(): Promise<void> {
    await this.#looking.stop();
    await this.#parts.store.close();
  }

  #check(): void {
    if (this.#clock() - this.#heardAt > TRUSTED_FOR) throw new Unidentified('CREDENTIALS_UNAVAILABLE');
  }

  async #look(): Promise<void> {
    this.#ring.endExpired(Date.now());
    const { store, log } = this.#parts;
    // What is heard was so when it was asked.
    const asked = this.#clock();
    try {
      const version = await store.version();
      if (version !== this.#version) {
        this.#ring = new KeyRing(await store.read(), Date.now(), this.#ring);
        this.#version = version;
        log.info({ place: store.place, keys: this.#ring.size }, 'clients were changed');
        this.#tellOfSigners();
      }
      this.#heardAt = asked;
      if (this.#isCutOff) log.info({ place: store.place }, 'clients can be read again');
      this.#isCutOff = false;
    } catch (error) {
      if (!this.#isCutOff) {
        log.warn({ place: store.place, err: error }, 'clients can’t be read: soon API keys will be refused');
      }
      this.#isCutOff = true;
      if (this.#clock() - this.#heardAt > TRUSTED_FOR) this.#forget();
    }
  }

  #tellOfSigners(): void {
    if (this.#hasSigners || !this.#ring.hasSigners) return;
    this.#hasSigners = true;
    this.#parts.onSigners?.();
  }

  /** Tells of every key that it holds no more, so that what was opened by it ends: it may be revoked. All are read again later. */
  #forget(): void {
    this.#ring = new KeyRing(NO_CLIENTS, Date.now(), this.#ring);
    this.#version = undefined;
  }
}
