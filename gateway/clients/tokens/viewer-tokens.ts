import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { Generations } from '../../caches/generations.ts';
import type { Client } from '../client.ts';
import { Unidentified } from '../unidentified.ts';
import { type ViewerRules, viewerOf } from './viewer-of.ts';

/** Which tokens are taken. */
export interface TokenRules extends ViewerRules {
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
}

/** Verified tokens that are kept, twice as many at most: about 2 kB each. */
const KEPT = 5000;
/** How long a token is taken without checking it again, in milliseconds: its key may have been taken out since. */
const TRUSTED_FOR = 300_000;

/** A token that was verified. */
interface Verified {
  readonly client: Client;
  /** When it was last checked; performance time. */
  checkedAt: number;
}

/** What is wrong with a token, and not with the keys that it is checked by. */
const REFUSED = new Set([
  errors.JWTClaimValidationFailed.code,
  errors.JWTInvalid.code,
  errors.JWSInvalid.code,
  errors.JWSSignatureVerificationFailed.code,
  errors.JOSEAlgNotAllowed.code,
  errors.JOSENotSupported.code,
  errors.JWKSNoMatchingKey.code,
  errors.JWKSMultipleMatchingKeys.code,
]);

/** Viewers by their tokens. */
export class ViewerTokens {
  readonly #keys: JWTVerifyGetKey;
  readonly #rules: TokenRules;
  readonly #verified = new Generations<string, Verified>(KEPT);
  readonly #onUnavailable: (error: unknown) => void;
  readonly #clock: () => number;

  /**
   * @param onUnavailable called when a token can't be checked
   * @param clock milliseconds that never go back; for tests
   */
  constructor(
    keys: JWTVerifyGetKey,
    rules: TokenRules,
    onUnavailable: (error: unknown) => void,
    clock: () => number = () => performance.now(),
  ) {
    this.#keys = keys;
    this.#rules = rules;
    this.#onUnavailable = onUnavailable;
    this.#clock = clock;
  }

  /** Whose token it is; at once where it was checked lately. @throws {Unidentified} (or the promise) */
  clientOf(token: string): Client | Promise<Client> {
    const known = this.#verified.get(token);
    if (!known) return this.#verify(token);
    if (known.client.expiresAt <= Date.now()) {
      this.#verified.delete(token);
      throw new Unidentified('CREDENTIAL_EXPIRED');
    }
    return this.#clock() - known.checkedAt < TRUSTED_FOR ? known.client : this.#verifyAgain(token, known);
  }

  async #verify(token: string): Promise<Client> {
    const client = viewerOf(await this.#claimsOf(token), this.#rules);
    if (!client) throw new Unidentified('CREDENTIAL_REFUSED');
    this.#verified.set(token, { client, checkedAt: this.#clock() });
    return client;
  }

  /** Refuses a token whose key is gone. As long as that can't be said, it is taken on: it did hold. */
  async #verifyAgain(token: string, known: Verified): Promise<Client> {
    // Others who show it meanwhile need not check it, too.
    known.checkedAt = this.#clock();
    try {
      await this.#claimsOf(token);
    } catch (error) {
      if (error instanceof Unidentified && error.code === 'CREDENTIALS_UNAVAILABLE') return known.client;
      this.#verified.delete(token);
      throw error;
    }
    return known.client;
  }

  /** @throws {Unidentified} (the promise) */
  async #claimsOf(token: string): Promise<JWTPayload> {
    const { issuer, audience, algorithms, skew } = this.#rules;
    try {
      const { payload } = await jwtVerify(token, this.#keys, {
        issuer,
        audience,
        algorithms: [...algorithms],
        clockTolerance: skew,
        // Without an end a token that was lost would hold for good.
        requiredClaims: ['exp', 'sub'],
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new Unidentified('CREDENTIAL_EXPIRED');
      if (error instanceof errors.JOSEError && REFUSED.has(error.code)) throw new Unidentified('CREDENTIAL_REFUSED');
      this.#onUnavailable(error);
      throw new Unidentified('CREDENTIALS_UNAVAILABLE');
    }
  }
}
