import { readFile } from 'node:fs/promises';
import {
  type CryptoKey,
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  type JWK,
  type JWTVerifyGetKey,
} from 'jose';
import { Mendable } from '../../errors/mendable.ts';
import { Repeated } from '../../process/repeated.ts';

/** How often keys are read again, in milliseconds: one that was taken out must be refused before long. A file is at hand. */
const INTERVALS = { url: 60_000, file: 1000 };
/** How long the source is not asked again, in milliseconds, when it was just asked: anyone can name unknown keys. */
const COOLDOWNS = { url: 5000, file: 1000 };
const TIMEOUT = 5000;
/** How long keys of which nothing new was heard check tokens that were not seen before, in milliseconds. */
const LONGEST_AGE = 300_000;

/** Most keys that are tried for one token. */
const MOST_TRIED = 10;

/** What a key is checked by and found by; whatever else is said of it changes nothing. https://www.rfc-editor.org/rfc/rfc7517#section-4 */
const TELLING = ['kid', 'kty', 'alg', 'use', 'key_ops', 'crv', 'x', 'y', 'n', 'e'] as const;

/** A key that its issuer publishes. */
interface HeldKey {
  readonly find: JWTVerifyGetKey;
  readonly removal: AbortController;
}

/** How keys are read; all but the first for tests. */
interface KeySource {
  /** @throws where they can't be */
  readonly read: () => Promise<JSONWebKeySet>;
  readonly interval: number;
  readonly cooldown: number;
  /** Told once of each time for which they can't be read, unless a token waits for it. */
  readonly onLost?: ((error: unknown) => void) | undefined;
  /** Milliseconds that never go back. */
  readonly clock?: () => number;
}

/** The keys of who issues tokens, read again and again, so that they may be exchanged at any time. */
export class TokenKeys {
  readonly #source: KeySource;
  readonly #clock: () => number;
  readonly #looking: Repeated;
  /** By what tells them apart. */
  #held = new Map<string, HeldKey>();
  readonly #removals = new WeakMap<object, AbortSignal>();
  /** When the source was last asked, and when it last answered. */
  #askedAt = Number.NEGATIVE_INFINITY;
  #readAt = Number.NEGATIVE_INFINITY;
  #reading: Promise<void> | undefined;
  #isLost = false;

  constructor(source: KeySource) {
    this.#source = source;
    this.#clock = source.clock ?? (() => performance.now());
    this.#looking = new Repeated(() => this.#look(), source.interval);
    this.#looking.start();
  }

  /**
   * The key of a token: as `jwtVerify` of jose asks for it. One that is not known has the source asked again.
   * @throws {errors.JOSEError} (the promise) where there is none, or what reading the source failed by
   */
  readonly find: JWTVerifyGetKey = async (header, token) => {
    if (this.#clock() - this.#readAt >= LONGEST_AGE) await this.#read();
    try {
      return await this.#found(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      const isAskedAnew = this.#reading !== undefined || this.#clock() - this.#askedAt >= this.#source.cooldown;
      if (!isAskedAnew) throw error;
    }
    await this.#read();
    return this.#found(header, token);
  };

  /** Fires when a key is taken out. @param key as `find` gave it */
  removalOf(key: object): AbortSignal {
    return this.#removals.get(key) ?? AbortSignal.abort();
  }

  /** Reads the source now. @throws what it fails by (the promise) */
  open(): Promise<void> {
    return this.#read();
  }

  close(): Promise<void> {
    return this.#looking.stop();
  }

  async #look(): Promise<void> {
    // Keys that nobody asked for yet are not looked after.
    if (this.#readAt === Number.NEGATIVE_INFINITY) return;
    try {
      await this.#read();
      this.#isLost = false;
    } catch (error) {
      if (!this.#isLost) this.#source.onLost?.(error);
      this.#isLost = true;
    }
  }

  async #found(...[header, token]: Parameters<JWTVerifyGetKey>): Promise<CryptoKey> {
    const found: CryptoKey[] = [];
    let failure: unknown = new errors.JWKSNoMatchingKey();
    for (const { find, removal } of this.#held.values()) {
      try {
        const key = (await find(header, token)) as CryptoKey;
        this.#removals.set(key, removal.signal);
        found.push(key);
      } catch (error) {
        if (!(error instanceof errors.JWKSNoMatchingKey)) failure = error;
      }
    }
    const [only, another] = found;
    if (!only) throw failure;
    if (another) throw severalMatching(found);
    return only;
  }

  /** Several who ask at once wait for one reading. */
  #read(): Promise<void> {
    this.#reading ??= this.#readOnce().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #readOnce(): Promise<void> {
    // What is read was so when it was asked for.
    const asked = this.#clock();
    this.#askedAt = asked;
    const { keys } = await this.#source.read();
    const before = this.#held;
    this.#held = new Map();
    for (const jwk of keys) {
      const name = nameOf(jwk);
      this.#held.set(name, before.get(name) ?? heldOf(jwk));
    }
    this.#readAt = asked;
    for (const [name, { removal }] of before) if (!this.#held.has(name)) removal.abort();
  }
}

/** The error by which jose says that a token names none of several keys that may have signed it, each of which it gives. */
function severalMatching(keys: readonly CryptoKey[]): errors.JWKSMultipleMatchingKeys {
  const error = new errors.JWKSMultipleMatchingKeys();
  error[Symbol.asyncIterator] = async function* () {
    yield* keys.slice(0, MOST_TRIED);
  };
  return error;
}

function nameOf(jwk: JWK): string {
  return JSON.stringify(TELLING.map((member) => jwk[member]));
}

function heldOf(jwk: JWK): HeldKey {
  return { find: createLocalJWKSet({ keys: [jwk] }), removal: new AbortController() };
}

/**
 * Opens the keys of who issues tokens.
 * @param place URL or file of a JWKS (https://www.rfc-editor.org/rfc/rfc7517#section-5); a URL is asked when the first token comes
 * @param onLost told once of each time for which they can't be read
 * @throws {Mendable} (the promise) where a file has none
 */
export async function openTokenKeys(place: string, onLost?: (error: unknown) => void): Promise<TokenKeys> {
  if (/^https?:\/\//.test(place)) {
    const remote = createRemoteJWKSet(new URL(place), { timeoutDuration: TIMEOUT });
    const read = async () => {
      await remote.reload();
      return remote.jwks() ?? { keys: [] };
    };
    return new TokenKeys({ read, interval: INTERVALS.url, cooldown: COOLDOWNS.url, onLost });
  }
  const keys = new TokenKeys({
    read: () => keysIn(place),
    interval: INTERVALS.file,
    cooldown: COOLDOWNS.file,
    onLost,
  });
  await keys.open().catch(async (error) => {
    await keys.close();
    throw new Mendable(`GATEWAY_JWT_KEYS: ${place} is no JWKS that can be read (${error.message})`);
  });
  return keys;
}

async function keysIn(file: string): Promise<JSONWebKeySet> {
  const read = JSON.parse(await readFile(file, 'utf8')) as JSONWebKeySet;
  // Says whether it is one.
  createLocalJWKSet(read);
  return read;
}
