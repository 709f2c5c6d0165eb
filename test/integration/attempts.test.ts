import { generateKeyPairSync, hash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { claimsKeyOf } from '../../gateway/clients/claims/claims-key.ts';
import { ClaimsMinter } from '../../gateway/clients/claims/claims-minter.ts';
import { DEVELOPMENT } from '../../gateway/clients/client.ts';
import { revokeKeys } from '../../gateway/commands/clients/change-clients.ts';
import { readConfig } from '../../gateway/config.ts';
import { type RunningGateway, startGateway } from '../../gateway/main.ts';
import { normalText } from '../../gateway/operations/normal-text.ts';
import { signature, type TestClients, testClients } from '../kit/clients.ts';
import { type SupergraphFile, settings, supergraphFile } from '../kit/gateway.ts';
import { disclosed, notesParts, ordersParts, SECRET } from '../kit/secrets.ts';
import { startSubgraph, type TestServer } from '../kit/subgraph.ts';
import { claimsKeySetting, type TestIssuer, testIssuer } from '../kit/viewers.ts';

/** Every way that was thought of to get what one may not have. Each is refused with its status and code, and nothing secret is asked of anyone. */

let issuer: TestIssuer;
let keys: TestClients;
let notes: TestServer;
let orders: TestServer;
let supergraph: SupergraphFile;
let gateway: RunningGateway;
/** Operations that are registered: one for the client that is bound to it, one for others. */
const OPERATIONS = { Mine: 'query Mine { open }', Theirs: 'query Theirs { own }' };
const shown: Record<'bound' | 'partner' | 'revoked' | 'signing' | 'secret', string> = {
  bound: '',
  partner: '',
  revoked: '',
  signing: '',
  secret: '',
};

beforeAll(async () => {
  [issuer, keys] = await Promise.all([testIssuer(), testClients()]);
  [notes, orders] = await Promise.all([startSubgraph(notesParts), startSubgraph(ordersParts)]);
  const { supergraphSdl, errors } = composeServices([
    { name: 'notes', url: `${notes.origin}/graphql`, typeDefs: parse(notesParts.typeDefs) },
    { name: 'orders', url: `${orders.origin}/graphql`, typeDefs: parse(ordersParts.typeDefs) },
  ]);
  supergraph = await supergraphFile(supergraphSdl ?? String(errors));
  for (const [name, text] of Object.entries(OPERATIONS))
    await writeFile(join(supergraph.folder, 'operations', `${name}.graphql`), text);
  shown.bound = (await keys.add('bound', { scopes: 'order:read', operations: 'Mine', level: 'ids-only' })).key;
  shown.partner = (await keys.add('partner', { scopes: 'note:read' })).key;
  shown.revoked = (await keys.add('revoked', { scopes: 'order:read' })).key;
  const signing = await keys.add('signing', { scopes: 'order:read', signed: true });
  Object.assign(shown, { signing: signing.key, secret: signing.secret });
  const env = {
    ...issuer.settings,
    GATEWAY_KEYS: keys.file,
    GATEWAY_CLAIMS_KEY: claimsKeySetting(),
    GATEWAY_INTROSPECTION: 'off',
  };
  gateway = await startGateway(readConfig(settings(supergraph, env), {}), pino({ level: 'silent' }));
});

afterAll(async () => {
  await gateway.close();
  await Promise.all([issuer, keys, notes, orders, supergraph].map((each) => each[Symbol.asyncDispose]()));
});

beforeEach(() => {
  disclosed.length = 0;
  notes.seen.length = 0;
  orders.seen.length = 0;
});

type Headers = readonly (readonly [string, string])[];

/** A request as it goes out. */
interface Sent {
  readonly body?: string | object;
  readonly headers?: Headers;
  readonly path?: string;
  readonly method?: string;
}

const OWN = '{ own }';
const bearer = (token: string): Headers => [['authorization', `Bearer ${token}`]];
const READER = { sub: 'reader', scope: 'order:read' };

/** With it, a request that is refused has a status that says so. */
const ACCEPT: readonly [string, string] = ['accept', 'application/graphql-response+json, application/json;q=0.9'];

async function send({ body = { query: OWN }, headers = [], path = '/graphql', method = 'POST' }: Sent) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(gateway.url + path, {
    method,
    headers: [...new Map([['content-type', 'application/json'], ACCEPT, ...headers])],
    ...(method === 'POST' && { body: text }),
  });
  return { status: response.status, text: await response.text() };
}

