import { isLoopback, SettingsError } from '../../../settings/settings.ts';
import { claimsKeys } from './claims-keys.ts';
import { ClaimsReader } from './claims-reader.ts';

/** What says whom a subgraph answers. */
interface Access {
  readonly host: string;
  readonly claimsKeys: string | undefined;
}

/**
 * Refuses an address that others reach, as long as everyone is answered.
 * @throws {SettingsError}
 */
export function checkAccess(prefix: string, { host, claimsKeys: keys }: Access): void {
  if (keys !== undefined || isLoopback(host)) return;
  throw new SettingsError([
    `${prefix}_HOST=${host}: must be a loopback address, such as 127.0.0.1, as long as everyone is answered; set ${prefix}_CLAIMS_KEYS to answer the gateway alone`,
  ]);
}

/** Reads what the gateway says of who asks; undefined where everyone is answered. @param name the subgraph's */
export function claimsReader(
  name: string,
  { claimsKeys: source }: Pick<Access, 'claimsKeys'>,
): ClaimsReader | undefined {
  return source === undefined ? undefined : new ClaimsReader(name, claimsKeys(source));
}
