import { readFile } from 'node:fs/promises';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { generatePersistedQueryIdsFromManifest } from '@apollo/persisted-query-lists';

// Apollo Client with a manifest, as Apollo documents it: node apollo-manifest-client.mjs <url> <key> <manifest.json> <query> <subscription>.
// Prints what it was answered by POST, by GET and to the subscription, and each request that it sent.
const [url, key, manifest, query, subscription] = process.argv.slice(2);
const variables = { id: '1' };
const sent = [];
const ids = generatePersistedQueryIdsFromManifest({
  loadManifest: async () => JSON.parse(await readFile(manifest, 'utf8')),
});

function client(useGETForHashedQueries) {
  const http = new HttpLink({
    uri: `${url}/graphql`,
    headers: { 'x-api-key': key },
    fetch: (input, init) => {
      sent.push({
        method: init.method,
        hasText: `${input} ${init.body}`.includes('query=') || /"query"/.test(init.body),
      });
      return fetch(input, init);
    },
  });
  const link = new PersistedQueryLink({ ...ids, useGETForHashedQueries }).concat(http);
  return new ApolloClient({ cache: new InMemoryCache(), link });
}

const byPost = client(false);
const byGet = client(true);
const answers = [
  await byPost.query({ query: gql(query), variables }),
  await byGet.query({ query: gql(query), variables }),
];
const message = await new Promise((resolve, reject) => {
  byPost.subscribe({ query: gql(subscription), variables }).subscribe({ next: resolve, error: reject });
});
process.stdout.write(JSON.stringify({ answers: answers.map(({ data }) => data), message: message.data, sent }));
process.exit();
