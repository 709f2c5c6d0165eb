import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { errors, Pool } from 'undici';
import { describe, expect, test } from 'vitest';
import { httpTransport } from '../../../../gateway/subgraphs/http-transport.ts';

async function withServer<T>(
  listener: RequestListener,
  use: (transport: ReturnType<typeof httpTransport>) => Promise<T>,
): Promise<T> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql?x=1`);
  const dispatcher = new Pool(url.origin, { connections: 2, maxResponseSize: 1000 });
  try {
    return await use(httpTransport({ dispatcher, url }));
  } finally {
    await dispatcher.destroy();
    server.closeAllConnections();
    server.close();
  }
}

describe('a request over HTTP', () => {
  test('is a POST with the forwarded headers; the answer comes whole', async () => {
    const answer = await withServer(
      (request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => chunks.push(chunk));
        request.on('end', () => {
          const { method, url, headers } = request;
          response.writeHead(201);
          response.write(`${method} ${url} ${headers['x-viewer']} `);
          response.end(Buffer.concat(chunks));
        });
      },
      async (transport) => transport('{"query":"{小红书}"}', { 'x-viewer': 'ann' }).answer,
    );
    expect([answer.status, String(answer.body)]).toEqual([201, 'POST /graphql?x=1 ann {"query":"{小红书}"}']);
  });

  test('is refused when the answer is longer than the pool takes', async () => {
    const answer = withServer(
      (_request, response) => void response.end('x'.repeat(5000)),
      async (transport) => transport('{}', {}).answer,
    );
    await expect(answer).rejects.toBeInstanceOf(errors.ResponseExceededMaxSizeError);
  });

  test('fails when the connection breaks before the answer is whole', async () => {
    const answer = withServer(
      (_request, response) => {
        response.writeHead(200, { 'content-length': 100 });
        response.write('half');
        setImmediate(() => response.destroy());
      },
      async (transport) => transport('{}', {}).answer,
    );
    await expect(answer).rejects.toThrow();
  });

  test('reaches the subgraph when it is aborted', async () => {
    const left = Promise.withResolvers<void>();
    await withServer(
      (_request, response) => void response.on('close', () => left.resolve()),
      async (transport) => {
        const sending = transport('{}', {});
        await new Promise((resolve) => setTimeout(resolve, 50));
        sending.abort();
        await expect(sending.answer).rejects.toThrow();
        await left.promise;
      },
    );
  });
});
