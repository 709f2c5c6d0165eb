import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { librarySupergraph } from '../kit/gateway.ts';
import { booksParts, reviewsParts } from '../kit/library.ts';
import { startSubgraph } from '../kit/subgraph.ts';

const run = promisify(execFile);

const REQUESTS = [
  { query: '{ books { id title pages author { name } rating minutes reviews { text book { title } } } }' },
  { query: 'query Page($id: ID!) { book(id: $id) { __typename name: title score } }', variables: { id: '2' } },
  { query: 'mutation { bookAdd(title: "新书") { title rating } }' },
  { query: '{ books { title } fail(how: "input") }' },
  { query: '{ fail(how: "sql") }' },
  { query: '{ books { title fail(how: "coded") } }' },
  { query: '{ book(id: "none") { title } __schema { queryType { name } } }' },
  { query: 'query Page($id: ID!) { book(id: $id) { title } }' },
  { query: '{ bookz }' },
];

describe('the packed gateway, in a project of its own beside a plain Apollo Server', () => {
  let project: string;

  beforeAll(async () => {
    project = await mkdtemp(join(tmpdir(), 'redcat-drop-in-'));
    await pack(project);
    for (const name of ['@apollo/server', '@apollo/gateway', 'graphql']) await link(name, project);
    await copyFile('test/kit/drop-in-server.mjs', join(project, 'server.mjs'));
  });

  afterAll(() => rm(project, { recursive: true }));

  test('shows to plugins and clients what Apollo Gateway does', async () => {
    await using books = await startSubgraph(booksParts);
    await using reviews = await startSubgraph(reviewsParts);
    await using supergraph = await librarySupergraph({ books: books.origin, reviews: reviews.origin });
    const answers = (gateway: string) =>
      answersOf(project, REQUESTS, { GATEWAY: gateway, SUPERGRAPH: supergraph.file });
    const ours = await answers('redcat');
    expect(ours).toHaveLength(REQUESTS.length);
    expect(ours[0]?.data).toMatchObject({ books: [{ title: '红楼梦', rating: 4 }, { title: 'Middlemarch' }] });
    expect(ours).toEqual((await answers('apollo')).map(withRealPaths));
  });

  test('answers @defer whole, and in parts with its plugin, in both formats that Apollo Server writes', async () => {
    await using books = await startSubgraph(booksParts);
    await using reviews = await startSubgraph(reviewsParts);
    await using supergraph = await librarySupergraph({ books: books.origin, reviews: reviews.origin });
    const query = '{ book(id: "1") { title ... @defer(label: "later") { rating fail(how: "input") } } }';
    const accepts = [
      'application/json',
      'multipart/mixed; deferSpec=20220824',
      'multipart/mixed; incrementalSpec=v0.2',
    ];
    const requests = accepts.map((accept) => ({ query, accept: `${accept}, application/json;q=0.5` }));
    const env = { GATEWAY: 'redcat', SUPERGRAPH: supergraph.file };
    const whole = { book: { title: '红楼梦', rating: 4, fail: null } };
    for (const { data } of await answersOf(project, requests, env)) expect(data).toEqual(whole);
    const [plain, deferSpec, incrementalSpec] = await answersOf(project, requests, { ...env, DEFER: 'on' });
    expect(plain?.data).toEqual(whole);
    const first = { data: { book: { title: '红楼梦' } }, hasNext: true };
    const [{ rating, fail }, errors] = [whole.book, [{ path: ['book', 'fail'], extensions: { code: 'PAGE_INVALID' } }]];
    expect(deferSpec?.parts).toMatchObject([
      first,
      { incremental: [{ label: 'later', path: ['book'], data: { rating, fail }, errors }], hasNext: false },
    ]);
    expect(incrementalSpec?.parts).toMatchObject([
      { ...first, pending: [{ id: '0', label: 'later', path: ['book'] }] },
      { incremental: [{ id: '0', data: { rating, fail }, errors }], completed: [{ id: '0' }], hasNext: false },
    ]);
  });

  test('brings the command redcat', async () => {
    const { stdout } = await run(process.execPath, ['node_modules/redcat-gateway/gateway/cli.js', '--help'], {
      cwd: project,
    });
    expect(stdout).toMatch(/start +serve a supergraph/);
    expect(stdout).toContain('npx redcat start');
    expect(stdout).not.toContain('gateway/cli.ts');
  });
});

/** What a server of the project answers to requests, one after the other. */
async function answersOf(
  project: string,
  requests: readonly object[],
  env: Record<string, string>,
): Promise<Answered[]> {
  const all = { ...process.env, APOLLO_TELEMETRY_DISABLED: '1', REQUESTS: JSON.stringify(requests), ...env };
  const { stdout } = await run(process.execPath, ['server.mjs'], { cwd: project, env: all });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Answered);
}

interface Answered {
  readonly data?: unknown;
  /** Of a multipart answer. */
  readonly parts?: unknown;
}

/** Apollo Gateway's path of an error within entities is its plan's, `books.@._entities."0".fail`; a client's is `books.0.fail`. */
function withRealPaths(answer: object): object {
  return JSON.parse(JSON.stringify(answer).replaceAll(/"@","_entities","(\d+)"/g, '$1'));
}

/** Unpacks the gateway into a project's node_modules, with exactly the packages that its manifest asks for beside it. */
async function pack(project: string): Promise<void> {
  const { stdout } = await run(process.execPath, ['packaging/pack.ts', '--out', project]);
  const home = join(project, 'node_modules/redcat-gateway');
  await mkdir(home, { recursive: true });
  await run('tar', ['xzf', stdout.trim().split('\n').at(-1) ?? '', '--strip-components=1', '-C', home]);
  const { dependencies } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { dependencies: object };
  for (const name of Object.keys(dependencies)) await link(name, project);
}

async function link(name: string, project: string): Promise<void> {
  const target = join(project, 'node_modules', name);
  await mkdir(dirname(target), { recursive: true });
  await symlink(resolve('node_modules', name), target);
}
