import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gatewayCli } from '../kit/gateway-process.ts';
import { booksParts, reviewsParts } from '../kit/library.ts';

/** A git repository with the library's two subgraphs. */
async function repository() {
  const folder = await mkdtemp(join(tmpdir(), 'redcat-cli-'));
  const write = (file: string, text: string) => writeFile(join(folder, 'schema', file), text);
  await mkdir(join(folder, 'schema'));
  await write('books.graphql', booksParts.typeDefs);
  await write('reviews.graphql', reviewsParts.typeDefs);
  await write(
    'subgraphs.json',
    JSON.stringify({
      books: { schema: 'books.graphql', url: 'http://127.0.0.1:1/graphql' },
      reviews: { schema: 'reviews.graphql', url: 'http://127.0.0.1:2/graphql' },
    }),
  );
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=t', '-c', 'user.email=t@example.test', ...args], {
      stdio: 'pipe',
    });
  git('init', '--quiet');
  return {
    folder,
    write,
    commit() {
      git('add', '.');
      git('commit', '--quiet', '-m', 'x');
    },
    run: (...args: string[]) => gatewayCli(args, { cwd: folder }),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}

describe('compose', () => {
  test('writes a supergraph, and --check tells whether it is the one that would be written', async () => {
    await using repo = await repository();
    const missing = await repo.run('compose', '--check');
    expect(missing).toMatchObject({ status: 1, stderr: expect.stringContaining('schema/supergraph.graphql is stale') });
    expect(await repo.run('compose')).toMatchObject({
      status: 0,
      stdout: 'wrote schema/supergraph.graphql\n',
      stderr: '',
    });
    const text = await readFile(join(repo.folder, 'schema/supergraph.graphql'), 'utf8');
    expect(text).toMatch(/join__graph\(name: "books"/);
    expect(text.endsWith('}\n')).toBe(true);
    expect(await repo.run('compose', '--check')).toMatchObject({ status: 0, stdout: '' });
    await repo.write('books.graphql', booksParts.typeDefs.replace('pages: Int', 'pages: Int isbn: String'));
    const stale = await repo.run('compose', '--check');
    expect(stale).toMatchObject({ status: 1, stderr: expect.stringContaining('npm run compose') });
    expect(await readFile(join(repo.folder, 'schema/supergraph.graphql'), 'utf8')).toBe(text);
  });

  test('tells why subgraphs do not compose, by code, without a stack', async () => {
    await using repo = await repository();
    await repo.write('books.graphql', booksParts.typeDefs.replace('@key(fields: "id")', '@key(fields: "isbn")'));
    const { status, stderr } = await repo.run('compose');
    expect(status).toBe(1);
    expect(stderr).toContain('KEY_INVALID_FIELDS');
    expect(stderr).toContain('isbn');
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test('hints at what looks like a mistake, and not at a type that waits for its first field', async () => {
    await using repo = await repository();
    await repo.write('books.graphql', `${booksParts.typeDefs} enum Unused { A B }`);
    expect((await repo.run('compose')).stdout).not.toContain('hint');
    await repo.write(
      'reviews.graphql',
      reviewsParts.typeDefs
        .replace('"@external"', '"@external", "@shareable"')
        .replace('text: String!', 'text: String! @shareable'),
    );
    await repo.write(
      'books.graphql',
      `${booksParts.typeDefs.replace('"@external"', '"@external", "@shareable"')} type Review { text: String @shareable }`,
    );
    expect((await repo.run('compose')).stdout).toMatch(/hint: .*Review\.text/);
  });
});

describe('check', () => {
  test('tells breaking, dangerous and safe changes since a revision, and fails for breaking ones alone', async () => {
    await using repo = await repository();
    await repo.run('compose');
    repo.commit();
    expect(await repo.run('check')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('0 breaking, 0 dangerous, 0 safe'),
    });
    const safe = booksParts.typeDefs
      .replace('pages: Int', 'pages: Int isbn: String')
      .replace('find(filter: BookFilter!)', 'find(filter: BookFilter!, first: Int)');
    await repo.write('books.graphql', safe);
    const added = await repo.run('check');
    expect(added).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/0 breaking, 1 dangerous, 1 safe changes since HEAD/),
    });
    await repo.write('books.graphql', safe.replace('author: Author', '').replace('type Author { name: String! }', ''));
    const { status, stdout } = await repo.run('check', '--since', 'HEAD', '--json');
    expect(status).toBe(1);
    const told = JSON.parse(stdout);
    expect(told).toMatchObject({ since: 'HEAD', compared: true });
    expect(told.breaking).toEqual(
      expect.arrayContaining([expect.objectContaining({ path: 'Book.author', type: 'FIELD_REMOVED' })]),
    );
    expect(told.dangerous).toMatchObject([{ path: 'Query.find.first' }]);
    expect(told.safe).toMatchObject([{ path: 'Book.isbn' }]);
    const text = await repo.run('check');
    expect(text.status).toBe(1);
    expect(text.stdout).toMatch(/^breaking:\n(?: {2}.*\n)* {2}.*'author'/m);
  });

  test('tells whom a change breaks, of clients and of registered operations, and passes where nobody uses what it changes', async () => {
    await using repo = await repository();
    await repo.run('compose');
    repo.commit();
    const now = new Date().toISOString();
    const use = { id: 'a', requests: 1, errors: 0, milliseconds: 1, cost: 1, first: now, last: now };
    const usage = {
      format: 'redcat-usage',
      version: 1,
      operations: { web: [use] },
      fields: { 'Book.author': { web: now } },
    };
    await repo.write('usage.json', JSON.stringify(usage));
    await repo.write('books.graphql', booksParts.typeDefs.replace('fail(how: String!): String', ''));
    const unused = await repo.run('check', '--usage', 'schema/usage.json');
    expect(unused).toMatchObject({ status: 0, stdout: expect.stringMatching(/nobody has used .*\n.*'fail'/) });
    await repo.write(
      'books.graphql',
      booksParts.typeDefs.replace('author: Author', '').replace('type Author { name: String! }', ''),
    );
    await mkdir(join(repo.folder, 'schema/operations/team-a'), { recursive: true });
    await repo.write('operations/team-a/Authors.graphql', 'query Authors { books { author { name } } }');
    const { status, stdout } = await repo.run('check', '--usage', 'schema/usage.json');
    expect(status).toBe(1);
    expect(stdout).toMatch(/'author'.*\n {4}breaks web \(last on /);
    expect(stdout).toMatch(/any more:\n {2}Authors version 1, owned by team-a \(Cannot query field "author"/);
  });

  test('says plainly that a revision has no schema yet, and passes', async () => {
    await using repo = await repository();
    repo.commit();
    const first = await repo.run('check');
    expect(first).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('HEAD has no schema/supergraph.graphql'),
    });
    const json = await repo.run('check', '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({ compared: false, breaking: [] });
  });

  test('says that git knows no such revision', async () => {
    await using repo = await repository();
    repo.commit();
    for (const revision of ['nowhere', '--output=x']) {
      const { status, stderr } = await repo.run('check', `--since=${revision}`);
      expect(status).toBe(1);
      expect(stderr).toContain(`git knows no revision ${revision}`);
    }
  });
});

