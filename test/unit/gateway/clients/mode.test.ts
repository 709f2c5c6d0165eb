import { describe, expect, test } from 'vitest';
import { readConfig } from '../../../../gateway/config.ts';

const KEYS = { GATEWAY_KEYS: 'clients.json' };
const CLAIMS = { GATEWAY_CLAIMS_KEY: 'none' };
const JWT = { GATEWAY_JWT_KEYS: 'jwks.json', GATEWAY_JWT_ISSUER: 'https://id.example', GATEWAY_JWT_AUDIENCE: 'redcat' };

describe('who must show a credential', () => {
  test('nobody where nothing about credentials is set; everyone once something is', () => {
    expect(readConfig({}, {}).clients).toBe('development');
    expect(readConfig({}, { ...KEYS, ...CLAIMS }).clients).toBe('required');
    expect(readConfig({}, { ...JWT, ...CLAIMS, HOST: '0.0.0.0' })).toMatchObject({
      clients: 'required',
      host: '0.0.0.0',
    });
  });

  test.each([
    [{ HOST: '0.0.0.0' }, /HOST=0\.0\.0\.0: must be a loopback address.*set GATEWAY_KEYS/],
    [{ GATEWAY_CLIENTS: 'development', ...KEYS }, /GATEWAY_KEYS protects nothing.*take one/],
    [{ GATEWAY_CLIENTS: 'required', ...CLAIMS }, /GATEWAY_CLIENTS=required.*set GATEWAY_KEYS or GATEWAY_JWT_KEYS/],
    [KEYS, /GATEWAY_CLAIMS_KEY is missing.*openssl genpkey/],
    [{ ...JWT, ...CLAIMS, GATEWAY_JWT_ISSUER: '' }, /GATEWAY_JWT_ISSUER is missing/],
    [{ ...JWT, ...CLAIMS, GATEWAY_JWT_AUDIENCE: '' }, /GATEWAY_JWT_AUDIENCE is missing/],
    [{ ...JWT, ...CLAIMS, GATEWAY_JWT_KEYS: '' }, /GATEWAY_JWT_KEYS is missing/],
    [{ ...JWT, ...CLAIMS, GATEWAY_JWT_KEYS: 'http://id.example/jwks' }, /begins with https/],
    [{ ...JWT, ...CLAIMS, GATEWAY_JWT_ALGORITHMS: 'RS256,none' }, /must read like RS256/],
    [{ ...JWT, ...CLAIMS, GATEWAY_JWT_ALGORITHMS: 'HS256' }, /must read like RS256/],
    [{ ...KEYS, ...CLAIMS, GATEWAY_PROPAGATE_HEADERS: 'cookie,x-a' }, /names cookie: credentials stay/],
  ])('half a configuration is refused, and how to mend it said: %j', (env, says) => {
    expect(() => readConfig({}, env)).toThrow(says);
  });
});
