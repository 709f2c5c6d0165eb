import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { exportJWK, type JWK, SignJWT } from 'jose';
import { afterEach, expect, test, vi } from 'vitest';
import { TokenKeys } from '../../../../../gateway/clients/tokens/token-keys.ts';
import { ViewerTokens } from '../../../../../gateway/clients/tokens/viewer-tokens.ts';

const RULES = { issuer: 'i', audience: 'a', algorithms: ['EdDSA'], skew: 0, level: 'open' } as const;
const MINUTE = 60_000;
const first = generateKeyPairSync('ed25519');
const second = generateKeyPairSync('ed25519');

const jwk = async (key: KeyObject, kid: string): Promise<JWK> => ({ ...(await exportJWK(key)), kid });

function tokenBy(key: KeyObject, kid?: string, lasting = 3600): Promise<string> {
  const exp = Math.floor(Date.now() / 1000) + lasting;
  return new SignJWT({ iss: 'i', aud: 'a', sub: 'ann', exp })
    .setProtectedHeader({ alg: 'EdDSA', ...(kid !== undefined && { kid }) })
    .sign(key);
}

/** Keys whose source is `published`, and which are read again only when they are asked to. */
function world(published: () => JWK[]) {
  let now = 0;
  let read = 0;
  const keys = new TokenKeys({
    read: async () => {
      read++;
      return { keys: published() };
    },
    interval: 24 * 60 * MINUTE,
    cooldown: 5000,
    clock: () => now,
  });
  afterEach(() => keys.close());
  return {
    keys,
    tokens: new ViewerTokens(keys, RULES, () => undefined),
    reads: () => read,
    pass: (time: number) => {
      now += time;
    },
  };
}

test('a token is checked once, and refused as soon as its key is known to be taken out', async () => {
  let published = [await jwk(first.publicKey, '1'), await jwk(second.publicKey, '2')];
  const { keys, tokens, reads } = world(() => published);
  const [gone, stays] = [await tokenBy(first.privateKey, '1'), await tokenBy(second.privateKey, '2')];
  const [ann, bob] = [await tokens.clientOf(gone), await tokens.clientOf(stays)];
  const [onGone, onStays] = [vi.fn(), vi.fn()];
  ann.revoked?.addEventListener('abort', onGone);
  bob.revoked?.addEventListener('abort', onStays);
  expect([tokens.clientOf(gone), reads()]).toEqual([ann, 1]);
  // The same key, told otherwise, is the same key.
  published = [{ x5t: 'x', ...(await jwk(second.publicKey, '2')) }];
  await keys.open();
  expect([onGone.mock.calls.length, onStays.mock.calls.length]).toEqual([1, 0]);
  await expect(tokens.clientOf(gone)).rejects.toMatchObject({ code: 'CREDENTIAL_REFUSED' });
  await expect(tokens.clientOf(gone)).rejects.toMatchObject({ code: 'CREDENTIAL_REFUSED' });
  expect(tokens.clientOf(stays)).toBe(bob);
  published = [await jwk(first.publicKey, '1')];
  await keys.open();
  expect((await tokens.clientOf(gone)).revoked?.aborted).toBe(false);
});

test('while nobody can say what was taken out, known tokens are taken on, and others for five minutes', async () => {
  let isLost = false;
  const published = [await jwk(first.publicKey, '1')];
  const { keys, tokens, pass } = world(() => {
    if (isLost) throw new Error('out of reach');
    return published;
  });
  const [known, other] = [await tokenBy(first.privateKey, '1'), await tokenBy(first.privateKey, '1')];
  const client = await tokens.clientOf(known);
  isLost = true;
  await expect(keys.open()).rejects.toThrow('out of reach');
  pass(4 * MINUTE);
  expect(tokens.clientOf(known)).toBe(client);
  expect(await tokens.clientOf(`${other}`)).toBeDefined();
  pass(2 * MINUTE);
  expect(tokens.clientOf(known)).toBe(client);
  const late = await tokenBy(second.privateKey, '1');
  await expect(tokens.clientOf(late)).rejects.toMatchObject({ code: 'CREDENTIALS_UNAVAILABLE' });
});

test('a key that is not known has the source asked again, and not by each who names one', async () => {
  let published = [await jwk(first.publicKey, '1')];
  const { tokens, reads, pass } = world(() => published);
  await tokens.clientOf(await tokenBy(first.privateKey, '1'));
  published = [await jwk(second.publicKey, '2')];
  const token = await tokenBy(second.privateKey, '2');
  await expect(tokens.clientOf(token)).rejects.toMatchObject({ code: 'CREDENTIAL_REFUSED' });
  pass(5001);
  await Promise.all([tokens.clientOf(token), tokens.clientOf(token)]);
  expect(reads()).toBe(2);
});

test('a token that names no key is checked by each that may have signed it, and ends with the one that did', async () => {
  let published = [await jwk(first.publicKey, '1'), await jwk(second.publicKey, '2')];
  const { keys, tokens } = world(() => published);
  const one = await tokens.clientOf(await tokenBy(first.privateKey));
  const other = await tokens.clientOf(await tokenBy(second.privateKey));
  for (const [token, code] of [
    [await tokenBy(generateKeyPairSync('ed25519').privateKey), 'CREDENTIAL_REFUSED'],
    [await tokenBy(second.privateKey, undefined, -60), 'CREDENTIAL_EXPIRED'],
  ] as const) {
    await expect(tokens.clientOf(token)).rejects.toMatchObject({ code });
  }
  published = [await jwk(second.publicKey, '2')];
  await keys.open();
  expect([one.revoked?.aborted, other.revoked?.aborted]).toEqual([true, false]);
});
