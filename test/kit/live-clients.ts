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

/** Real clients of subscriptions by name: each library and protocol that the gateway is made for. @param url of the gateway */
export function liveClients(url: () => string): Readonly<Record<string, Subscribe>> {
  return {
    'graphql-ws': (asked, next, error) => {
      const client = wsClient(url());
      client.subscribe(asked, { next, error, complete: () => undefined });
      return () => client.dispose();
    },
    'Apollo Client over WebSocket': (...given) => byApollo(new GraphQLWsLink(wsClient(url())), ...given),
    'Apollo Client over multipart HTTP': (...given) => byApollo(new HttpLink({ uri: `${url()}/graphql` }), ...given),
    'graphql-sse, a connection for each': (...given) => bySse({ url: `${url()}/graphql` }, ...given),
    'graphql-sse, one connection for all': (...given) =>
      bySse({ url: `${url()}/graphql/stream`, singleConnection: true }, ...given),
    'curl, by server-sent events': (...given) => byCurl(url(), 'text/event-stream', eventsIn, ...given),
    'curl, by multipart': (...given) => byCurl(url(), 'multipart/mixed; subscriptionSpec=1.0', payloadsIn, ...given),
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
  options: { url: string; singleConnection?: boolean },
  ...[asked, next, error]: Parameters<Subscribe>
): () => void {
  const client =
    options.singleConnection === true
      ? createSseClient({ url: options.url, singleConnection: true, retryAttempts: 0 })
      : createSseClient({ url: options.url, retryAttempts: 0 });
  client.subscribe(asked, { next, error, complete: () => undefined });
  return () => client.dispose();
}

function byCurl(
  url: string,
  accept: string,
  read: (output: string) => unknown[],
  ...[asked, next, fail]: Parameters<Subscribe>
): () => void {
  const flags = ['-sN', '-H', `accept: ${accept}`, '-H', 'content-type: application/json', '-d', JSON.stringify(asked)];
  const curl = spawn('curl', [...flags, `${url}/graphql`]);
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
  const parts = output.split('\r\n--graphql\r\n').slice(1, -1);
  return parts.flatMap((part) => {
    const { payload } = JSON.parse(part.replace(/^content-type: application\/json\r\n\r\n/, ''));
    return payload === undefined ? [] : [payload];
  });
}
