import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLError, graphql, parse } from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/http';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { Pushed } from './pushed.ts';
import type { SubgraphParts, TestServer } from './subgraph.ts';

/** A subgraph that counts clicks on notes, and tells each change over WebSocket (at /graphql) and over server-sent events (at /stream). */
export interface Counter extends TestServer {
  /** The headers of each subscription, in order. */
  readonly subscribed: IncomingHttpHeaders[];
  /** How many subscriptions run now. */
  readonly running: () => number;
  /** How many WebSockets are open. */
  readonly sockets: () => number;
  /** Counts clicks, and tells who listens. */
  click(noteId: string, clicks?: number): void;
  /** Forgets every click. */
  reset(): void;
  /** Cuts every connection. */
  cut(): void;
  /** Hears nothing more on the connections that are open, and keeps them. */
  deafen(): void;
  /** Ends the subscriptions to a note. */
  complete(noteId: string): void;
}

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external"])';

export const counterSdl = `${link}
  type Query { clicks: Int }
  type Mutation { clickAdd(noteId: ID!): Note }
  type Note @key(fields: "id") { id: ID! clicks(from: Int = 0): Int! }
  type Subscription { noteCounted(noteId: ID!): Note noteFailing(how: String!): Note silence: Int }`;

/** Starts a counter. @param port a free one by default */
export async function startCounter(port = 0): Promise<Counter> {
  const events = new EventEmitter().setMaxListeners(0);
  const totals = new Map<string, number>();
  const subscribed: IncomingHttpHeaders[] = [];
  let running = 0;
  const noteOf = (id: string) => ({ id, clicks: ({ from }: { from: number }) => (totals.get(id) ?? 0) - from });
  const click = (noteId: string, clicks = 1) => {
    totals.set(noteId, (totals.get(noteId) ?? 0) + clicks);
    events.emit(noteId);
  };
  const counted = (noteId: string) => {
    const tell = () => told.push({ noteCounted: noteOf(noteId) });
    const told = new Pushed<object>(() => {
      running--;
      events.off(noteId, tell).off(`${noteId} completed`, end);
    });
    const end = () => told.end();
    running++;
    events.on(noteId, tell).on(`${noteId} completed`, end);
    tell();
    return told;
  };
  const schema = buildSubgraphSchema({
    typeDefs: parse(counterSdl),
    resolvers: {
      Mutation: {
        clickAdd: (_: unknown, { noteId }: { noteId: string }) => {
          click(noteId);
          return noteOf(noteId);
        },
      },
      Note: { __resolveReference: ({ id }: { id: string }) => noteOf(id) },
      Subscription: {
        noteCounted: {
          subscribe: (_: unknown, { noteId }: { noteId: string }, context: unknown) => {
            subscribed.push((context as { headers: IncomingHttpHeaders }).headers);
            return counted(noteId);
          },
        },
        noteFailing: { subscribe: failing },
        silence: { subscribe: () => new Pushed<object>(() => undefined) },
      },
    },
  });
  const seen: TestServer['seen'] = [];
  const stream = createHandler({ schema, context: ({ raw }) => ({ headers: raw.headers }) });
  const server = createServer(async (request, response) => {
    seen.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers });
    if (request.url === '/stream') return stream(request, response);
    const { query, variables } = JSON.parse(await text(request)) as { query: string; variables: object };
    const result = await graphql({ schema, source: query, variableValues: { ...variables } });
    response.setHeader('content-type', 'application/json').end(JSON.stringify(result));
  });
  const sockets = new WebSocketServer({ server, path: '/graphql' });
  useServer(
    {
      schema,
      context: ({ extra }) => ({ headers: (extra as { request: IncomingMessage }).request.headers }),
    },
    sockets,
  );
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    for (const socket of sockets.clients) socket.terminate();
    server.closeAllConnections();
  };
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    subscribed,
    running: () => running,
    sockets: () => sockets.clients.size,
    click,
    reset: () => totals.clear(),
    cut,
    deafen: () => {
      for (const socket of sockets.clients) {
        socket.pause();
        socket.removeAllListeners('message');
      }
    },
    complete: (noteId) => void events.emit(`${noteId} completed`),
    async [Symbol.asyncDispose]() {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What a subscription can do wrong. */
async function* failing(_: unknown, { how }: { how: string }) {
  if (how === 'refused') throw new GraphQLError('That note is not yours.', { extensions: { code: 'NOTE_FORBIDDEN' } });
  if (how === 'masked') throw new Error('relation "clicks" does not exist at /srv/counter/store.ts:12');
  yield { noteFailing: { id: '1', clicks: () => Promise.reject(new Error('connect ECONNREFUSED 10.1.2.3:5432')) } };
}

const titles: Record<string, string> = { 1: '红楼梦', 2: 'Middlemarch' };

/** A subgraph that knows what a note says, and who wrote it. */
export const titlesParts: SubgraphParts = {
  typeDefs: `${link}
    type Query { note(id: ID!): Note }
    type Note @key(fields: "id") { id: ID! title: String author: Author! }
    type Author { name: String! }`,
  resolvers: {
    Query: { note: (_: unknown, { id }: { id: string }) => (titles[id] ? { id } : null) },
    Note: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      title: ({ id }: { id: string }) => titles[id] ?? `note ${id}`,
      author: ({ id }: { id: string }) => {
        if (id === 'unwritten') throw new Error('connect ECONNREFUSED 10.1.2.3:5432');
        return { name: id === '1' ? '曹雪芹' : 'George Eliot' };
      },
    },
  },
};
