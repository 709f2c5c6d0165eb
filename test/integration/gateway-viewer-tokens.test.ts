import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { exportJWK, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTokenKeys } from '../../gateway/clients/tokens/token-keys.ts';
import { testClients } from '../kit/clients.ts';
import { post, type Reply, startTestGateway, type TestGateway } from '../kit/gateway.ts';
import { booksParts, reviewsParts } from '../kit/library.ts';
import { deadOrigin, startRawServer, startSubgraph, type TestServer } from '../kit/subgraph.ts';

const QUERY = '{ books { title } }';
const ISSUER = 'https://id.example';
const NOW = Math.floor(Date.now() / 1000);
const CLAIMS = { iss: ISSUER, aud: 'redcat', sub: 'reader-1', exp: NOW + 600, scope: 'a:read b:read', azp: 'app' };

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });

function token(claims: JWTPayload = CLAIMS, by: KeyObject = rsa.privateKey, kid = '1', alg = 'RS256'): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg, kid }).sign(by);
}

async function jwks(...keys: [KeyObject, string][]): Promise<string> {
  const jwk = async ([key, kid]: [KeyObject, string]) => ({ ...(await exportJWK(key)), kid });
  return JSON.stringify({ keys: await Promise.all(keys.map(jwk)) });
}

function unsigned(claims: object, alg: string): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${encode({ alg, kid: '1' })}.${encode(claims)}.`;
}

describe('a gateway that takes viewers’ tokens', () => {
  let issuer: TestServer;
  let books: TestServer;
  let reviews: TestServer;
  let gateway: TestGateway;
  let published = '';

  beforeAll(async () => {
    published = await jwks([rsa.publicKey, '1']);
    issuer = await startRawServer((_request, response) => {
      response.setHeader('content-type', 'application/json').end(published);
    });
    [books, reviews] = [await startSubgraph(booksParts), await startSubgraph(reviewsParts)];
    gateway = await startTestGateway(
      { books: books.origin, reviews: reviews.origin },
      {
        GATEWAY_JWT_KEYS: `${issuer.origin}/jwks`,
        GATEWAY_JWT_ISSUER: ISSUER,
        GATEWAY_JWT_AUDIENCE: 'redcat',
        GATEWAY_CLAIMS_KEY: generateKeyPairSync('ed25519')
          .privateKey.export({ type: 'pkcs8', format: 'pem' })
          .toString(),
      },
    );
  });

  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
    await Promise.all([issuer, books, reviews].map((server) => server[Symbol.asyncDispose]()));
  });

  const ask = (text: string, headers: Record<string, string> = {}): Promise<Reply> =>
    post(gateway.url, { query: QUERY }, { authorization: `Bearer ${text}`, ...headers });
  const codeOf = ({ status, errors }: Reply) => [status, errors[0]?.extensions.code];

  /** What a subgraph was told last. */
  function told(): { viewer: unknown; claims: Record<string, unknown> } {
    const headers = books.seen.at(-1)?.headers ?? {};
    const [, claims = ''] = String(headers['x-redcat-claims']).split('.');
    return { viewer: headers['x-redcat-viewer'], claims: JSON.parse(Buffer.from(claims, 'base64url').toString()) };
  }

  test('tells subgraphs of the viewer, by the token and not by what the request says', async () => {
    const own = { 'x-redcat-viewer': 'somebody-else', cookie: 'session=1' };
    const held = await token({ ...CLAIMS, redcat_rows: { own_author: ['author_1'] } });
    expect((await ask(held, own)).data).toMatchObject({ books: [{}, {}] });
    expect(told().claims).toMatchObject({
      kind: 'viewer',
      client: 'app:app',
      sub: 'reader-1',
      scopes: ['a:read', 'b:read'],
    });
    expect(told().claims).toMatchObject({ rows: { own_author: ['author_1'] } });
    const { viewer } = told();
    expect(viewer).toMatch(/^sub:[\w-]{43}$/);
    await ask(await token({ ...CLAIMS, sub: 'reader-2' }), own);
    expect(told().viewer).not.toBe(viewer);
    const posing = await post(gateway.url, { query: QUERY }, { 'x-redcat-viewer': String(viewer) });
    expect(codeOf(posing)).toEqual([400, 'BAD_REQUEST']);
  });

  test('keeps tokens and cookies from subgraphs and from its log', () => {
    const seen = JSON.stringify([books.seen, gateway.logs]);
    expect(books.seen.length).toBeGreaterThan(0);
    expect(seen).not.toContain('session=1');
    expect(seen).not.toContain('Bearer');
    expect(seen).not.toContain(unsigned(CLAIMS, 'RS256').split('.')[1]);
  });

  test.each<[string, () => string | Promise<string>, string]>([
    ['an expired token', () => token({ ...CLAIMS, exp: NOW - 60 }), 'CREDENTIAL_EXPIRED'],
    ['a token of the future', () => token({ ...CLAIMS, nbf: NOW + 300 }), 'CREDENTIAL_REFUSED'],
    ['a token without an end', () => token({ iss: ISSUER, aud: 'redcat', sub: 'a' }), 'CREDENTIAL_REFUSED'],
    ['a token of nobody', () => token({ iss: ISSUER, aud: 'redcat', exp: NOW + 60 }), 'CREDENTIAL_REFUSED'],
    ['another audience', () => token({ ...CLAIMS, aud: 'other' }), 'CREDENTIAL_REFUSED'],
    ['another issuer', () => token({ ...CLAIMS, iss: 'https://evil.example' }), 'CREDENTIAL_REFUSED'],
    ['alg none', () => unsigned(CLAIMS, 'none'), 'CREDENTIAL_REFUSED'],
    ['alg None', () => unsigned(CLAIMS, 'None'), 'CREDENTIAL_REFUSED'],
    ['no signature', () => unsigned(CLAIMS, 'RS256'), 'CREDENTIAL_REFUSED'],
    [
      'another’s key',
      () => token(CLAIMS, generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey),
      'CREDENTIAL_REFUSED',
    ],
    [
      'the public key taken for a shared secret',
      () =>
        new SignJWT(CLAIMS)
          .setProtectedHeader({ alg: 'HS256', kid: '1' })
          .sign(Buffer.from(rsa.publicKey.export({ type: 'spki', format: 'pem' }))),
      'CREDENTIAL_REFUSED',
    ],
    ['rows that are no lists', () => token({ ...CLAIMS, redcat_rows: 'all' }), 'CREDENTIAL_REFUSED'],
    ['what is no token', () => 'x.y.z', 'CREDENTIAL_REFUSED'],
    ['an API key where none is taken', () => `rck_${'0'.repeat(16)}_${'A'.repeat(43)}`, 'CREDENTIAL_REFUSED'],
  ])('refuses %s, and asks no subgraph', async (_, made, code) => {
    const before = books.seen.length;
    expect(codeOf(await ask(await made()))).toEqual([401, code]);
    expect(books.seen.length).toBe(before);
  });

  test('allows for a clock that differs a little', async () => {
    expect((await ask(await token({ ...CLAIMS, exp: NOW - 5, nbf: NOW + 10 }))).status).toBe(200);
  });

  test('checks a token once, and takes it again until it ends', async () => {
    const held = await token({ ...CLAIMS, jti: 'once' });
    await ask(held);
    const { length } = issuer.seen;
    published = '{"keys":[]}';
    expect((await ask(held)).status).toBe(200);
    expect(issuer.seen.length).toBe(length);
  });
});

describe('keys of tokens', () => {
  test('in a file must be some at the start', async () => {
    await using clients = await testClients();
    await expect(openTokenKeys(`${clients.file}.jwks`)).rejects.toThrow(/GATEWAY_JWT_KEYS: .* no JWKS/);
    await writeFile(`${clients.file}.jwks`, '{"keys":1}');
    await expect(openTokenKeys(`${clients.file}.jwks`)).rejects.toThrow(/GATEWAY_JWT_KEYS: .* no JWKS/);
  });

  test('that can’t be had are no fault of the token’s: 503', async () => {
    await using books = await startSubgraph(booksParts);
    await using gateway = await startTestGateway(
      { books: books.origin, reviews: books.origin },
      {
        GATEWAY_JWT_KEYS: `${await deadOrigin()}/jwks`,
        GATEWAY_JWT_ISSUER: ISSUER,
        GATEWAY_JWT_AUDIENCE: 'redcat',
        GATEWAY_CLAIMS_KEY: 'none',
      },
    );
    const refused = await post(gateway.url, { query: QUERY }, { authorization: `Bearer ${await token()}` });
    expect([refused.status, refused.errors[0]?.extensions.code]).toEqual([503, 'CREDENTIALS_UNAVAILABLE']);
    expect((await post(gateway.url, { query: QUERY })).status).toBe(200);
  });
});
