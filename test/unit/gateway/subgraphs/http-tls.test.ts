import { once } from 'node:events';
import { createServer } from 'node:https';
import { type AddressInfo, createServer as createPlainServer } from 'node:net';
import { getCACertificates, setDefaultCACertificates, type TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HttpConnections } from '../../../../gateway/subgraphs/transport/http-connections.ts';
import { httpTransport } from '../../../../gateway/subgraphs/transport/http-transport.ts';
import { type Certificate, certificateFor } from '../../../kit/certificates.ts';
import { promised } from '../../../kit/promised-sending.ts';

const NAMES = ['DNS:localhost', 'IP:127.0.0.1'];

/** Asks a server that has this certificate twice; gives its answers, each with its connection, or the code of the error. */
async function ask(certificate: Certificate, host: string): Promise<string[]> {
  const server = createServer(certificate, (request, response) => {
    const { servername, alpnProtocol, remotePort } = request.socket as TLSSocket;
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      ports.add(remotePort);
      response.end(`${servername} ${alpnProtocol} ${body.length} ${ports.size} ${'x'.repeat(200_000)}`);
    });
  }).listen(0, '127.0.0.1');
  const ports = new Set<number | undefined>();
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    return await askAt(new URL(`https://${host}:${port}/graphql`));
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function askAt(url: URL): Promise<string[]> {
  const connections = new HttpConnections({ url, connectTimeout: 500, responseLimit: 1_000_000 }, 1);
  const limits = { responseLimit: 1_000_000, compressed: false, compressFrom: 0 };
  const transport = promised(httpTransport({ connections, url, ...limits }));
  const body = JSON.stringify({ query: 'y'.repeat(300_000) });
  const asked = [transport(body, {}), transport(body, {})];
  const told = asked.map(({ answer }) =>
    answer.then(
      (whole) => String(whole.body).replace(/x+$/, '').trim(),
      (error) => String(error.code),
    ),
  );
  const answers = await Promise.all(told);
  connections.destroy();
  return answers;
}

describe('a subgraph behind TLS', () => {
  const known = getCACertificates('default');
  let valid: Certificate;
  let ended: Certificate;

  beforeAll(async () => {
    [valid, ended] = await Promise.all([certificateFor(NAMES, 1), certificateFor(NAMES, -1)]);
  });
  afterAll(() => setDefaultCACertificates(known));

  test('is asked over one connection, by its name, in HTTP/1.1', async () => {
    setDefaultCACertificates([...known, valid.cert]);
    expect(await ask(valid, 'localhost')).toEqual(Array(2).fill('localhost http/1.1 300012 1'));
  });

  test('may have an address for a name', async () => {
    setDefaultCACertificates([...known, valid.cert]);
    expect(await ask(valid, '127.0.0.1')).toEqual(Array(2).fill('false http/1.1 300012 1'));
  });

  test('is asked nothing where nobody known vouches for it', async () => {
    setDefaultCACertificates([...known]);
    expect(await ask(valid, 'localhost')).toEqual(Array(2).fill('DEPTH_ZERO_SELF_SIGNED_CERT'));
  });

  test('is asked nothing where its certificate has ended', async () => {
    setDefaultCACertificates([...known, ended.cert]);
    expect(await ask(ended, 'localhost')).toEqual(Array(2).fill('CERT_HAS_EXPIRED'));
  });

  test('is asked nothing where its certificate is another’s', async () => {
    const other = await certificateFor(['DNS:elsewhere.test'], 1);
    setDefaultCACertificates([...known, other.cert]);
    expect(await ask(other, 'localhost')).toEqual(Array(2).fill('ERR_TLS_CERT_ALTNAME_INVALID'));
    expect(await ask(other, '127.0.0.1')).toEqual(Array(2).fill('ERR_TLS_CERT_ALTNAME_INVALID'));
  });

  test('has failed where it speaks no TLS, or never answers the greeting', async () => {
    const plain = createPlainServer((socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(
      0,
      '127.0.0.1',
    );
    const silent = createPlainServer().listen(0, '127.0.0.1');
    const codes: (string | undefined)[] = [];
    for (const server of [plain, silent]) {
      if (!server.listening) await once(server, 'listening');
      const [code] = await askAt(new URL(`https://127.0.0.1:${(server.address() as AddressInfo).port}/`));
      codes.push(code);
      server.close();
    }
    expect(codes).toEqual([expect.stringMatching(/^ERR_SSL/), 'UND_ERR_CONNECT_TIMEOUT']);
  });
});
