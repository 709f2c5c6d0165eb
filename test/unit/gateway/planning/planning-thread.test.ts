import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { GraphQLError } from 'graphql';
import { describe, expect, test } from 'vitest';
import { PLANNER_LIMITS } from '../../../../gateway/planning/planning-options.ts';
import { PlanningThread, type ThreadOptions } from '../../../../gateway/planning/planning-thread.ts';
import { SupergraphPlanner } from '../../../../gateway/planning/supergraph-planner.ts';
import { composeLocal } from '../../../kit/federation.ts';
import { hostile } from '../../../kit/hostile.ts';
import { shop } from '../execution/shop.ts';

const options: ThreadOptions = { ...PLANNER_LIMITS, timeout: 60_000, queueLimit: 10, memory: 256 };
const shopSdl = composeLocal(shop);

async function open(sdl = shopSdl, changed: Partial<ThreadOptions> = {}): Promise<PlanningThread & AsyncDisposable> {
  const thread = await PlanningThread.open(sdl, { ...options, ...changed });
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
      const { PlanningThread } = await import('./gateway/planning/planning-thread.ts');
      const { PLANNING } = await import('./gateway/planning/planning-options.ts');
      const thread = await PlanningThread.open(process.argv[1], PLANNING);
      const plans = await thread.plan({ documents: ['{ ping }'], operationName: undefined });
      process.stdout.write(String(plans.length));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, shopSdl]);
    expect(stdout).toBe('1');
  });
});
