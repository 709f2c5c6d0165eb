import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { errors } from 'undici';
import { describe, expect, test } from 'vitest';
import { BodyUnreadable } from '../../../../../gateway/subgraphs/transport/decode-body.ts';
import { HttpConnections } from '../../../../../gateway/subgraphs/transport/http-connections.ts';
import { httpTransport } from '../../../../../gateway/subgraphs/transport/http-transport.ts';
import { promised } from '../../../../kit/promised-sending.ts';

const limits = { responseLimit: 1000, compressed: false, compressFrom: 0 };

type Transport = ReturnType<typeof promised<[]>>;

async function withServer<T>(
  listener: RequestListener,
  use: (transport: Transport) => Promise<T>,
  options: { compressed?: boolean; compressFrom?: number } = {},
): Promise<T> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql?x=1`);
  const { responseLimit } = limits;
  const connections = new HttpConnections({ url, connectTimeout: 1000, responseLimit }, 2);
  try {
    return await use(promised(httpTransport({ connections, url, ...limits, ...options })));
  } finally {
    connections.destroy();
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

  test('keeps what a client said of its own message and connection, if all its headers are handed on', async () => {
    const client = {
      'Content-Length': '999',
      'transfer-encoding': 'chunked',
      host: 'x',
      connection: 'close',
      te: 'x',
      a: 'b',
    };
    const answer = await withServer(
      ({ rawHeaders }, response) => void response.end(rawHeaders.filter((_, index) => index % 2 === 0).join()),
      async (transport) => transport('{}', client).answer,
    );
    expect(String(answer.body)).toBe('host,connection,content-type,accept,a,content-length');
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
    const [asked, left] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    await withServer(
      (_request, response) => {
        response.on('close', () => left.resolve());
        asked.resolve();
      },
      async (transport) => {
        const sending = transport('{}', {});
        await asked.promise;
        sending.abort('left');
        await expect(sending.answer).rejects.toThrow();
        await left.promise;
      },
    );
  });

  test('is refused before its answer is read, where the answer says that it is too long', async () => {
    let written = 0;
    const answer = withServer(
      (_request, response) => {
        response.writeHead(200, { 'content-length': 64 * 1024 * 1024 });
        const write = () => {
          while (written < 64 * 1024 * 1024) {
            written += 65_536;
            if (!response.write(Buffer.alloc(65_536))) return void response.once('drain', write);
          }
        };
        write();
      },
      async (transport) => transport('{}', {}).answer,
    );
    await expect(answer).rejects.toBeInstanceOf(errors.ResponseExceededMaxSizeError);
    // What the sockets of both sides hold, and no more.
    expect(written).toBeLessThan(16 * 1024 * 1024);
  });

  test.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['br', brotliCompressSync],
    ['identity', (text: string) => Buffer.from(text)],
  ])('reads an answer in %s', async (encoding, encode) => {
    const answer = await withServer(
      (request, response) => {
        response.writeHead(200, { 'content-encoding': encoding });
        response.end(encode(`${request.headers['accept-encoding']} 小红书`));
      },
      async (transport) => transport('{}', {}).answer,
      { compressed: true },
    );
    expect(String(answer.body)).toBe('gzip, br 小红书');
  });

  test('asks for no encoding where none is wanted', async () => {
    const answer = await withServer(
      (request, response) => void response.end(String(request.headers['accept-encoding'])),
      async (transport) => transport('{}', {}).answer,
    );
    expect(String(answer.body)).toBe('undefined');
  });

  test.each([
    ['grows past the limit', 'gzip', gzipSync(Buffer.alloc(5000))],
    ['is no such encoding', 'gzip', Buffer.from('plain')],
    ['is cut', 'gzip', gzipSync('x'.repeat(500)).subarray(0, 20)],
    ['has an encoding that nobody asked for', 'deflate', Buffer.from('x')],
    ['is encoded twice', 'gzip, gzip', gzipSync(gzipSync('x'))],
  ])('is refused where the answer %s', async (_what, encoding, body) => {
    const answer = withServer(
      (_request, response) => void response.writeHead(200, { 'content-encoding': encoding }).end(body),
      async (transport) => transport('{}', {}).answer,
    );
    await expect(answer).rejects.toBeInstanceOf(BodyUnreadable);
  });

  test('sends bodies compressed from a size on', async () => {
    const seen: string[] = [];
    const listener: RequestListener = (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const encoding = request.headers['content-encoding'];
        const body = Buffer.concat(chunks);
        seen.push(`${encoding} ${encoding === 'gzip' ? gunzipSync(body) : body}`);
        response.end('{}');
      });
    };
    const long = '小'.repeat(100);
    const use = async (transport: Transport) => {
      await transport(long, {}).answer;
      await transport('short', {}).answer;
    };
    await withServer(listener, use, { compressFrom: 100 });
    expect(seen).toEqual([`gzip ${long}`, 'undefined short']);
  });

  test('is not sent any more where it is given up while it is being compressed', async () => {
    let asked = 0;
    await withServer(
      (_request, response) => {
        asked++;
        response.end('{}');
      },
      async (transport) => {
        const sending = transport('x'.repeat(1000), {});
        sending.abort('left');
        await expect(sending.answer).rejects.toThrow();
        await transport('y', {}).answer;
      },
      { compressFrom: 100 },
    );
    expect(asked).toBe(1);
  });
});
