import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { introduceGateway } from '../../system/introduce-gateway.ts';

/** One in so many viewers is refused a field that the others read. */
const REFUSED = 10;
const ISSUER = 'https://id.example';
const HOUR = 3600;

/** A system whose callers show who they are. */
export interface ViewersOnly {
  /** Settings of its servers. */
  readonly settings: Readonly<Record<string, string>>;
  /** By which tokens are signed, as PEM. */
  readonly privateKey: string;
  /** What the benchmark shows for itself. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Makes an issuer of tokens, and keys by which subgraphs know the gateway. @param folder in which keys may be kept */
export async function viewersOnly(folder: string): Promise<ViewersOnly> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const file = join(folder, 'viewers.jwks.json');
  await writeFile(file, JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: '1', alg: 'EdDSA' }] }));
  const issuer = { GATEWAY_JWT_KEYS: file, GATEWAY_JWT_ISSUER: ISSUER, GATEWAY_JWT_AUDIENCE: 'redcat' };
  // Thousands of viewers, each by itself in life, come from one address here.
  const doors = { GATEWAY_VIEWER_LEVEL: 'open', GATEWAY_QUOTA_ADDRESSES: 'none' };
  const settings = { ...issuer, ...doors, ...(introduceGateway({}) as Record<string, string>) };
  const scope = 'gateway:metrics event:write conversion:read';
  const own = tokenOf(privateKey, { sub: 'bench', scope, redcat_rows: { own_shop: ['*'] } });
  return {
    settings,
    privateKey: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    headers: { authorization: `Bearer ${own}` },
  };
}

/** Signs viewers' tokens: of each number one, and in every tenth turn those of viewers who are refused a field. @param privateKey as PEM */
export function viewerTokens(privateKey: string): (viewer: number, turn: number) => string {
  const key = createPrivateKey(privateKey);
  return (viewer, turn) => tokenOf(key, viewerClaims(viewer, turn % REFUSED === 0));
}

/** Nobody's are another's, and what they differ in beside a scope no subscription reads. */
function viewerClaims(viewer: number, refused: boolean): object {
  return {
    sub: `viewer-${viewer}`,
    azp: 'app',
    jti: `session-${viewer}`,
    scope: refused ? 'conversion:read' : 'conversion:read demand:read',
    redcat_rows: { own_shop: ['*'], own_list: [`list_${viewer}`] },
  };
}

function tokenOf(key: KeyObject, claims: object): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const iat = Math.floor(Date.now() / 1000);
  const said = { iss: ISSUER, aud: 'redcat', iat, exp: iat + HOUR, ...claims };
  const text = `${encode({ alg: 'EdDSA', typ: 'JWT', kid: '1' })}.${encode(said)}`;
  return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`;
}
