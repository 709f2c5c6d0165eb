import { existsSync } from 'node:fs';
import { isLoopback, SettingsError } from '../../../settings/settings.ts';
import { claimsKeys, isKeySet } from './claims-keys.ts';
import { ClaimsReader } from './claims-reader.ts';

/** What says whom a subgraph answers. */
interface Access {
  readonly host: string;
  readonly claimsKeys: string | undefined;
}

/**
 * Refuses an address that others reach, as long as everyone is answered, and keys that can't be any.
 * @throws {SettingsError}
 */
export function checkAccess(prefix: string, { host, claimsKeys: keys }: Access): void {
  if (keys !== undefined && !mayBeKeys(keys)) {
    throw new SettingsError([
      `${prefix}_CLAIMS_KEYS=${keys}: must be a file that is there, a URL, or a JWKS itself, such as http://127.0.0.1:4000/.well-known/jwks.json`,
    ]);
  }
  if (keys !== undefined || isLoopback(host)) return;
  throw new SettingsError([
    `${prefix}_HOST=${host}: must be a loopback address, such as 127.0.0.1, as long as everyone is answered; set ${prefix}_CLAIMS_KEYS to answer the gateway alone`,
  ]);
}

/** What stands behind a URL may come later. */
function mayBeKeys(source: string): boolean {
  if (source.startsWith('{')) return isKeySet(source);
  return /^https?:\/\//.test(source) ? URL.canParse(source) : existsSync(source);
}

/** Reads what the gateway says of who asks; undefined where everyone is answered. @param name the subgraph's */
export function claimsReader(
  name: string,
  { claimsKeys: source }: Pick<Access, 'claimsKeys'>,
): ClaimsReader | undefined {
  return source === undefined ? undefined : new ClaimsReader(name, claimsKeys(source));
}
