import { execFile } from 'node:child_process';
import { setImmediate as turn } from 'node:timers/promises';
import { promisify } from 'node:util';
import { GraphQLError } from 'graphql';
import { describe, expect, test } from 'vitest';
import { PLANNER_LIMITS } from '../../../../../gateway/planning/planning-options.ts';
import { SupergraphPlanner } from '../../../../../gateway/planning/supergraph-planner.ts';
import { PlanningThreads, type ThreadsOptions } from '../../../../../gateway/planning/threads/planning-threads.ts';
import { composeLocal } from '../../../../kit/federation.ts';
import { hostile } from '../../../../kit/hostile.ts';
import { liveWorkers } from '../../../../kit/live-workers.ts';
import { shop } from '../../execution/shop.ts';

const options: ThreadsOptions = {
  ...PLANNER_LIMITS,
  timeout: 60_000,
  queueLimit: 10,
  memory: 256,
  threads: 1,
  idleTime: 60_000,
};
const shopSdl = composeLocal(shop);

async function open(sdl = shopSdl, changed: Partial<ThreadsOptions> = {}): Promise<PlanningThreads & AsyncDisposable> {
  const thread = await PlanningThreads.open(sdl, { ...options, ...changed });
  return Object.assign(thread, { [Symbol.asyncDispose]: () => thread.close() });
}

const ask = (document: string) => ({ documents: [document], operationName: undefined });
const REVIEWS = ask('{ product(upc: "p1") { name reviews(first: 2) { author { name } } } }');

