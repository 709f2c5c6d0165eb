import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { listOperations } from '../../gateway/commands/operations/list.ts';
import { difference, publish } from '../../gateway/commands/operations/publish.ts';
import { retire } from '../../gateway/commands/operations/retire.ts';
import { REGISTRY, type RegistryStore } from '../../gateway/operations/registry/stored-registry.ts';
import { openDocument } from '../../gateway/store/open-document.ts';
import {
  librarySupergraph,
  post,
  type SupergraphFile,
  settings,
  startTestGateway,
  type TestGateway,
} from '../kit/gateway.ts';
import { booksParts, reviewsParts } from '../kit/library.ts';
import { createDatabase } from '../kit/postgres.ts';
import { startSubgraph, type TestServer } from '../kit/subgraph.ts';

const WAIT = { timeout: 10_000, interval: 20 };
const postgresUrl = inject('postgresUrl');

describe.each(postgresUrl === null ? ['a file'] : ['a file', 'PostgreSQL'])('a registry in %s', (where) => {
  let folder: string;
  let place: string;
  let drop: (() => Promise<void>) | undefined;
  let store: RegistryStore;
  let books: TestServer;
  let reviews: TestServer;
  let supergraph: SupergraphFile;
  let gateway: TestGateway;

  const path = (name: string) => join(folder, name);
  const put = async (name: string, text: string) => {
    await writeFile(path(name), text);
    return path(name);
  };
  const publishing = (file: string, flags = {}) =>
    publish(store, [file], { owner: 'web', supergraph: supergraph.file, ...flags });
  const retiring = () => ({ store, usage: undefined, force: false });
  const op = async (name: string) => (await fetch(`${gateway.url}/op/${name}`)).json();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'redcat-registry-'));
    place = path('operations.json');
    if (where !== 'a file') ({ url: place, drop } = await createDatabase(postgresUrl ?? ''));
    store = openDocument(place, REGISTRY);
    [books, reviews] = await Promise.all([startSubgraph(booksParts), startSubgraph(reviewsParts)]);
    const origins = { books: books.origin, reviews: reviews.origin };
    supergraph = await librarySupergraph(origins);
    await put('Titles.graphql', '# What there is to read.\nquery Titles { books { title } }');
    await publishing(path('Titles.graphql'));
    gateway = await startTestGateway(origins, { ...settings(supergraph), GATEWAY_OPERATIONS: place });
  });

  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
    await Promise.all([books[Symbol.asyncDispose](), reviews[Symbol.asyncDispose](), store.close()]);
    await supergraph[Symbol.asyncDispose]();
    await drop?.();
    await rm(folder, { recursive: true });
  });

  test('is served from the start, and its changes without a restart', async () => {
    expect(await op('Titles')).toMatchObject({ data: { books: [{ title: '红楼梦' }, {}] } });
    await put('Titles.graphql', 'query Titles { books { id title } }');
    const { text, differs } = await difference(store, [path('Titles.graphql')], { owner: 'web' });
    expect([text, differs]).toEqual(['Titles 2  new version\n  +     id', true]);
    expect(await publishing(path('Titles.graphql'))).toMatch(/^Titles 2 {2}new version\n/);
    await vi.waitFor(
      async () => expect(await op('Titles')).toMatchObject({ data: { books: [{ id: '1' }, {}] } }),
      WAIT,
    );
    expect(await op('Titles/1')).toEqual({ data: { books: [{ title: '红楼梦' }, { title: 'Middlemarch' }] } });
    expect((await difference(store, [path('Titles.graphql')], { owner: 'web' })).differs).toBe(false);
    expect(await listOperations(store, {})).toMatch(/^operation .*\nTitles 2 +\w{12} +web +any +since .*\nTitles 1 /);
    expect(await retire(retiring(), ['Titles@1'])).toMatch(/^1 version retired/);
    await vi.waitFor(async () => expect(await op('Titles/1')).toMatchObject({ code: 'NOT_FOUND' }), WAIT);
    expect(await op('Titles')).toMatchObject({ data: { books: [{ id: '1' }, {}] } });
    await expect(retire(retiring(), ['Titles@1'])).rejects.toThrow(/No operation Titles@1 is served/);
  });

  test('takes manifests, and answers their ids, Relay’s too', async () => {
    const text = 'query Relay {\n  books {\n    title\n  }\n}\n';
    await publishing(await put('relay.json', JSON.stringify({ '5e1f00c0ffee': text })), { clients: 'any' });
    const ask = () => post(gateway.url, { documentId: '5e1f00c0ffee' } as object);
    await vi.waitFor(async () => expect((await ask()).data).toMatchObject({ books: [{ title: '红楼梦' }, {}] }), WAIT);
  });

  test('says which clients may use it by names that a client can have', async () => {
    const file = await put('Named.graphql', 'query Named { books { id } }');
    for (const wrong of ['Web', 'app:', 'azp:web']) {
      await expect(publishing(file, { clients: wrong })).rejects.toThrow(/is no name of a client/);
    }
    await publishing(file, { clients: 'partner-a,app:web' });
    expect((await store.read()).operations.Named?.[0]?.clients).toEqual(['partner-a', 'app:web']);
  });

  test('takes nothing of what the supergraph can’t answer in part, and tells all of it', async () => {
    const before = await store.version();
    const texts = { a: 'query Fine { books { id } }', b: 'query Bad { nowhere }', c: 'query Worse { books { x } }' };
    const file = await put('bad.json', JSON.stringify(texts));
    await expect(publishing(file)).rejects.toThrow(
      /can’t answer Bad, owned by web \(Cannot query field "nowhere".*\); Worse, owned by web .*; nothing is published/,
    );
    expect(await store.version()).toBe(before);
  });

  test('keeps the supergraph that it needs, until what would break is retired', async () => {
    await publishing(await put('Pages.graphql', 'query Pages { books { pages } }'), { owner: 'team-pages' });
    await vi.waitFor(async () => expect(await op('Pages')).toHaveProperty('data'), WAIT);
    const without = {
      books: { ...booksParts, typeDefs: booksParts.typeDefs.replace(' pages: Int', '') },
      reviews: {
        ...reviewsParts,
        typeDefs: reviewsParts.typeDefs
          .replace('pages: Int @external', '')
          .replace('minutes: Int @requires(fields: "pages")', ''),
      },
    };
    await using next = await librarySupergraph({ books: books.origin, reviews: reviews.origin }, without);
    const { readFile } = await import('node:fs/promises');
    await writeFile(supergraph.file, await readFile(next.file, 'utf8'));
    const stays = () => gateway.logs.findLast(({ msg }) => msg === 'the supergraph stays as it was');
    await vi.waitFor(
      () => expect(stays()?.reason).toMatch(/breaks registered operations: Pages version 1, owned by team-pages/),
      WAIT,
    );
    const metrics = async () => (await fetch(`${gateway.url}/metrics`)).text();
    expect(await metrics()).toContain(
      'gateway_broken_operations{operation="Pages",version="1",owner="team-pages"} 1\n',
    );
    expect(await op('Pages')).toHaveProperty('data');
    await retire(retiring(), ['Pages']);
    await vi.waitFor(() => expect(gateway.logs.some(({ msg }) => msg === 'serving a new supergraph')).toBe(true), WAIT);
    expect(await metrics()).not.toContain('gateway_broken_operations{');
    expect(await op('Titles')).toHaveProperty('data');
  });
});
