import { generateKeyPairSync, randomBytes } from 'node:crypto';

/**
 * Settings by which subgraphs know the gateway, and content knows commerce, made anew at each start: then they answer nobody else.
 * @param given settings of the user's own: where they say something of this, all of it is theirs to say
 */
export function introduceGateway(given: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const isSaid = Object.keys(given).some((name) => /_(CLAIMS_KEYS?|LINK_FEED_TOKEN)$/.test(name));
  if (isSaid) return {};
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const keys = JSON.stringify({ keys: [publicKey.export({ format: 'jwk' })] });
  const token = randomBytes(32).toString('base64url');
  return {
    GATEWAY_CLAIMS_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    CONTENT_CLAIMS_KEYS: keys,
    COMMERCE_CLAIMS_KEYS: keys,
    CONTENT_LINK_FEED_TOKEN: token,
    COMMERCE_LINK_FEED_TOKEN: token,
  };
}
