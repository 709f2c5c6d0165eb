import { hash } from 'node:crypto';
import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { normalText } from '../../gateway/operations/normal-text.ts';
import { type Attempts, attempts, bearer, type Headers, OPERATIONS, OWN, READER, type Sent } from '../kit/attempts.ts';

let world: Attempts;
attempts((started) => {
  world = started;
});

describe('by what is no honest operation', () => {
  const query = (text: string): Sent => ({ body: { query: text }, headers: bearer(world.issuer.token(READER)) });
  const tried: Record<string, [sent: () => Sent, status: number, code: string]> = {
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
        headers: [['apollo-require-preflight', '1'], ...bearer(world.issuer.token({ sub: 'x', scope: 'order:write' }))],
      }),
      405,
      'METHOD_NOT_ALLOWED',
    ],
    'a path beside the doors': [() => ({ path: '/graphql/../_service' }), 404, 'NOT_FOUND'],
  };

  for (const [what, [sent, status, code]] of Object.entries(tried)) {
    test(what, async () => {
      const answer = await world.send(sent());
      expect([answer.status, JSON.parse(answer.text).errors?.[0].extensions.code]).toEqual([status, code]);
      world.expectNothingTold(answer.text);
      expect(world.asked()).toBe(0);
      expect(Object.keys(Object.prototype)).toEqual([]);
    });
  }
});

describe('by operations that are not its own, a client that may ask for registered ones alone', () => {
  const headers = (): Headers => [['x-api-key', world.shown.bound]];
  const idOf = (name: keyof typeof OPERATIONS) => hash('sha256', normalText(parse(OPERATIONS[name])));
  const automatic = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } });
  const UNKNOWN = 'a'.repeat(64);
  const tried: Record<string, [sent: () => Sent, status: number, code: string]> = {
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

  for (const [what, [sent, status, code]] of Object.entries(tried)) {
    test(what, async () => {
      const given = sent();
      const answer = await world.send({ ...given, headers: [...headers(), ...(given.headers ?? [])] });
      const told = JSON.parse(answer.text);
      expect([answer.status, told.errors?.[0].extensions.code ?? told.code]).toEqual([status, code]);
      world.expectNothingTold(answer.text);
      expect(world.asked()).toBe(0);
    });
  }

  test('gets its own', async () => {
    const { text } = await world.send({ body: { documentId: idOf('Mine') }, headers: headers() });
    expect(JSON.parse(text)).toEqual({ data: { open: 1 } });
  });
});