/** What every refusal has in common, whatever it is of. */
function expectNothingTold(text: string): void {
  for (const hidden of [
    SECRET,
    shown.bound,
    shown.partner,
    shown.revoked,
    shown.signing,
    notes.origin,
    orders.origin,
    'node_modules',
    '.ts:',
  ]) {
    expect(text).not.toContain(hidden);
  }
  expect(disclosed).toEqual([]);
}

function unsigned(alg: string, claims: object): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const times = { exp: Math.floor(Date.now() / 1000) + 600, iss: 'https://id.example', aud: 'redcat' };
  return `${encode({ alg, typ: 'JWT' })}.${encode({ ...times, ...claims })}.`;
}

describe('with a wrong credential', () => {
  const attempts: Record<string, [sent: () => Sent, code: string]> = {
    'a key that nobody has': [
      () => ({ headers: [['x-api-key', `rck_${'0'.repeat(16)}_${'a'.repeat(43)}`]] }),
      'CREDENTIAL_REFUSED',
    ],
    'the id of a key with another secret': [
      () => ({ headers: [['x-api-key', shown.partner.slice(0, -43) + 'a'.repeat(43)]] }),
      'CREDENTIAL_REFUSED',
    ],
    'an expired token': [
      () => ({ headers: bearer(issuer.token({ ...READER, exp: 1_700_000_000 })) }),
      'CREDENTIAL_EXPIRED',
    ],
    'a token that is not valid yet': [
      () => ({ headers: bearer(issuer.token({ ...READER, nbf: Date.now() })) }),
      'CREDENTIAL_REFUSED',
    ],
    'a token without an end': [
      () => ({ headers: bearer(issuer.token({ ...READER, exp: undefined })) }),
      'CREDENTIAL_REFUSED',
    ],
    'a token for another audience': [
      () => ({ headers: bearer(issuer.token({ ...READER, aud: 'another' })) }),
      'CREDENTIAL_REFUSED',
    ],
    'a token from another issuer': [
      () => ({ headers: bearer(issuer.token({ ...READER, iss: 'https://evil.example' })) }),
      'CREDENTIAL_REFUSED',
    ],
    'a token with alg none': [() => ({ headers: bearer(unsigned('none', READER)) }), 'CREDENTIAL_REFUSED'],
    'a token with a shared secret': [
      () => ({ headers: bearer(`${unsigned('HS256', READER)}${'a'.repeat(43)}`) }),
      'CREDENTIAL_REFUSED',
    ],
    'a token whose scopes were changed': [
      () => {
        const [head, , end] = issuer.token({ sub: 'reader' }).split('.');
        return { headers: bearer(`${head}.${issuer.token(READER).split('.')[1]}.${end}`) };
      },
      'CREDENTIAL_REFUSED',
    ],
    'two credentials': [
      () => ({ headers: [...bearer(issuer.token(READER)), ['x-api-key', shown.partner]] }),
      'CREDENTIAL_REFUSED',
    ],
    'a key of a client that signs, unsigned': [
      () => ({ headers: [['x-api-key', shown.signing]] }),
      'SIGNATURE_REFUSED',
    ],
    'a signature of another body': [() => ({ headers: signedFor('{ open }') }), 'SIGNATURE_REFUSED'],
    'a signature of another path': [() => ({ headers: signedFor(OWN, '/op/Other') }), 'SIGNATURE_REFUSED'],
    'a signature of long ago': [
      () => ({ headers: signedFor(OWN, '/graphql', Date.now() - 120_000) }),
      'SIGNATURE_REFUSED',
    ],
  };

  function signedFor(query: string, path = '/graphql', time = Date.now()): Headers {
    const signed = signature(shown.secret, 'POST', path, JSON.stringify({ query }), time);
    return [
      ['x-api-key', shown.signing],
      ['x-redcat-signature', signed],
    ];
  }

  for (const [what, [sent, code]] of Object.entries(attempts)) {
    test(what, async () => {
      const { status, text } = await send(sent());
      expect([status, JSON.parse(text).errors[0].extensions.code]).toEqual([401, code]);
      expectNothingTold(text);
      expect([...notes.seen, ...orders.seen]).toEqual([]);
    });
  }

  test('a signature that was used before', async () => {
    const headers = signedFor(OWN);
    expect((await send({ headers })).text).toContain(SECRET);
    disclosed.length = 0;
    const { status, text } = await send({ headers });
    expect([status, JSON.parse(text).errors[0].extensions.code]).toEqual([401, 'SIGNATURE_REFUSED']);
    expectNothingTold(text);
  });

  test('a revoked key', async () => {
    const headers: Headers = [['x-api-key', shown.revoked]];
    expect((await send({ headers })).text).toContain(SECRET);
    await revokeKeys(keys.store, 'revoked', {});
    await vi.waitFor(async () => expect((await send({ headers })).status).toBe(401), 10_000);
    disclosed.length = 0;
    const { text } = await send({ headers });
    expect(JSON.parse(text).errors[0].extensions.code).toBe('CREDENTIAL_REFUSED');
    expectNothingTold(text);
  });
});

