import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import type { Report } from '../../bench/gateways/report.ts';
import { composeLocal, withLink } from '../kit/federation.ts';
import { startSubgraph } from '../kit/subgraph.ts';

const users = {
  typeDefs: 'type Query { me: User } type User @key(fields: "id") { id: ID! name: String }',
  resolvers: { Query: { me: () => ({ id: '1', name: 'Ada' }) } },
};

const bench = (...args: string[]) =>
  promisify(execFile)(process.execPath, [
    'bench/gateways.ts',
    '--rounds',
    '2',
    '--seconds',
    '0.2',
    '--warmup',
    '0.2',
    ...args,
  ]);

test('anyone can measure a workload of their own, and replay what its subgraphs answered without them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'redcat-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [supergraph, query, recorded, results] = ['s.graphql', 'Me.graphql', 'answers.json', 'results.json'].map(
    (name) => join(folder, name),
  ) as [string, string, string, string];
  await writeFile(supergraph, composeLocal({ users }));
  await writeFile(query, 'query Me { me { id name } }');
  const own = ['--supergraph', supergraph, '--query', query, '--only', 'redcat,redcat-door', '--modes', 'unshared'];

  {
    await using subgraph = await startSubgraph({ ...users, typeDefs: withLink(users.typeDefs) });
    await bench(...own, '--subgraphs', `users=${subgraph.origin}/graphql`, '--record', recorded);
  }
  const only = ['--only', 'redcat,redcat-door,floor'];
  const { stdout } = await bench(...own, ...only, '--subgraphs', recorded, '--results', results);

  expect(stdout).toMatch(/RedCat through its own door +[\d.]+ +[\d.]+ \([\d.]+–[\d.]+\)/);
  const { rows, ratios } = JSON.parse(await readFile(results, 'utf8')) as Report;
  const gateways = [
    'Apollo Server + Apollo Gateway',
    'RedCat through Apollo Server',
    'RedCat through its own door',
    'no gateway: bare relay on sockets',
  ];
  expect(rows.map(({ gateway, workload, answerEqual }) => [gateway, workload, answerEqual])).toEqual(
    gateways.map((gateway) => [gateway, 'Me', true]),
  );
  for (const row of rows) {
    expect(row.cpuMsPerRequest).toBeGreaterThan(0);
    expect(row.subgraphRequestsPerRequest).toBeGreaterThanOrEqual(1);
  }
  expect(ratios.map(({ gateway, to }) => [gateway, to])).toEqual(gateways.slice(1).map((each) => [each, gateways[0]]));
}, 120_000);
