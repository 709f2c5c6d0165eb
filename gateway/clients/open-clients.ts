import { isPostgres } from '../store/open-document.ts';
import { postgresUsedSignatures } from '../store/postgres-used-signatures.ts';
import type { UsedSignatures } from '../store/used-signatures.ts';
import type { Log } from '../telemetry/log.ts';
import type { ClaimsKey } from './claims/claims-key.ts';
import { ClaimsMinter } from './claims/claims-minter.ts';
import { ANONYMOUS } from './client.ts';
import { type Clients, credentialClients, openToAll } from './clients.ts';
import { FollowedKeys } from './keys/followed-keys.ts';
import { openClientStore } from './keys/open-client-store.ts';
import type { Level } from './level.ts';
import { RequestSignatures } from './signing/request-signatures.ts';
import { openTokenKeys } from './tokens/token-keys.ts';
import { ViewerTokens } from './tokens/viewer-tokens.ts';

const UNSHARED =
  'SIGNED REQUESTS CAN BE REPLAYED AT ANOTHER GATEWAY over the same file of clients, once at each: for more than one gateway set GATEWAY_REDIS, or keep clients in PostgreSQL';

/** What says which credentials are taken. */
interface ClientsConfig {
  readonly clients: 'development' | 'required';
  readonly keys: string | undefined;
  readonly redis: string | undefined;
  readonly jwtKeys: string | undefined;
  readonly jwtIssuer: string | undefined;
  readonly jwtAudience: string | undefined;
  readonly jwtAlgorithms: readonly string[];
  readonly jwtSkew: number;
  readonly anonymousLevel: Level | undefined;
  readonly viewerLevel: Level;
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
    return openToAll(claimsOf, config.anonymousLevel ?? 'open');
  }
  const { keys, signatures } = await openKeys(config, log);
  return credentialClients({
    keys,
    tokens: await openTokens(config, log),
    signatures,
    claimsOf,
    anonymousLevel: config.anonymousLevel ?? ANONYMOUS.level,
  });
}

/** @throws {Mendable} */
async function openKeys(
  { keys: place, redis }: ClientsConfig,
  log: Log,
): Promise<{ keys: FollowedKeys | undefined; signatures: RequestSignatures }> {
  if (place === undefined) return { keys: undefined, signatures: new RequestSignatures() };
  const shared = await sharedSignatures(place, redis);
  const onSigners = () => {
    if (!shared) log.warn({ place }, UNSHARED);
  };
  const keys = await FollowedKeys.open({ store: openClientStore(place), log, onSigners }).catch(async (error) => {
    await shared?.close();
    throw error;
  });
  return { keys, signatures: new RequestSignatures(shared) };
}

/** Where gateways tell one another of signatures that they took; undefined where they can't. */
async function sharedSignatures(place: string, redis: string | undefined): Promise<UsedSignatures | undefined> {
  if (isPostgres(place)) return postgresUsedSignatures(place);
  if (redis === undefined) return undefined;
  const { redisUsedSignatures } = await import('../store/redis-used-signatures.ts');
  return redisUsedSignatures(redis);
}

/** @throws {Mendable} */
async function openTokens(config: ClientsConfig, log: Log): Promise<ViewerTokens | undefined> {
  const {
    jwtKeys,
    jwtIssuer: issuer,
    jwtAudience: audience,
    jwtAlgorithms: algorithms,
    jwtSkew: skew,
    viewerLevel: level,
  } = config;
  if (jwtKeys === undefined || issuer === undefined || audience === undefined) return undefined;
  const onUnavailable = (error: unknown) => log.warn({ err: error, keys: jwtKeys }, 'tokens can’t be checked');
  const onLost = (error: unknown) =>
    log.warn({ err: error, keys: jwtKeys }, 'keys of tokens can’t be read: none that is taken out is noticed');
  return new ViewerTokens(
    await openTokenKeys(jwtKeys, onLost),
    { issuer, audience, algorithms, skew, level },
    onUnavailable,
  );
}
