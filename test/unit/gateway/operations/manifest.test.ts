import { createHash } from 'node:crypto';
import { ApolloClient, ApolloLink, gql, InMemoryCache, Observable } from '@apollo/client';
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { manifestText, readManifest } from '../../../../gateway/operations/manifest.ts';
import { normalText } from '../../../../gateway/operations/normal-text.ts';
import { withTypenames } from '../../../../gateway/operations/with-typenames.ts';
import { registeredOperation } from '../../../kit/operations.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

test('a manifest is written in Apollo’s format, sorted by name, and read again', () => {
  const operations = [registeredOperation('mutation B { a }'), registeredOperation('query A { a }')];
  const text = manifestText(operations);
  expect(JSON.parse(text)).toEqual({
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: [
      { id: sha256('query A { a }'), name: 'A', type: 'query', body: 'query A { a }' },
      { id: sha256('mutation B { a }'), name: 'B', type: 'mutation', body: 'mutation B { a }' },
    ],
  });
  expect(readManifest(text, 'm')).toEqual([
    { text: 'query A { a }', alias: undefined },
    { text: 'mutation B { a }', alias: undefined },
  ]);
});

test('Relay’s persisted queries are read with their ids as aliases, and so are ids that Apollo’s tool was told to make otherwise', () => {
  const text = 'query A {\n  a\n}\n';
  const md5 = createHash('md5').update(text).digest('hex');
  expect(readManifest(JSON.stringify({ [md5]: text }), 'r')).toEqual([{ text, alias: md5 }]);
  const operations = [{ id: 'A-1', name: 'A', type: 'query', body: text }];
  const manifest = { format: 'apollo-persisted-query-manifest', version: 1, operations };
  expect(readManifest(JSON.stringify(manifest), 'm')).toEqual([{ text, alias: 'A-1' }]);
});

test.each(['', '[]', '{"format":"apollo-persisted-query-manifest","version":2,"operations":[]}', '{"a":{}}'])(
  'anything else is refused by the file’s name: %s',
  (text) => {
    expect(() => readManifest(text, 'some.json')).toThrow(/^some\.json is neither/);
  },
);

test('with type names, a document is what Apollo Client sends', async () => {
  const text = `query A($a: Int) { b { ...F ... on C { d } } e @include(if: true) { f __typename } }
    fragment F on B { g { h } }`;
  let sent = '';
  const link = new ApolloLink(
    ({ query }) =>
      new Observable((observer) => {
        sent = normalText(query);
        observer.complete();
      }),
  );
  const client = new ApolloClient({ cache: new InMemoryCache(), link });
  await client.query({ query: gql(text), fetchPolicy: 'network-only' }).catch(() => undefined);
  client.stop();
  expect(normalText(withTypenames(parse(text)))).toBe(sent);
});
