import { errors, type JWTVerifyGetKey } from 'jose';
import { Generations } from '../../caches/generations.ts';
import type { Client } from '../client.ts';
import { Unidentified } from '../unidentified.ts';
import { verifiedToken } from './verified-token.ts';
import { type ViewerRules, viewerOf } from './viewer-of.ts';

/** Which tokens are taken. */
export interface TokenRules extends ViewerRules {
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
}

/** Verified tokens that are kept, twice as many at most: about 2 kB each. */
const KEPT = 5000;

/** What is wrong with a token, and not with the keys that it is checked by. */
const REFUSED = new Set([
  errors.JWTClaimValidationFailed.code,
  errors.JWTInvalid.code,
  errors.JWSInvalid.code,
  errors.JWSSignatureVerificationFailed.code,
  errors.JOSEAlgNotAllowed.code,
  errors.JOSENotSupported.code,
  errors.JWKSNoMatchingKey.code,
]);

/** What tokens are checked by. */
interface VerifyingKeys {
  readonly find: JWTVerifyGetKey;
  /** Fires when a key is taken out. */
  removalOf(key: object): AbortSignal;
  close(): Promise<void>;
}

/** Viewers by their tokens. A token is checked when it is first seen, and again where its key was taken out since. */
export class ViewerTokens {
  readonly #keys: VerifyingKeys;
  readonly #rules: TokenRules;
  readonly #verified = new Generations<string, Client>(KEPT);
  readonly #onUnavailable: (error: unknown) => void;

  /** @param onUnavailable called when a token can't be checked */
  constructor(keys: VerifyingKeys, rules: TokenRules, onUnavailable: (error: unknown) => void) {
    this.#keys = keys;
    this.#rules = rules;
    this.#onUnavailable = onUnavailable;
  }

  /** Whose token it is; at once where it was checked before. @throws {Unidentified} (or the promise) */
  clientOf(token: string): Client | Promise<Client> {
    const known = this.#verified.get(token);
    if (!known) return this.#verify(token);
    if (known.revoked?.aborted) {
      this.#verified.delete(token);
      return this.#verify(token);
    }
    if (known.expiresAt > Date.now()) return known;
    this.#verified.delete(token);
    throw new Unidentified('CREDENTIAL_EXPIRED');
  }

  close(): Promise<void> {
    return this.#keys.close();
  }

  async #verify(token: string): Promise<Client> {
    const { issuer, audience, algorithms, skew } = this.#rules;
    const { payload, key } = await verifiedToken(token, this.#keys.find, {
      issuer,
      audience,
      algorithms: [...algorithms],
      clockTolerance: skew,
      // Without an end a token that was lost would hold for good.
      requiredClaims: ['exp', 'sub'],
    }).catch((error) => this.#refuse(error));
    const client = viewerOf(payload, this.#rules, this.#keys.removalOf(key));
    if (!client) throw new Unidentified('CREDENTIAL_REFUSED');
    this.#verified.set(token, client);
    return client;
  }

  /** @throws {Unidentified} always */
  #refuse(error: unknown): never {
    if (error instanceof errors.JWTExpired) throw new Unidentified('CREDENTIAL_EXPIRED');
    if (error instanceof errors.JOSEError && REFUSED.has(error.code)) throw new Unidentified('CREDENTIAL_REFUSED');
    this.#onUnavailable(error);
    throw new Unidentified('CREDENTIALS_UNAVAILABLE');
  }
}