describe('without the scope', () => {
  const INCREMENTAL: Headers = [['accept', 'multipart/mixed;deferSpec=20220824, application/json']];
  const forged = () => new ClaimsMinter(claimsKeyOf(generateKeyPairSync('ed25519').privateKey)).claimsOf(DEVELOPMENT);
  const attempts: Record<string, [query: string | object, headers?: () => Headers]> = {
    'a field': ['{ own }'],
    'behind an alias': ['{ open: own }'],
    'behind the alias of an open field beside it': ['{ own: open open: own }'],
    'in a fragment': ['{ ...F } fragment F on Query { ...G } fragment G on Query { own }'],
    'in an inline fragment without a type': ['{ ... { ... @include(if: true) { own } } }'],
    'behind variables that decide': [
      { query: 'query($yes: Boolean!) { own @skip(if: $yes) x: own @include(if: $yes) }', variables: { yes: true } },
    ],
    'inside @defer': ['{ ... @defer { own } }', () => INCREMENTAL],
    'inside @defer below an open field': ['{ note(id: "1") { ... @defer { order { total } } } }', () => INCREMENTAL],
    'an object of the type by node': ['{ node(id: "7") { id } }'],
    'a fragment on an interface': ['{ node(id: "7") { ... on Node { id ... on Order { total } } } }'],
    'in a list of nodes': ['{ nodes { id ... on Order { total lines { text } } } }'],
    'in a union': ['{ found { ... on Order { id total } } }'],
    'only its name, by a union and its key': ['{ found { __typename ... on Order { id } } }'],
    'by a nested reference': ['{ note(id: "1") { self { order { id total } } } }'],
    'by what another subgraph provides': ['{ note(id: "1") { lead { total } } }'],
    'from the subgraph that owns it': ['{ orders { id lines { text } } }'],
    'with another scope': [OWN, () => bearer(issuer.token({ sub: 'reader', scope: 'order:readall order note:read' }))],
    'with a scope in other letters': [
      OWN,
      () => bearer(issuer.token({ sub: 'reader', scope: 'ORDER:READ order:read,' })),
    ],
    'as a partner that has others': [OWN, () => [['x-api-key', shown.partner]]],
    'with claims of one’s own': [
      OWN,
      () => [
        ['x-redcat-claims', forged().tokenFor('notes')],
        ['x-redcat-scopes', 'order:read'],
      ],
    ],
    'with __proto__ as a header': [
      OWN,
      () => [
        ['__proto__', 'authorization'],
        ['constructor', 'order:read'],
      ],
    ],
    'by a mutation': ['mutation { erase }'],
  };

  for (const [what, [query, headers = () => []]] of Object.entries(attempts)) {
    test(what, async () => {
      const body = typeof query === 'string' ? { query } : query;
      const { status, text } = await send({ body, headers: headers() });
      expect(status).toBe(200);
      expect(text).toMatch(/"code":"(UNAUTHENTICATED|FIELD_FORBIDDEN)"/);
      expectNothingTold(text);
      expect(orders.seen).toEqual([]);
    });
  }
});