describe('the command line', () => {
  test('helps: all commands, and each with an example', async () => {
    const all = await gatewayCli(['help']);
    expect(all.status).toBe(0);
    for (const command of ['start', 'compose', 'check']) {
      expect(all.stdout).toContain(`  ${command} `);
      const one = await gatewayCli([command, '--help']);
      expect(one).toMatchObject({ status: 0, stdout: expect.stringContaining('Example: ') });
    }
    expect((await gatewayCli([])).stdout).toBe(all.stdout);
  });

  test.each([
    { args: ['stat'], says: /There is no command stat/ },
    { args: ['constructor'], says: /There is no command constructor/ },
    { args: ['start', '--supergrph=x'], says: /Unknown option '--supergrph'/, ends: 2 },
    { args: ['start', '--supergraph=nowhere.graphql'], says: /nowhere\.graphql.*npm run compose/ },
    { args: ['start', '--supergraph=package.json'], says: /package\.json can’t be read/ },
    { args: ['compose', '--subgraphs=nowhere.json'], says: /nowhere\.json can’t be read/ },
    {
      args: ['start'],
      env: { GATEWAY_LOGLEVEL: 'info' },
      says: /GATEWAY_LOGLEVEL is unknown; did you mean GATEWAY_LOG_LEVEL/,
      ends: 2,
    },
    { args: ['start'], env: { HOST: '0.0.0.0' }, says: /HOST=0\.0\.0\.0: must be a loopback address/, ends: 2 },
    {
      args: ['start'],
      env: { GATEWAY_SUBGRAPH_URLS: 'contnt=http://127.0.0.1:1/' },
      says: /names contnt; the supergraph has/,
      ends: 2,
    },
  ])('refuses $args $env with what to mend, and no stack', async ({ args, env = {}, says, ends = 1 }) => {
    const { status, stderr, stdout } = await gatewayCli(args, { env: { PORT: '0', ...env } });
    expect(status).toBe(ends);
    expect(stderr).toMatch(says);
    expect(stderr + stdout).not.toMatch(/\n\s+at /);
  });
});
