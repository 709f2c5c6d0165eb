import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSystem, type TestSystem } from '../kit/test-system.ts';

const run = promisify(execFile);

/** The page's commands, block by block. */
function commandsOf(page: string): string[] {
  return [...page.matchAll(/```sh\n(.*?)```/gs)].map(([, text = '']) => text);
}

/** Starts a server by the page's command. @returns where it says that it is, and what ends it */
async function serve(command: string) {
  const [program = '', ...args] = command.trim().split(' ');
  const server = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(server, 'exit');
  const stop = async () => {
    server.kill();
    await ended;
  };
  const [said] = await once(createInterface(server.stdout), 'line');
  return { said: String(said), stop };
}

describe('a platform that joins while the gateway runs', () => {
  let folder: string;
  let system: TestSystem;
  let commands: string[];
  let env: NodeJS.ProcessEnv;
  let server: Awaited<ReturnType<typeof serve>>;

  /** Runs a block as it stands, but for where its files are. */
  const walk = async (block = '') => {
    const text = block
      .replaceAll('.data/', `${folder}/`)
      .replaceAll('examples/video/subgraphs.json', join(folder, 'subgraphs.json'));
    const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', text], { env });
    return stdout;
  };
  const block = (words: string) => {
    const found = commands.filter((each) => each.includes(words));
    expect(found, words).toHaveLength(1);
    return found[0];
  };
  const answer = async (words: string) => JSON.parse(await walk(block(words)));

  beforeAll(async () => {
    commands = commandsOf(await readFile('docs/add-a-subgraph.md', 'utf8'));
    folder = await mkdtemp(join(tmpdir(), 'redcat-joining-'));
    env = { ...process.env };
    const [video, merchant] = (await walk(block('clients add'))).match(/rck_\S+/g) ?? [];
    system = await startSystem({
      GATEWAY_KEYS: join(folder, 'clients.json'),
      GATEWAY_SUPERGRAPH: join(folder, 'supergraph.graphql'),
      GATEWAY_SUPERGRAPH_POLL_MS: '100',
    });
    env = { ...process.env, API: system.urls.gateway, VIDEO_KEY: video, MERCHANT_KEY: merchant };
    server = await serve(block('main.ts')?.replace('npx ', '').replace('4003', '0') ?? '');
    const list = JSON.parse(await readFile('examples/video/subgraphs.json', 'utf8'));
    for (const [name, subgraph] of Object.entries<{ schema: string; url: string }>(list)) {
      subgraph.schema = resolve('examples/video', subgraph.schema);
      if (name === 'video') subgraph.url = `${/http\S+\//.exec(server.said)?.[0]}graphql`;
    }
    await writeFile(join(folder, 'subgraphs.json'), JSON.stringify(list));
  });

  afterAll(async () => {
    await system?.[Symbol.asyncDispose]();
    await server?.stop();
    await rm(folder, { recursive: true });
  });

  const ask = async (query: string) => {
    const headers = { 'content-type': 'application/json', 'x-api-key': env.VIDEO_KEY ?? '' };
    const response = await fetch(`${env.API}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
    return (await response.json()) as { data?: object; errors?: object[] };
  };

  test('breaks nobody, and is served once its supergraph is swapped in, without a request that fails', async () => {
    expect(await walk(block('cli.ts check'))).toMatch(/^0 breaking, 0 dangerous, \d+ safe changes/m);
    expect(await ask('{ clips { id } }')).not.toHaveProperty('data');
    const swapped = walk(block('cli.ts compose'));
    let asked = 0;
    for (let joined = false; !joined; asked++) {
      const { data, errors } = await ask('{ product(id: "product_1") { title shop { name } } }');
      expect(errors).toBeUndefined();
      expect(data).toMatchObject({ product: { title: '云霁里 防晒霜' } });
      joined = (await ask('{ clips { id } }')).errors === undefined;
      await sleep(10);
    }
    await swapped;
    expect(asked).toBeGreaterThan(1);
    expect((await fetch(`${env.API}/readyz`)).status).toBe(200);
    const { data } = await answer('product(id:');
    const [sunscreen] = data.product.clips[1].products;
    expect(data.product.clips.map(({ id }: { id: string }) => id)).toEqual(['clip_3', 'clip_1']);
    expect(sunscreen).toEqual({
      title: '云霁里 防晒霜',
      price: { amount: '339.00' },
      shop: { name: '云霁里美妆旗舰店' },
    });
  });

  test('has its clicks and the orders after them in conversion: asked for, live, and in the merchant’s feed', async () => {
    expect(await answer('tap-1", "stage": "LINK_CLICK')).toMatchObject({ accepted: 1, rejected: 0 });
    expect(await answer('"stage": "ORDER_PAID"')).toMatchObject({ accepted: 1, rejected: 0 });
    const figures = { linkClicks: 1, orders: 1 };
    expect((await answer('clip(id:')).data.clip).toMatchObject({
      title: '在海边站一天，这支防晒到底行不行',
      source: { conversion: { ...figures, netSales: { amount: '339.00' }, conversionRate: '1.0000' } },
    });
    const [, live = ''] = /^data: (.*"data".*)$/m.exec(await walk(block('subscription'))) ?? [];
    expect(JSON.parse(live)).toMatchObject({
      data: { sourceConversionUpdated: { clip: { title: '在海边站一天，这支防晒到底行不行' }, conversion: figures } },
    });
    const { nodes } = (await answer('conversions(filter')).data.conversions;
    expect(nodes).toContainEqual({
      eventId: 'paid-1',
      value: { amount: '339.00' },
      source: { clip: { title: '在海边站一天，这支防晒到底行不行' } },
    });
  });

  test('is the only one who tells of its items’ clicks, and when it is gone the rest is whole', async () => {
    const tap = block('tap-1", "stage": "LINK_CLICK')?.replace('$VIDEO_KEY', '$MERCHANT_KEY').replace('tap-1', 'tap-2');
    expect(JSON.parse(await walk(tap)).results).toMatchObject([{ error: { code: 'EVENT_SOURCE_FORBIDDEN' } }]);
    await server.stop();
    const { data } = await ask('{ product(id: "product_1") { title clips { id } } }');
    expect(data).toEqual({ product: { title: '云霁里 防晒霜', clips: null } });
  });
});
