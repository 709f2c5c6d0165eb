import { describe, expect, test } from 'vitest';
import { post } from '../kit/gateway.ts';
import { useLibraryGateway } from '../kit/library-gateway.ts';

describe('a request', () => {
  const library = useLibraryGateway();

  test('keeps the id that its client gave it, in the answer, the log and both subgraphs', async () => {
    const query = 'query Titles { books { title rating } }';
    const reply = await post(library().gateway.url, { query }, { 'x-request-id': 'page-7.a:b_C' });
    expect(reply.headers.get('x-request-id')).toBe('page-7.a:b_C');
    expect(library().books.seen.at(-1)?.headers['x-request-id']).toBe('page-7.a:b_C');
    expect(library().reviews.seen.at(-1)?.headers['x-request-id']).toBe('page-7.a:b_C');
    expect(library().gateway.logs.at(-1)).toMatchObject({
      requestId: 'page-7.a:b_C',
      route: '/graphql',
      status: 200,
      operation: { name: 'Titles', outcome: 'ok' },
    });
  });

  test.each(['', 'a b', 'x'.repeat(129), '{"a":1}'])('gets an id of its own in place of %j', async (given) => {
    const reply = await post(library().gateway.url, { query: '{ books { title } }' }, { 'x-request-id': given });
    expect(reply.headers.get('x-request-id')).toMatch(/^[0-9a-f]{32}$/);
    expect(library().books.seen.at(-1)?.headers['x-request-id']).toBe(reply.headers.get('x-request-id'));
  });

  test('tells subgraphs who looks, and nothing else that its client sent', async () => {
    const headers = {
      'x-redcat-viewer': 'person_1-x',
      'x-redcat-claims': 'forged',
      authorization: 'Bearer s3cret',
      cookie: 'session=s3cret',
    };
    await post(library().gateway.url, { query: '{ books { title rating } }' }, headers);
    for (const { headers: seen } of [library().books.seen.at(-1), library().reviews.seen.at(-1)].map(
      (each) => each ?? { headers: {} },
    )) {
      expect(seen).toMatchObject({ 'x-redcat-viewer': 'person_1-x' });
      expect(seen).not.toHaveProperty('x-redcat-claims');
      expect(JSON.stringify(seen)).not.toContain('s3cret');
    }
  });

  test('leaves nothing personal in the log: no header, variable, query string or address', async () => {
    const before = library().gateway.logs.length;
    const headers = { 'x-redcat-viewer': 'person_1', cookie: 'session=s3cret' };
    const query = 'query($t: String!) { find(filter: { title: $t }) { title } }';
    await post(library().gateway.url, { query, variables: { t: '13812345678' } }, headers);
    await post(library().gateway.url, { query, variables: { t: 13812345678 } }, headers);
    await fetch(`${library().gateway.url}/graphql?query={x}&phone=13812345678`);
    const logged = JSON.stringify(library().gateway.logs.slice(before));
    expect(logged).toContain('answered');
    expect(logged).not.toMatch(/person_1|s3cret|13812345678|127\.0\.0\.1|find\(/);
  });
});
