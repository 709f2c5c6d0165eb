import { spawn } from 'node:child_process';
import { ApolloClient, type ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient as createSseClient } from 'graphql-sse';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type LiveWorld, NOTE, noteWith, startLive, wsClient } from '../kit/live.ts';

const WAIT = { timeout: 10_000, interval: 20 };

/** Reads what a subscription brings: waits for the first answer, clicks, waits for the second, and leaves. */
type Read = (next: (result: unknown) => void, fail: (error: unknown) => void) => () => void | Promise<void>;

describe('real clients of subscriptions', () => {
  let world: LiveWorld;

  beforeAll(async () => {
    world = await startLive({ GATEWAY_SUBSCRIPTION_LINGER_MS: '0' });
  });

  afterEach(async () => {
    await vi.waitFor(() => expect(world.counter.running()).toBe(0), WAIT);
  });

  afterAll(async () => {
    await world[Symbol.asyncDispose]();
  });

  const byApollo = (link: ApolloLink): Read => {
    return (next, error) => {
      const client = new ApolloClient({ cache: new InMemoryCache(), link });
      const subscription = client.subscribe({ query: gql(NOTE), variables: { id: '1' } }).subscribe({ next, error });
      return () => {
        subscription.unsubscribe();
        client.stop();
      };
    };
  };
  const bySse = (singleConnection: boolean): Read => {
    return (next, error) => {
      const url = `${world.gateway.url}/graphql${singleConnection ? '/stream' : ''}`;
      const client = createSseClient({ url, singleConnection, retryAttempts: 0 });
      client.subscribe({ query: NOTE, variables: { id: '1' } }, { next, error, complete: () => undefined });
      return () => client.dispose();
    };
  };
  const byCurl = (accept: string, read: (output: string) => unknown[]): Read => {
    return (next, fail) => {
      const body = JSON.stringify({ query: NOTE, variables: { id: '1' } });
      const flags = ['-sN', '-H', `accept: ${accept}`, '-H', 'content-type: application/json', '-d', body];
      const curl = spawn('curl', [...flags, `${world.gateway.url}/graphql`]);
      let output = '';
      let told = 0;
      curl.stdout.on('data', (data) => {
        output += data;
        const results = read(output);
        for (const result of results.slice(told)) next(result);
        told = results.length;
      });
      curl.once('error', fail);
      return () => void curl.kill();
    };
  };
  const events = (output: string) =>
    [...output.matchAll(/event: next\ndata: (.*)\n\n/g)].map(([, data]) => JSON.parse(data ?? ''));
  const parts = (output: string) =>
    output
      .split('\r\n--graphql\r\n')
      .slice(1, -1)
      .map((part) => JSON.parse(part.replace(/^content-type: application\/json\r\n\r\n/, '')).payload);

  const clients: Record<string, () => Read> = {
    'graphql-ws': () => (next, error) => {
      const client = wsClient(world.gateway.url);
      client.subscribe({ query: NOTE, variables: { id: '1' } }, { next, error, complete: () => undefined });
      return () => client.dispose();
    },
    'Apollo Client over WebSocket': () => byApollo(new GraphQLWsLink(wsClient(world.gateway.url, { lazy: true }))),
    'Apollo Client over multipart HTTP': () => byApollo(new HttpLink({ uri: `${world.gateway.url}/graphql` })),
    'graphql-sse, a connection for each': () => bySse(false),
    'graphql-sse, one connection for all': () => bySse(true),
    'curl, by server-sent events': () => byCurl('text/event-stream', events),
    'curl, by multipart': () => byCurl('multipart/mixed; subscriptionSpec=1.0', parts),
  };

  for (const [name, reader] of Object.entries(clients)) {
    test(`${name} gets each message as it comes, and its leaving ends the subscription`, async () => {
      const { counter } = world;
      counter.reset();
      const results: unknown[] = [];
      const faults: unknown[] = [];
      const leave = reader()(
        (result) => results.push(result),
        (error) => faults.push(error),
      );
      await vi.waitFor(() => expect([results.length, faults]).toEqual([1, []]), WAIT);
      counter.click('1');
      await vi.waitFor(() => expect([results.length, faults]).toEqual([2, []]), WAIT);
      expect(results).toMatchObject([noteWith(0), noteWith(1)]);
      await leave();
    });
  }
});
