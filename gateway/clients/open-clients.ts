import type { Log } from '../telemetry/log.ts';
import type { ClaimsKey } from './claims/claims-key.ts';
import { ClaimsMinter } from './claims/claims-minter.ts';
import { type Clients, credentialClients, openToAll } from './clients.ts';
import { FollowedKeys } from './keys/followed-keys.ts';
import { openClientStore } from './keys/open-client-store.ts';
import { RequestSignatures } from './signing/request-signatures.ts';

/** What says which credentials are taken. */
interface ClientsConfig {
  readonly clients: 'development' | 'required';
  readonly keys: string | undefined;
}

/**
 * Opens what credentials are checked against.
 * @param claimsKey by which subgraphs are told who asks
 * @throws {Mendable} where it can't be read
 */
export async function openClients(config: ClientsConfig, claimsKey: ClaimsKey | undefined, log: Log): Promise<Clients> {
  const minter = claimsKey && new ClaimsMinter(claimsKey);
  const claimsOf = minter?.claimsOf.bind(minter);
  if (config.clients === 'development') {
    log.warn(
      {},
      'DEVELOPMENT MODE: everyone who reaches this gateway is granted everything; set GATEWAY_KEYS or GATEWAY_JWT_KEYS to ask for credentials',
    );
    return openToAll(claimsOf);
  }
  const keys =
    config.keys === undefined ? undefined : await FollowedKeys.open({ store: openClientStore(config.keys), log });
  return credentialClients({ keys, tokens: undefined, signatures: new RequestSignatures(), claimsOf });
}
