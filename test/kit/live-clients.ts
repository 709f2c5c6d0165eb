import { spawn } from 'node:child_process';
import { ApolloClient, type ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient as createSseClient } from 'graphql-sse';
import { wsClient } from './live.ts';

/** What a client subscribes to. */
interface Asked {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** Subscribes; gives a function by which the client leaves. */
type Subscribe = (
  asked: Asked,
  next: (result: unknown) => void,
  fail: (error: unknown) => void,
) => () => void | Promise<void>;

/**
 * Real clients of subscriptions by name: each library and protocol that the gateway is made for.
 * @param url of the gateway
 * @param headers by which they say who they are
 */
export function liveClients(
  url: () => string,
  headers: () => Record<string, string> = () => ({}),
): Readonly<Record<string, Subscribe>> {
  const ws = () => wsClient(url(), { connectionParams: headers() });
  return {
    'graphql-ws': (asked, next, error) => {
      const client = ws();
      client.subscribe(asked, { next, error, complete: () => undefined });
      return () => client.dispose();
    },
    'Apollo Client over WebSocket': (...given) => byApollo(new GraphQLWsLink(ws()), ...given),
    'Apollo Client over multipart HTTP': (...given) =>
      byApollo(new HttpLink({ uri: `${url()}/graphql`, headers: headers() }), ...given),
    'graphql-sse, a connection for each': (...given) =>
      bySse({ url: `${url()}/graphql`, headers: headers() }, ...given),
    'graphql-sse, one connection for all': (...given) =>
      bySse({ url: `${url()}/graphql/stream`, headers: headers(), singleConnection: true }, ...given),
    'curl, by server-sent events': (...given) =>
      byCurl({ url: url(), headers: headers(), accept: 'text/event-stream', read: eventsIn }, ...given),
    'curl, by multipart': (...given) =>
      byCurl(
        { url: url(), headers: headers(), accept: 'multipart/mixed; subscriptionSpec=1.0', read: payloadsIn },
        ...given,
      ),
  };
}

function byApollo(link: ApolloLink, ...[{ query, variables }, next, error]: Parameters<Subscribe>): () => void {
  const client = new ApolloClient({ cache: new InMemoryCache(), link });
  const subscription = client.subscribe({ query: gql(query), variables }).subscribe({ next, error });
  return () => {
    subscription.unsubscribe();
    client.stop();
  };
}

function bySse(
  { singleConnection, ...options }: { url: string; headers: Record<string, string>; singleConnection?: boolean },
  ...[asked, next, error]: Parameters<Subscribe>
): () => void {
  const client =
    singleConnection === true
      ? createSseClient({ ...options, singleConnection, retryAttempts: 0 })
      : createSseClient({ ...options, retryAttempts: 0 });
  client.subscribe(asked, { next, error, complete: () => undefined });
  return () => client.dispose();
}

interface CurlOptions {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly accept: string;
  readonly read: (output: string) => unknown[];
}

function byCurl(
  { url, headers, accept, read }: CurlOptions,
  ...[asked, next, fail]: Parameters<Subscribe>
): () => void {
  const said = Object.entries({ ...headers, accept, 'content-type': 'application/json' });
  const flags = said.flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const curl = spawn('curl', ['-sN', ...flags, '-d', JSON.stringify(asked), `${url}/graphql`]);
  let output = '';
  let told = 0;
  curl.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    const results = read(output);
    for (const result of results.slice(told)) next(result);
    told = results.length;
  });
  curl.once('error', fail);
  return () => void curl.kill();
}

function eventsIn(output: string): unknown[] {
  return [...output.matchAll(/event: next\ndata: (.*)\n\n/g)].map(([, data = '']) => JSON.parse(data));
}

function payloadsIn(output: string): unknown[] {
  const parts = output.split(/\r\n--graphql(?:--)?\r\n/).slice(1, -1);
  return parts.flatMap((part) => {
    const { payload, errors } = JSON.parse(part.replace(/^content-type: application\/json\r\n\r\n/, ''));
    if (errors !== undefined) return [{ errors }];
    return payload === undefined ? [] : [payload];
  });
}