describe('by what is no honest operation', () => {
  const query = (text: string): Sent => ({ body: { query: text }, headers: bearer(issuer.token(READER)) });
  const attempts: Record<string, [sent: () => Sent, status: number, code: string]> = {
    _entities: [
      () => query('{ _entities(representations: [{ __typename: "Order", id: "7" }]) { ... on Order { total } } }'),
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    _service: [() => query('{ _service { sdl } }'), 400, 'GRAPHQL_VALIDATION_FAILED'],
    'a batch': [() => ({ body: [{ query: OWN }, { query: OWN }] }), 400, 'BAD_REQUEST'],
    'introspection, which is off': [() => query('{ __schema { types { name } } }'), 400, 'GRAPHQL_VALIDATION_FAILED'],
    'introspection of one type': [
      () => query('{ __type(name: "Order") { fields { name } } }'),
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    'a cyclic fragment': [
      () => query('{ note(id: "1") { ...F } } fragment F on Note { self { ...F } }'),
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    'a fragment that unfolds to millions': [
      () =>
        query(
          `{ note(id: "1") { ...F0 } } ${Array.from({ length: 24 }, (_, n) => `fragment F${n} on Note { self { ...F${n + 1} } self { ...F${n + 1} } }`).join(' ')} fragment F24 on Note { id }`,
        ),
      400,
      'OPERATION_TOO_COMPLEX',
    ],
    '10,000 aliases': [
      () => query(`{ ${Array.from({ length: 10_000 }, (_, n) => `a${n}: open`).join(' ')} }`),
      400,
      'TOKEN_LIMIT',
    ],
    '1 MB of braces': [() => query('{'.repeat(1_000_000)), 400, 'DEPTH_LIMIT'],
    '1 MB of opened lists': [() => query(`{ note(id: ${'['.repeat(1_000_000)}`), 400, 'DEPTH_LIMIT'],
    'a query of 50 levels': [
      () => query(`{ note(id: "1") { ${'self { '.repeat(50)} title ${'} '.repeat(50)} } }`),
      400,
      'DEPTH_LIMIT',
    ],
    'a body of 5 MB': [() => query(`{ open } #${' '.repeat(5_000_000)}`), 413, 'BODY_TOO_LARGE'],
    '__proto__ as variables': [
      () => ({ body: '{"query":"query($id: ID!) { note(id: $id) { title } }","variables":{"__proto__":{"id":"1"}}}' }),
      400,
      'BAD_REQUEST',
    ],
    '__proto__ as a variable’s name': [
      () => ({
        body: '{"query":"query($__proto__: ID!) { note(id: $__proto__) { title } }","variables":{"__proto__":{"__proto__":"1"}}}',
      }),
      400,
      'BAD_REQUEST',
    ],
    '__proto__ as the request': [() => ({ body: '{"__proto__":{"query":"{ own }"}}' }), 400, 'BAD_REQUEST'],
    '__proto__ as the name of an operation': [
      () => ({ body: '{"query":"query a { open }","operationName":"__proto__"}' }),
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    'an operation that was never registered, by its hash': [
      () => ({ body: { extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } } }),
      200,
      'PERSISTED_QUERY_NOT_FOUND',
    ],
    'text under the hash of another': [
      () => ({ body: { query: OWN, extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } } }),
      400,
      'PERSISTED_QUERY_MISMATCH',
    ],
    'a mutation by GET': [
      () => ({
        method: 'GET',
        path: `/graphql?query=${encodeURIComponent('mutation { erase }')}`,
        headers: [['apollo-require-preflight', '1'], ...bearer(issuer.token({ sub: 'x', scope: 'order:write' }))],
      }),
      405,
      'METHOD_NOT_ALLOWED',
    ],
    'a path beside the doors': [() => ({ path: '/graphql/../_service' }), 404, 'NOT_FOUND'],
  };

  for (const [what, [sent, status, code]] of Object.entries(attempts)) {
    test(what, async () => {
      const answer = await send(sent());
      expect([answer.status, JSON.parse(answer.text).errors?.[0].extensions.code]).toEqual([status, code]);
      expectNothingTold(answer.text);
      expect([...notes.seen, ...orders.seen]).toEqual([]);
      expect(Object.keys(Object.prototype)).toEqual([]);
    });
  }
});

describe('by operations that are not its own, a client that may ask for registered ones alone', () => {
  const headers = (): Headers => [['x-api-key', shown.bound]];
  const idOf = (name: keyof typeof OPERATIONS) => hash('sha256', normalText(parse(OPERATIONS[name])));
  const automatic = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } });
  const UNKNOWN = 'a'.repeat(64);
  const attempts: Record<string, [sent: () => Sent, status: number, code: string]> = {
    'an unknown id': [() => ({ body: { documentId: UNKNOWN } }), 200, 'PERSISTED_QUERY_NOT_FOUND'],
    'another partner’s id': [() => ({ body: { documentId: idOf('Theirs') } }), 200, 'PERSISTED_QUERY_NOT_FOUND'],
    'another partner’s hash': [
      () => ({ body: { extensions: automatic(idOf('Theirs')) } }),
      200,
      'PERSISTED_QUERY_NOT_FOUND',
    ],
    'another partner’s id by GET': [
      () => ({
        method: 'GET',
        path: `/graphql?documentId=${idOf('Theirs')}`,
        headers: [['apollo-require-preflight', '1']],
      }),
      200,
      'PERSISTED_QUERY_NOT_FOUND',
    ],
    text: [() => ({ body: { query: OWN } }), 403, 'OPERATION_FORBIDDEN'],
    'text with its own id': [() => ({ body: { query: OWN, documentId: idOf('Mine') } }), 403, 'OPERATION_FORBIDDEN'],
    'text under its own hash': [
      () => ({ body: { query: OWN, extensions: automatic(hash('sha256', OWN)) } }),
      403,
      'OPERATION_FORBIDDEN',
    ],
    'its own text with another operation beside it': [
      () => ({
        body: { query: `${OPERATIONS.Mine} ${OPERATIONS.Theirs}`, operationName: 'Theirs', documentId: idOf('Mine') },
      }),
      403,
      'OPERATION_FORBIDDEN',
    ],
    '__proto__ as an id': [() => ({ body: { documentId: '__proto__' } }), 200, 'PERSISTED_QUERY_NOT_FOUND'],
    'another partner’s operation by its name': [() => ({ path: '/op/Theirs', body: {} }), 404, 'NOT_FOUND'],
    'another partner’s operation by its version': [() => ({ path: '/op/Theirs/1', body: {} }), 404, 'NOT_FOUND'],
    '__proto__ as a name': [() => ({ path: '/op/__proto__', body: {} }), 404, 'NOT_FOUND'],
  };

  for (const [what, [sent, status, code]] of Object.entries(attempts)) {
    test(what, async () => {
      const given = sent();
      const answer = await send({ ...given, headers: [...headers(), ...(given.headers ?? [])] });
      const told = JSON.parse(answer.text);
      expect([answer.status, told.errors?.[0].extensions.code ?? told.code]).toEqual([status, code]);
      expectNothingTold(answer.text);
      expect([...notes.seen, ...orders.seen]).toEqual([]);
    });
  }

  test('gets its own', async () => {
    const { text } = await send({ body: { documentId: idOf('Mine') }, headers: headers() });
    expect(JSON.parse(text)).toEqual({ data: { open: 1 } });
  });
});
