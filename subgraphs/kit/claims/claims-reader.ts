import { verify } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import type { Claims } from './claims.ts';
import type { ClaimsKeys } from './claims-keys.ts';

/** The request does not come from the gateway, or not for this subgraph, or not now. */
export class ClaimsRefused extends Error {
  readonly statusCode = 401;
  constructor() {
    super('Only the gateway is answered here.');
  }
}

/** The header in which the gateway says who asks. */
const HEADER = 'x-redcat-claims';
const LONGEST = 16_384;
/** How far the gateway's clock may be from ours, in seconds. */
const SKEW = 5;
/** Longest time for which claims may hold, in seconds: whoever finds a token should not have it for long. */
const LONGEST_LIFE = 120;
/** Verified tokens that are kept: a gateway sends each for most of a minute. */
const KEPT = 10_000;

const Header = z.strictObject({ alg: z.literal('EdDSA'), typ: z.literal('redcat-claims+jwt'), kid: z.string() });
const Said = z.object({
  iss: z.literal('redcat'),
  aud: z.string(),
  iat: z.int(),
  exp: z.int(),
  kind: z.enum(['development', 'anonymous', 'viewer', 'partner', 'shared']),
  client: z.string(),
  sub: z.string().optional(),
  scopes: z.union([z.literal('all'), z.array(z.string())]),
  rows: z.union([z.literal('all'), z.record(z.string(), z.array(z.string()))]),
});

/** Claims that were verified, and until when they hold, in seconds since 1970. */
interface Verified {
  readonly claims: Claims;
  readonly until: number;
}

/** Reads who asks from a request's headers. It waits for nothing where the same token was read before. */
export class ClaimsReader {
  readonly #audience: string;
  readonly #keys: ClaimsKeys;
  readonly #now: () => number;
  readonly #verified = new Map<string, Verified>();

  /**
   * @param audience the subgraph's name
   * @param now milliseconds since 1970
   */
  constructor(audience: string, keys: ClaimsKeys, now: () => number = Date.now) {
    this.#audience = audience;
    this.#keys = keys;
    this.#now = now;
  }

  /** @throws {ClaimsRefused} (or the promise) */
  read(headers: IncomingHttpHeaders): Claims | Promise<Claims> {
    const token = headers[HEADER];
    if (typeof token !== 'string' || token.length > LONGEST) throw new ClaimsRefused();
    const known = this.#verified.get(token);
    if (known && known.until > this.#now() / 1000) return known.claims;
    return this.#verify(token);
  }

  async #verify(token: string): Promise<Claims> {
    const [head = '', body = '', signature = '', ...more] = token.split('.');
    const header = Header.safeParse(decoded(head));
    const key = header.success && more.length === 0 ? await this.#keys.find(header.data.kid) : undefined;
    const isSigned = key && verify(null, Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url'));
    const said = isSigned ? Said.safeParse(decoded(body)) : undefined;
    if (!said?.success || !this.#holds(said.data)) throw new ClaimsRefused();
    const claims = claimsOf(said.data);
    if (this.#verified.size >= KEPT) this.#verified.clear();
    this.#verified.set(token, { claims, until: said.data.exp + SKEW });
    return claims;
  }

  #holds({ aud, iat, exp }: z.infer<typeof Said>): boolean {
    const now = this.#now() / 1000;
    return aud === this.#audience && exp + SKEW > now && iat - SKEW <= now && exp - iat <= LONGEST_LIFE;
  }
}

function decoded(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return undefined;
  }
}

function claimsOf({ kind, client, sub: subject, scopes, rows }: z.infer<typeof Said>): Claims {
  return {
    kind,
    client,
    subject,
    scopes: scopes === 'all' ? 'all' : new Set(scopes),
    rows: rows === 'all' ? 'all' : new Map(Object.entries(rows).map(([policy, ids]) => [policy, new Set(ids)])),
  };
}
