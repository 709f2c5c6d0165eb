import { createPrivateKey, createPublicKey, hash, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Mendable } from '../../errors/mendable.ts';

/** The key by which claims are signed. */
export interface ClaimsKey {
  readonly privateKey: KeyObject;
  /** The public half's thumbprint. https://www.rfc-editor.org/rfc/rfc7638 */
  readonly id: string;
  /** The public half. https://www.rfc-editor.org/rfc/rfc8037#section-2 */
  readonly publicJwk: Readonly<Record<string, string>>;
}

/**
 * Reads the key of a setting; undefined for `none`.
 * @param setting a file with a private Ed25519 key as PEM (PKCS #8), or that text
 * @throws {Mendable}
 */
export async function readClaimsKey(setting: string): Promise<ClaimsKey | undefined> {
  if (setting === 'none') return undefined;
  const isText = setting.startsWith('-----BEGIN');
  const pem = isText ? setting : await readFile(setting, 'utf8').catch(() => undefined);
  if (pem === undefined) {
    throw new Mendable(
      `GATEWAY_CLAIMS_KEY: ${setting} can’t be read; it must be a file with an Ed25519 key, such as \`openssl genpkey -algorithm ed25519 -out claims.pem\` makes, or none`,
    );
  }
  try {
    return claimsKeyOf(createPrivateKey(pem));
  } catch {
    const place = isText ? 'the text' : setting;
    throw new Mendable(
      `GATEWAY_CLAIMS_KEY: ${place} is no private Ed25519 key; \`openssl genpkey -algorithm ed25519\` makes one`,
    );
  }
}

/** @throws where it is no Ed25519 key */
export function claimsKeyOf(privateKey: KeyObject): ClaimsKey {
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error('No Ed25519 key');
  const { crv, kty, x } = createPublicKey(privateKey).export({ format: 'jwk' }) as Record<'crv' | 'kty' | 'x', string>;
  const id = hash('sha256', JSON.stringify({ crv, kty, x }), 'base64url');
  return { privateKey, id, publicJwk: { crv, kty, x, kid: id, alg: 'EdDSA', use: 'sig' } };
}
