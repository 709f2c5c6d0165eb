import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Explanation } from '../../gateway/telemetry/explain.ts';
import { librarySupergraph, startTestGateway, type TestGateway } from '../kit/gateway.ts';
import { booksParts, reviewsParts } from '../kit/library.ts';
import { startSubgraph, type TestServer } from '../kit/subgraph.ts';

const run = promisify(execFile);
const QUERY = '{ book(id: "1") { title rating } nobody: book(id: "none") { rating } }';

/** A server that says one text, whatever it is asked. */
async function startPage(text: string) {
  const server = createServer((_request, response) => response.end(text));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

describe('an operation explained', () => {
  let books: TestServer;
  let reviews: TestServer;
  let gateway: TestGateway;
  let closed: TestGateway;

  beforeAll(async () => {
    [books, reviews] = await Promise.all([startSubgraph(booksParts), startSubgraph(reviewsParts)]);
    const origins = { books: books.origin, reviews: reviews.origin };
    gateway = await startTestGateway(origins, { GATEWAY_EXPLAIN: 'on' });
    closed = await startTestGateway(origins);
  });

  afterAll(async () => {
    for (const each of [gateway, closed, books, reviews]) await each[Symbol.asyncDispose]();
  });

  const ask = async (url: string, headers: Record<string, string>) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: QUERY }),
    });
    return (await response.json()) as { data: unknown; extensions?: { explain: Explanation } };
  };

  test('shows its plan and what each fetch took, beside the same data', async () => {
    const { data, extensions } = await ask(gateway.url, { 'x-redcat-explain': 'on' });
    expect(data).toEqual({ book: { title: '红楼梦', rating: 4 }, nobody: null });
    const { text, requests } = extensions?.explain ?? { text: '', requests: [] };
    expect(requests.map(({ subgraph, outcome }) => [subgraph, outcome])).toEqual([
      ['books', 'ok'],
      ['reviews', 'ok'],
    ]);
    for (const { start, duration, length } of requests)
      expect(Math.min(start, duration, length)).toBeGreaterThanOrEqual(0);
    expect(text).toMatch(/^2 requests in [\d.]+ ms\none after the other\n├─ books {2}[\d.]+ ms from [\d.]+ ms\n/);
    expect(text).toMatch(/└─ reviews {2}at book, nobody {2}[\d.]+ ms/);
  });

  test('shows nothing to who does not ask, and nothing at all unless the operator wants it', async () => {
    expect(await ask(gateway.url, {})).not.toHaveProperty('extensions');
    expect(await ask(closed.url, { 'x-redcat-explain': 'on' })).not.toHaveProperty('extensions');
  });

  test('is shown by the command line, planned from the file or executed by a running gateway', async () => {
    await using supergraph = await librarySupergraph({ books: books.origin, reviews: reviews.origin });
    const plan = (...args: string[]) => run(process.execPath, ['gateway/cli.ts', 'plan', QUERY, ...args]);
    const planned = await plan('--supergraph', supergraph.file);
    expect(planned.stdout).toMatch(/^one after the other\n├─ books\n│ {2}└─ \{ book/);
    expect(planned.stdout).not.toContain(' ms');
    const parts = '{ books { title ... @defer(label: "more") { rating } } }';
    const inParts = await run(process.execPath, ['gateway/cli.ts', 'plan', parts, '--supergraph', supergraph.file]);
    expect(inParts.stdout).toMatch(
      /^in parts\n├─ first\n│ {2}└─ books\n.*└─ deferred more\n {3}└─ reviews {2}at books\.@\n/s,
    );
    const executed = await plan('--url', gateway.url);
    expect(executed.stdout).toMatch(/^2 requests in [\d.]+ ms\n/);
    await expect(plan('--url', closed.url)).rejects.toMatchObject({
      stderr: expect.stringContaining('GATEWAY_EXPLAIN=on'),
    });
  });

  test('is refused by the command line where it is no operation of the schema', async () => {
    await using supergraph = await librarySupergraph({ books: books.origin, reviews: reviews.origin });
    const refused = run(process.execPath, ['gateway/cli.ts', 'plan', '{ bookz }', '--supergraph', supergraph.file]);
    await expect(refused).rejects.toMatchObject({ stderr: expect.stringContaining('Cannot query field "bookz"') });
  });

  test('is refused by the command line in one sentence where its flags say nothing usable', async () => {
    await using page = await startPage('<html><body>not here</body></html>');
    await using list = await startPage('[]');
    const told = {
      '--url must be a gateway’s address': ['--url', 'foo'],
      'is no GraphQL server': ['--url', page.url],
      'is no GraphQL server (HTTP 200)': ['--url', list.url],
      '--variables must be a JSON object': ['--variables', 'null'],
      '--variables must be a JSON object, such as': ['--variables', '[1]'],
      '--variables must be': ['--variables', '{'],
    };
    for (const [sentence, flags] of Object.entries(told)) {
      const { stderr } = await run(process.execPath, ['gateway/cli.ts', 'plan', QUERY, ...flags]).catch(
        (error) => error,
      );
      expect(stderr).toContain(sentence);
      expect(stderr.trim().split('\n')).toHaveLength(1);
    }
  });
});
