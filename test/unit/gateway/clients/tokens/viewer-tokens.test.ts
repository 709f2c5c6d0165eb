import { generateKeyPairSync } from 'node:crypto';
import { errors, type JWTVerifyGetKey, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { ViewerTokens } from '../../../../../gateway/clients/tokens/viewer-tokens.ts';

const RULES = { issuer: 'i', audience: 'a', algorithms: ['EdDSA'], skew: 0, level: 'open' } as const;
const MINUTE = 60_000;
const { privateKey, publicKey } = generateKeyPairSync('ed25519');

test('a token is refused some minutes after its key was taken out; while nobody can say so, it is taken on', async () => {
  const exp = Math.floor(Date.now() / 1000) + 3600;
  const token = await new SignJWT({ iss: 'i', aud: 'a', sub: 'ann', exp })
    .setProtectedHeader({ alg: 'EdDSA' })
    .sign(privateKey);
  let now = 0;
  let asked = 0;
  let keys: () => typeof publicKey = () => publicKey;
  const source = (async () => {
    asked++;
    return keys();
  }) as unknown as JWTVerifyGetKey;
  const tokens = new ViewerTokens(
    source,
    RULES,
    () => undefined,
    () => now,
  );
  const client = await tokens.clientOf(token);
  now = 4 * MINUTE;
  expect([tokens.clientOf(token), asked]).toEqual([client, 1]);
  now = 6 * MINUTE;
  // The same client: what is kept of it need not be made anew.
  expect([await tokens.clientOf(token), asked]).toEqual([client, 2]);
  keys = () => {
    throw new Error('out of reach');
  };
  now = 12 * MINUTE;
  expect([await tokens.clientOf(token), asked]).toEqual([client, 3]);
  keys = () => {
    throw new errors.JWKSNoMatchingKey();
  };
  now = 18 * MINUTE;
  await expect(tokens.clientOf(token)).rejects.toMatchObject({ code: 'CREDENTIAL_REFUSED' });
  await expect(tokens.clientOf(token)).rejects.toMatchObject({ code: 'CREDENTIAL_REFUSED' });
});