describe('a planning thread', () => {
  test('plans as the planner does in this thread, and tells the same of the supergraph', async () => {
    await using thread = await open();
    const here = new SupergraphPlanner(shopSdl, PLANNER_LIMITS);
    expect(thread.description).toEqual(here.description);
    expect(JSON.stringify(await thread.plan(REVIEWS))).toBe(JSON.stringify(here.plan(REVIEWS)));
  });

  test('tells why a supergraph or an operation is refused', async () => {
    await expect(open('type Query { a: Int }')).rejects.toThrow(GraphQLError);
    await using thread = await open(hostile.supergraphSdl, { pathsLimit: 1 });
    await expect(thread.plan(ask(hostile.query))).rejects.toMatchObject({
      extensions: { code: 'OPERATION_TOO_COMPLEX' },
    });
    await expect(thread.plan(ask('{ nothing }'))).rejects.toThrow(/nothing/);
  });

  test('leaves the main loop free while it plans', async () => {
    await using thread = await open(hostile.supergraphSdl, { timeout: 1000 });
    let turns = 0;
    const turning = setInterval(() => turns++, 1);
    await expect(thread.plan(ask(hostile.query))).rejects.toThrow();
    clearInterval(turning);
    expect(turns).toBeGreaterThan(20);
  });

  test('refuses an operation that takes too long, and plans those that waited behind it', async () => {
    await using thread = await open(hostile.supergraphSdl, { timeout: 500 });
    const heavy = thread.plan(ask(hostile.query));
    const behind = [thread.plan(ask('{ start { name } }')), thread.plan(ask('{ start { id } }'))];
    await expect(heavy).rejects.toMatchObject({ extensions: { code: 'OPERATION_TOO_COMPLEX' } });
    expect((await Promise.all(behind)).map((plans) => plans.length)).toEqual([1, 1]);
    await expect(thread.plan(ask('{ start { name id } }'))).resolves.toHaveLength(1);
  });

  test('refuses an operation that takes too much memory, and plans the next', async () => {
    await using thread = await open(hostile.supergraphSdl, { memory: 64 });
    await expect(thread.plan(ask(hostile.query))).rejects.toMatchObject({
      extensions: { code: 'OPERATION_TOO_COMPLEX' },
    });
    await expect(thread.plan(ask('{ start { name } }'))).resolves.toHaveLength(1);
  });

  test('refuses what is more than may wait', async () => {
    await using thread = await open(undefined, { queueLimit: 2 });
    const answers = await Promise.allSettled(Array.from({ length: 5 }, () => thread.plan(REVIEWS)));
    expect(answers.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
    ]);
    expect(answers[4]).toMatchObject({ reason: { extensions: { code: 'PLANNING_BUSY' } } });
  });

  test('that is retired answers what waits, and whoever still comes', async () => {
    await using thread = await open();
    const waiting = thread.plan(REVIEWS);
    thread.retire();
    await expect(waiting).resolves.toHaveLength(1);
    await expect(thread.plan(REVIEWS)).resolves.toHaveLength(1);
  });

  test('that is closed refuses what waits, and whoever still comes', async () => {
    const thread = await open();
    const waiting = expect(thread.plan(REVIEWS)).rejects.toThrow();
    await thread.close();
    await waiting;
    await expect(thread.plan(REVIEWS)).rejects.toThrow();
  });

  test('does not keep the process alive while nothing is to be planned', async () => {
    const script = `
      const { PlanningThreads } = await import('./gateway/planning/threads/planning-threads.ts');
      const { PLANNING } = await import('./gateway/planning/planning-options.ts');
      const thread = await PlanningThreads.open(process.argv[1], PLANNING);
      const plans = await thread.plan({ documents: ['{ ping }'], operationName: undefined });
      process.stdout.write(String(plans.length));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, shopSdl]);
    expect(stdout).toBe('1');
  });
});

describe('planning threads', () => {
  const MANY = { threads: 2, memory: 1024 };
  /** Many that each take long, none equal to another. */
  const heavy = (count: number, client?: string) =>
    Array.from({ length: count }, (_, index) => ({ ...ask(hostile.query.replace('name', `n${index}: name`)), client }));
  const short = (name: string, client?: string) => ({ ...ask(`{ start { ${name}: id } }`), client });

  test('plan short operations while one takes long', async () => {
    await using threads = await open(hostile.supergraphSdl, MANY);
    const long = outcomes(heavy(1).map((request) => threads.plan(request)));
    for (const name of ['a', 'b', 'c']) await expect(threads.plan(short(name))).resolves.toHaveLength(1);
    expect([...long.known]).toEqual([]);
  });

  test('plan short operations behind a flood of ones that take long', async () => {
    await using threads = await open(hostile.supergraphSdl, MANY);
    const long = outcomes(heavy(4).map((request) => threads.plan(request)));
    await expect(threads.plan(short('a'))).resolves.toHaveLength(1);
    await expect(threads.plan(short('b'))).resolves.toHaveLength(1);
    expect([...long.known]).toEqual([]);
  });

  test('let clients take turns', async () => {
    await using threads = await open(hostile.supergraphSdl, { ...MANY, threads: 1, timeout: 500 });
    const long = outcomes(heavy(4, 'flood').map((request) => threads.plan(request)));
    await expect(threads.plan(short('a', 'other'))).resolves.toHaveLength(1);
    // The first had begun before the other came, and the next stood before it.
    expect([...long.known]).toEqual(['OPERATION_TOO_COMPLEX', 'OPERATION_TOO_COMPLEX']);
  });

  test('plan in the end what was put off', async () => {
    await using threads = await open(hostile.supergraphSdl, { ...MANY, timeout: 1500 });
    const long = outcomes(heavy(3).map((request) => threads.plan(request)));
    await threads.plan(short('a'));
    await long.all;
    expect(long.known).toEqual(Array.from({ length: 3 }, () => 'OPERATION_TOO_COMPLEX'));
    await expect(threads.plan(short('b'))).resolves.toHaveLength(1);
  });

  test('refuse of too many that wait the ones that take long, and what came last from the client of most', async () => {
    await using threads = await open(hostile.supergraphSdl, { ...MANY, threads: 1, queueLimit: 3 });
    const long = outcomes(heavy(5, 'flood').map((request) => threads.plan(request)));
    const other = outcomes([threads.plan(short('a', 'other'))]);
    await turn();
    expect([...long.known]).toEqual(['PLANNING_BUSY', 'PLANNING_BUSY']);
    expect([...other.known]).toEqual([]);
  });

  test('end when they are idle, but for one', async () => {
    const workers = liveWorkers();
    await using threads = await open(hostile.supergraphSdl, { ...MANY, idleTime: 100 });
    const long = outcomes(heavy(1).map((request) => threads.plan(request)));
    for (const name of ['a', 'b']) {
      await threads.plan(short(name));
      expect(workers.size).toBe(2);
      await expect.poll(() => workers.size, { timeout: 60_000 }).toBe(1);
    }
    expect([...long.known]).toEqual([]);
  });
});

/** How promises ended, in the order in which they did: the code of each one's error. */
function outcomes(promises: readonly Promise<unknown>[]): { known: unknown[]; all: Promise<unknown> } {
  const known: unknown[] = [];
  const told = promises.map((promise) =>
    promise.then(
      () => known.push('planned'),
      (error) => known.push(error.extensions?.code ?? error),
    ),
  );
  return { known, all: Promise.all(told) };
}
