import type { Log } from '../telemetry/log.ts';
import { type Clients, credentialClients, OPEN_CLIENTS } from './clients.ts';
import { FollowedKeys } from './keys/followed-keys.ts';
import { openClientStore } from './keys/open-client-store.ts';
import { RequestSignatures } from './signing/request-signatures.ts';

/** What says which credentials are taken. */
interface ClientsConfig {
  readonly clients: 'development' | 'required';
  readonly keys: string | undefined;
}

/** Opens what credentials are checked against. @throws {Mendable} where it can't be read */
export async function openClients(config: ClientsConfig, log: Log): Promise<Clients> {
  if (config.clients === 'development') {
    log.warn(
      {},
      'DEVELOPMENT MODE: everyone who reaches this gateway is granted everything; set GATEWAY_KEYS or GATEWAY_JWT_KEYS to ask for credentials',
    );
    return OPEN_CLIENTS;
  }
  const keys =
    config.keys === undefined ? undefined : await FollowedKeys.open({ store: openClientStore(config.keys), log });
  return credentialClients({ keys, tokens: undefined, signatures: new RequestSignatures() });
}
