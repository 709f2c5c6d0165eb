import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../gateway/config.ts';
import { type RunningGateway, startGateway } from '../../gateway/main.ts';
import { librarySupergraph, type SupergraphFile, settings } from '../kit/gateway.ts';
import { deadOrigin } from '../kit/subgraph.ts';

const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe('GraphiQL', () => {
  let supergraph: SupergraphFile;
  let gateway: RunningGateway;

  beforeAll(async () => {
    const origin = await deadOrigin();
    supergraph = await librarySupergraph({ books: origin, reviews: origin });
    const operations = join(supergraph.folder, 'operations');
    await mkdir(join(operations, 'pages'), { recursive: true });
    await writeFile(join(operations, 'pages/Book.graphql'), 'query Book($id: ID!) { book(id: $id) { title } }');
    await writeFile(join(operations, 'pages/Book.variables.json'), '{ "id": "红" }');
    await writeFile(join(operations, 'Foreign.graphql'), 'query Foreign { of { another { supergraph } } }');
    gateway = await startGateway(readConfig(settings(supergraph, { GATEWAY_LOG_LEVEL: 'silent' }), {}));
  });

  afterAll(async () => {
    await gateway.close();
    await supergraph[Symbol.asyncDispose]();
  });

  test('is where a browser is led from / and from /graphql, with the query that it came with', async () => {
    const root = await fetch(gateway.url, { headers: html, redirect: 'manual' });
    expect(root.headers.get('location')).toBe('/graphiql');
    const graphql = await fetch(`${gateway.url}/graphql?query={a}`, { headers: html, redirect: 'manual' });
    expect(graphql.headers.get('location')).toBe('/graphiql?query={a}');
  });

  test('is one page whose every part comes from this server, under a policy that allows nothing else', async () => {
    const page = await fetch(`${gateway.url}/graphiql`, { headers: html });
    expect(page.headers.get('content-type')).toContain('text/html');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval|script-src[^;]*unsafe/);
    const text = await page.text();
    expect(text).not.toMatch(/https?:\/\//);
    const parts = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(parts.length).toBeGreaterThan(3);
    for (const part of [...parts, '/graphiql/graphql.js', '/graphiql/json.js', '/graphiql/editorWorkerService.js']) {
      const response = await fetch(gateway.url + part);
      expect(response.status).toBe(200);
      const again = await fetch(gateway.url + part, {
        headers: { 'if-none-match': response.headers.get('etag') ?? '' },
      });
      expect(again.status).toBe(304);
      if (part.endsWith('.css')) expect(await response.text()).not.toMatch(/url\(["']?https?:|@import/);
    }
  });

  test('opens with the operations that this supergraph can answer, their variables beside them', async () => {
    const start = await (await fetch(`${gateway.url}/graphiql/start.js`)).text();
    expect(start).toContain('query Book($id: ID!)');
    expect(start).toContain(JSON.stringify('{ "id": "红" }'));
    expect(start).not.toContain('Foreign');
  });

  test('is no file server', async () => {
    for (const path of ['/graphiql/nothing.js', '/graphiql/..%2f..%2fpackage.json', '/graphiql/constructor']) {
      expect((await fetch(gateway.url + path)).status).toBe(404);
    }
  });

  test('is not there where it is switched off; a browser then gets what any client gets', async () => {
    const env = settings(supergraph, { GATEWAY_LOG_LEVEL: 'silent', GATEWAY_GRAPHIQL: 'off' });
    const plain = await startGateway(readConfig(env, {}));
    for (const path of ['/', '/graphiql', '/graphiql/start.js']) {
      expect((await fetch(plain.url + path, { headers: html })).status).toBe(404);
    }
    expect((await fetch(`${plain.url}/graphql?query={books{id}}`, { headers: html })).status).toBe(400);
    await plain.close();
  });
});
