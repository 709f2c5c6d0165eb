import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { type Environment, readConfig } from '../../gateway/config.ts';
import { startGateway } from '../../gateway/main.ts';
import { librarySupergraph, post, type SupergraphFile, settings } from '../kit/gateway.ts';
import { hostile } from '../kit/hostile.ts';
import { booksParts, reviewsParts } from '../kit/library.ts';
import { startRawServer, startSubgraph } from '../kit/subgraph.ts';

async function start(supergraph: SupergraphFile, env: Environment = {}) {
  const logs: Record<string, unknown>[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logs.push(JSON.parse(line)) });
  // No fetch is to be given up while a busy machine makes a new snapshot.
  const patient = { GATEWAY_FORWARD: 'none', GATEWAY_SUBGRAPH_TIMEOUT_MS: '30000' };
  const gateway = await startGateway(readConfig(settings(supergraph, { ...patient, ...env }), {}), log);
  const told = (message: string) => logs.filter(({ msg }) => msg === message).length;
  return {
    url: gateway.url,
    logs,
    /** Resolves when a line of the log was written so many times. */
    async says(message: string, times = 1): Promise<void> {
      while (told(message) < times) await sleep(5);
    },
    [Symbol.asyncDispose]: () => gateway.close(),
  };
}

const SWAPPED = 'serving a new supergraph';
const REFUSED = 'the supergraph stays as it was';

/** The same supergraph with other URLs. */
async function moved({ file }: SupergraphFile, from: string, to: string): Promise<string> {
  return (await readFile(file, 'utf8')).replaceAll(from, to);
}

describe('a supergraph that changes', () => {
  test('is served under load without a failed request, from the subgraphs that it names', async () => {
    await using here = await startSubgraph(booksParts);
    await using there = await startSubgraph(booksParts);
    await using reviews = await startSubgraph(reviewsParts);
    await using supergraph = await librarySupergraph({ books: here.origin, reviews: reviews.origin });
    await using gateway = await start(supergraph);
    const atStart = gateway.logs.length;
    const texts = [await readFile(supergraph.file, 'utf8'), await moved(supergraph, here.origin, there.origin)];
    let loading = true;
    let answered = 0;
    const failures: unknown[] = [];
    const client = async (id: number) => {
      for (let turn = 0; loading; turn++) {
        // Every fifth is an operation that nobody asked before.
        const query = turn % 5 === 0 ? `{ a${id}_${turn}: books { title } }` : '{ books { title rating minutes } }';
        const { status, errors } = await post(gateway.url, { query });
        if (status !== 200 || errors.length > 0) failures.push(errors);
        answered++;
        // The load is to be there, not to take the machine from those who read supergraphs.
        await sleep(5);
      }
    };
    const clients = Array.from({ length: 6 }, (_, id) => client(id));
    for (let swap = 1; swap <= 4; swap++) {
      await writeFile(supergraph.file, texts[swap % 2] ?? '');
      await gateway.says(SWAPPED, swap);
      const before = answered;
      while (answered < before + 30) await sleep(5);
    }
    loading = false;
    await Promise.all(clients);
    expect(failures).toEqual([]);
    expect(there.seen.filter(({ path }) => path === '/graphql').length).toBeGreaterThan(0);
    expect(gateway.logs.slice(atStart).filter(({ level }) => Number(level) >= 40)).toEqual([]);
  });

  test('leaves a request that is under way to end as it began', async () => {
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    await using books = await startSubgraph(booksParts);
    await using slow = await startRawServer(async (_request, response) => {
      await released;
      response.end(JSON.stringify({ data: { newestReview: { text: 'from the old one' } } }));
    });
    await using quick = await startSubgraph(reviewsParts);
    await using supergraph = await librarySupergraph({ books: books.origin, reviews: slow.origin });
    await using gateway = await start(supergraph);
    const underWay = post(gateway.url, { query: '{ newestReview { text } }' });
    while (slow.seen.length === 0) await sleep(5);
    await writeFile(supergraph.file, await moved(supergraph, slow.origin, quick.origin));
    await gateway.says(SWAPPED);
    expect((await post(gateway.url, { query: '{ newestReview { text } }' })).data).toEqual({
      newestReview: { text: '好书' },
    });
    release();
    expect((await underWay).data).toEqual({ newestReview: { text: 'from the old one' } });
  });

  test('is refused where it is none: the old one answers on, and log and metrics tell', async () => {
    await using books = await startSubgraph(booksParts);
    await using supergraph = await librarySupergraph({ books: books.origin, reviews: books.origin });
    await using gateway = await start(supergraph);
    await writeFile(supergraph.file, 'type Query { books: Missing }');
    await gateway.says(REFUSED);
    expect((await post(gateway.url, { query: '{ books { title } }' })).data).toHaveProperty('books.length', 2);
    const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
    expect(metrics).toContain('gateway_supergraph_reloads_total{outcome="refused"} 1\n');
  });
});

test('a supergraph from a URL is named in the log without the URL’s query', async () => {
  await using books = await startSubgraph(booksParts);
  await using supergraph = await librarySupergraph({ books: books.origin, reviews: books.origin });
  const sdl = await readFile(supergraph.file);
  await using there = await startRawServer((_request, response) => void response.end(sdl));
  await using gateway = await start(supergraph, { GATEWAY_SUPERGRAPH: `${there.origin}/graph?token=secret` });
  expect(there.seen[0]?.path).toBe('/graph?token=secret');
  expect(gateway.logs).toContainEqual(expect.objectContaining({ msg: 'serving', supergraph: `${there.origin}/graph` }));
  expect(JSON.stringify(gateway.logs)).not.toContain('secret');
});

test('an operation that is too heavy to plan holds up nobody, and costs only whoever sent it', async () => {
  await using graphs = await startRawServer((_request, response) => {
    response.end(JSON.stringify({ data: { start: { __typename: 'A', id: '1' } } }));
  });
  await using supergraph = await librarySupergraph({ books: graphs.origin, reviews: graphs.origin });
  const sdl = hostile.supergraphSdl.replaceAll(/http:\/\/(graphs|names)\.test\//g, graphs.origin);
  await writeFile(join(supergraph.folder, 'supergraph.graphql'), sdl);
  await using gateway = await start(supergraph, { GATEWAY_PLANNING_TIMEOUT_MS: '2000' });
  const known = { query: '{ start { id } }' };
  await post(gateway.url, known);
  const order: string[] = [];
  const heavy = post(gateway.url, { query: hostile.query }).finally(() => order.push('heavy'));
  const behind = post(gateway.url, { query: '{ again: start { id } }' }).finally(() => order.push('behind'));
  for (let turn = 0; turn < 10; turn++) await post(gateway.url, known).finally(() => order.push('known'));
  expect((await heavy).errors.map(({ extensions }) => extensions?.code)).toEqual(['OPERATION_TOO_COMPLEX']);
  expect((await behind).errors).toEqual([]);
  expect(order.slice(0, 10)).toEqual(Array(10).fill('known'));
  expect((await post(gateway.url, { query: hostile.query })).errors).toHaveLength(1);
  const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
  expect(metrics).toContain('gateway_planning_seconds_count{outcome="OPERATION_TOO_COMPLEX"} 1\n');
});
