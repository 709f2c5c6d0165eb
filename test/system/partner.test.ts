import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type TestClients, testClients } from '../kit/clients.ts';
import { startSystem, type TestSystem } from '../kit/test-system.ts';

const run = promisify(execFile);
const bin = (name: string) => resolve('node_modules/.bin', name);

/** The page's code in one language, block by block. */
function blocksOf(page: string, language: string): string[] {
  return [...page.matchAll(/```(\w*)\n(.*?)```/gs)]
    .filter(([, each]) => each === language)
    .map(([, , text = '']) => text);
}

describe('a partner who has curl and a key', () => {
  let clients: TestClients;
  let system: TestSystem;
  let folder: string;
  let env: NodeJS.ProcessEnv;
  let page: string;

  beforeAll(async () => {
    page = await readFile('docs/partner.md', 'utf8');
    folder = await mkdtemp(join(tmpdir(), 'redcat-partner-'));
    clients = await testClients();
    await clients.add('somebody-else');
    system = await startSystem({ GATEWAY_KEYS: clients.file });
    const [add = ''] = blocksOf(page, 'sh');
    const { stdout } = await run('bash', ['-euc', add.replaceAll('.data/clients.json', clients.file)]);
    const KEY = /rck_\S+/.exec(stdout)?.[0] ?? '';
    env = { ...process.env, API: system.urls.gateway, KEY };
    await vi.waitFor(
      async () => expect((await fetch(`${env.API}/openapi.json`, { headers: { 'x-api-key': KEY } })).status).toBe(200),
      10_000,
    );
  });

  afterAll(async () => {
    await system?.[Symbol.asyncDispose]();
    await clients?.[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  test('gets its conversions since a cursor, and reports events, as the walkthrough has it', async () => {
    const [, ...blocks] = blocksOf(page, 'sh');
    const script = blocks.map((block) => `${block}\nprintf '\\n===\\n'`).join('\n');
    const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', script], { cwd: folder, env });
    const [operations = '', first = '', recorded = '', wrong = '', since = ''] = stdout.split('\n===\n');
    expect(operations.match(/Partner\w+/g)).toEqual(['PartnerConversionsSince', 'PartnerEventsRecord']);
    expect(JSON.parse(first)).toMatchObject({ product: { platformId: 'platform_tmall' } });
    expect(JSON.parse(recorded)).toMatchObject({ data: { eventsRecord: { accepted: 1, rejected: 0 } } });
    expect(JSON.parse(wrong)).toMatchObject({
      status: 400,
      code: 'BAD_USER_INPUT',
      errors: [{ name: 'event' }, { name: 'events' }],
    });
    const { conversions } = JSON.parse(since).data;
    expect(conversions.pageInfo.hasNextPage).toBe(false);
    expect(conversions.nodes).toMatchObject([{ eventId: 'walk-1', stage: 'ORDER_PAID', value: { amount: '339.00' } }]);
  });

  test('finds a valid OpenAPI document, and a client generated from it type-checks and runs', async () => {
    await run(process.execPath, [
      'test/kit/openapi-types.mjs',
      join(folder, 'openapi.json'),
      join(folder, 'redcat.d.ts'),
    ]);
    const [client = ''] = blocksOf(page, 'ts');
    await writeFile(join(folder, 'client.ts'), client);
    await writeFile(
      join(folder, 'wrong.ts'),
      client.replace('{ after: pageInfo.endCursor }', '{ since: pageInfo.endCursor }'),
    );
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    const options = ['--noEmit', '--strict', '--skipLibCheck', '--allowImportingTsExtensions'];
    const target = ['--target', 'es2024', '--module', 'nodenext'];
    const types = ['--types', 'node', '--typeRoots', resolve('node_modules/@types')];
    const check = (file: string) => run(bin('tsc'), [...options, ...target, ...types, file], { cwd: folder });
    await check('client.ts');
    await expect(check('wrong.ts')).rejects.toMatchObject({ stdout: expect.stringContaining('since') });
    const { stdout } = await run(process.execPath, [join(folder, 'client.ts')], { env });
    expect(stdout).toContain('ORDER_PAID 339.00 620000004320');
  });
});
