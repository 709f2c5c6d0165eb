import { createPublicKey, hash, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { request } from 'undici';
import { z } from 'zod';

/** Public keys of gateways, by their thumbprints. */
export interface ClaimsKeys {
  /** A key; undefined for one that no gateway has. Rejects where the keys can't be read. */
  find(id: string): Promise<KeyObject | undefined>;
}

/** https://www.rfc-editor.org/rfc/rfc8037#section-2 */
const Jwk = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string().regex(/^[\w-]{43}$/) });
const Jwks = z.object({ keys: z.array(z.unknown()).max(100) });

/** How long the source is not asked again, in milliseconds, when it was just asked: anyone can name unknown keys. */
const COOLDOWN = 5000;
const TIMEOUT = 3000;
const LARGEST = 100_000;

/**
 * The keys of a source, which is asked again when somebody names a key that it did not have.
 * @param source JSON text of a JWKS, or a file or URL that has it
 */
export function claimsKeys(source: string, now: () => number = () => performance.now()): ClaimsKeys {
  let known: ReadonlyMap<string, KeyObject> = new Map();
  let askedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> = Promise.resolve();
  return {
    async find(id) {
      if (!known.has(id) && now() - askedAt >= COOLDOWN) {
        askedAt = now();
        asking = textOf(source).then((text) => {
          known = keysIn(text);
        });
      }
      if (!known.has(id)) await asking;
      return known.get(id);
    },
  };
}

/** Whether a text is a JWKS. */
export function isKeySet(text: string): boolean {
  try {
    return Jwks.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

async function textOf(source: string): Promise<string> {
  if (source.startsWith('{')) return source;
  if (!/^https?:\/\//.test(source)) return readFile(source, 'utf8');
  const { statusCode, body } = await request(source, { signal: AbortSignal.timeout(TIMEOUT) });
  const text = await body.text();
  if (statusCode !== 200 || text.length > LARGEST) throw new Error(`${source} answered ${statusCode}`);
  return text;
}

/** Keys of other kinds are left out: they may be for other uses. */
function keysIn(text: string): ReadonlyMap<string, KeyObject> {
  const { keys } = Jwks.parse(JSON.parse(text));
  const read = keys.map((key) => Jwk.safeParse(key)).filter(({ success }) => success);
  return new Map(read.map(({ data }) => entryOf(data as z.infer<typeof Jwk>)));
}

function entryOf({ crv, kty, x }: z.infer<typeof Jwk>): [string, KeyObject] {
  // https://www.rfc-editor.org/rfc/rfc7638#section-3.2
  const id = hash('sha256', JSON.stringify({ crv, kty, x }), 'base64url');
  return [id, createPublicKey({ key: { crv, kty, x }, format: 'jwk' })];
}
