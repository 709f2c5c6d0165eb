import { readFile } from 'node:fs/promises';
import { createLocalJWKSet, createRemoteJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { Mendable } from '../../errors/mendable.ts';

/** How long the source is not asked again, in milliseconds, when it was just asked: anyone can name unknown keys. */
const COOLDOWN = 5000;
const TIMEOUT = 5000;
/** How long keys from a URL are used without asking again, in milliseconds: one that was taken out is refused by then. */
const LONGEST_AGE = 300_000;

/**
 * The keys of who issues tokens. A key that is not known has the source asked again, so that keys may be exchanged at any time; one that was taken
 * out is found no more within minutes. While a file can't be read, the keys that it had stay.
 * @param source URL or file of a JWKS (https://www.rfc-editor.org/rfc/rfc7517#section-5); a URL is asked when the first token comes
 * @throws {Mendable} where a file has none
 */
export async function tokenKeys(source: string, now: () => number = () => performance.now()): Promise<JWTVerifyGetKey> {
  if (/^https?:\/\//.test(source)) {
    const limits = { cooldownDuration: COOLDOWN, timeoutDuration: TIMEOUT, cacheMaxAge: LONGEST_AGE };
    return createRemoteJWKSet(new URL(source), limits);
  }
  let keys = await keysIn(source).catch((error) => {
    throw new Mendable(`GATEWAY_JWT_KEYS: ${source} is no JWKS that can be read (${error.message})`);
  });
  let readAt = now();
  return async (header, token) => {
    if (now() - readAt >= COOLDOWN) {
      readAt = now();
      keys = await keysIn(source).catch(() => keys);
    }
    return keys(header, token);
  };
}

async function keysIn(file: string): Promise<JWTVerifyGetKey> {
  return createLocalJWKSet(JSON.parse(await readFile(file, 'utf8')) as JSONWebKeySet);
}
