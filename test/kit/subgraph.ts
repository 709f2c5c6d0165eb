import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import { buildSubgraphSchema } from '@apollo/subgraph';
import Fastify, { type FastifyInstance } from 'fastify';
import { parse } from 'graphql';
import { mercurius } from 'mercurius';
import { freePort } from '../../system/free-port.ts';

/** A request as a subgraph saw it. */
interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** A server of a test's own, on a free port of this machine. */
export interface TestServer extends AsyncDisposable {
  /** Its origin. */
  readonly origin: string;
  readonly seen: SeenRequest[];
}

/** What a subgraph of a test is made of. */
export interface SubgraphParts {
  readonly typeDefs: string;
  readonly resolvers: object;
  /** Adds routes of its own. */
  readonly routes?: (app: FastifyInstance) => void;
  readonly port?: number;
}

/** A subgraph over HTTP at /graphql, with /readyz, as Mercurius serves it with nothing masked. */
export async function startSubgraph({ typeDefs, resolvers, routes, port }: SubgraphParts): Promise<TestServer> {
  const app = Fastify({ forceCloseConnections: true });
  const seen: SeenRequest[] = [];
  app.addHook('onRequest', async ({ method, url, headers }) => {
    seen.push({ method, path: url, headers });
  });
  const schema = buildSubgraphSchema({ typeDefs: parse(typeDefs), resolvers: resolvers as never });
  await app.register(mercurius, { schema });
  app.get('/readyz', async () => ({ status: 'ready' }));
  routes?.(app);
  const origin = await app.listen({ host: '127.0.0.1', port: port ?? (await freePort()) });
  return { origin, seen, [Symbol.asyncDispose]: () => app.close() };
}

/** A server that answers as the test says, however wrong. */
export async function startRawServer(listener: RequestListener): Promise<TestServer> {
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => {
    seen.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers });
    listener(request, response);
  });
  const port = await freePort();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${port}`,
    seen,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A server that answers every GraphQL request with what the test makes of its document. */
export function startAnswering(
  answer: (query: string, request: IncomingMessage) => unknown | Promise<unknown>,
): Promise<TestServer> {
  return startRawServer(async (request, response) => {
    const { query } = JSON.parse(await text(request)) as { query: string };
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ data: await answer(query, request) }));
  });
}

/** An origin on this machine where nothing listens. */
export async function deadOrigin(): Promise<string> {
  return `http://127.0.0.1:${await freePort()}`;
}
