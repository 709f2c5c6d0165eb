import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An issuer of viewers' tokens. */
export interface TestIssuer extends AsyncDisposable {
  /** The gateway's settings by which it takes them. */
  readonly settings: Readonly<Record<string, string>>;
  /** A token, by default one that holds for ten minutes. @param claims beside the issuer and audience */
  token(claims: Readonly<Record<string, unknown>>): string;
  /** The header by which a viewer shows one. */
  headers(claims: Readonly<Record<string, unknown>>): { authorization: string };
  /** Signs by a new key from now on, and takes out the one before. */
  exchangeKey(): Promise<void>;
}

const ISSUER = 'https://id.example';

/** Makes an issuer, with its keys in a file. */
export async function testIssuer(): Promise<TestIssuer> {
  let { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const folder = await mkdtemp(join(tmpdir(), 'redcat-issuer-'));
  const file = join(folder, 'jwks.json');
  const publish = async () => {
    // At once: a gateway may be reading it.
    await writeFile(
      `${file}.new`,
      JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), alg: 'EdDSA' }] }),
    );
    await rename(`${file}.new`, file);
  };
  await publish();
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const token: TestIssuer['token'] = (claims) => {
    const exp = Math.floor(Date.now() / 1000) + 600;
    const text = `${encode({ alg: 'EdDSA' })}.${encode({ iss: ISSUER, aud: 'redcat', exp, ...claims })}`;
    return `${text}.${sign(null, Buffer.from(text), privateKey).toString('base64url')}`;
  };
  return {
    settings: {
      GATEWAY_JWT_KEYS: file,
      GATEWAY_JWT_ISSUER: ISSUER,
      GATEWAY_JWT_AUDIENCE: 'redcat',
      GATEWAY_JWT_SKEW_S: '0',
    },
    token,
    headers: (claims) => ({ authorization: `Bearer ${token(claims)}` }),
    async exchangeKey() {
      ({ privateKey, publicKey } = generateKeyPairSync('ed25519'));
      await publish();
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}

/** A private key by which a gateway signs what it tells subgraphs, as a setting. */
export function claimsKeySetting(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}
