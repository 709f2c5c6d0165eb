import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema, parse } from 'graphql';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { keptUsage } from '../../../../../gateway/telemetry/usage/kept-usage.ts';
import { NO_USE, openUsage } from '../../../../../gateway/telemetry/usage/stored-usage.ts';
import type { UsedOnce } from '../../../../../gateway/telemetry/usage/usage-counts.ts';

const WAIT = { timeout: 10_000, interval: 5 };
const schema = buildSchema('type Query { a: Int b: Int }');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redcat-usage-'));
});

afterAll(() => rm(folder, { recursive: true }));

/** One request of a client for an operation with this text as its id. */
function once(client: string, text: string, registered?: boolean): UsedOnce {
  const operation = { id: text, document: parse(text), registered };
  return { client, operation, variables: {}, schema, begun: performance.now(), isError: false, cost: 1 };
}

test('usage that a later version wrote is left as it is, and the log says why; it is written once it can be', async () => {
  const file = join(folder, 'later.json');
  const later = JSON.stringify({ ...NO_USE, version: 2, operations: [] });
  await writeFile(file, later);
  const warn = vi.fn();
  const usage = keptUsage(openUsage(file), { warn }, 5);
  usage.count(once('web', '{ a }'));
  await vi.waitFor(() => expect(warn).toHaveBeenCalled(), WAIT);
  expect(warn.mock.calls[0]).toMatchObject([
    {
      err: {
        message: expect.stringMatching(/later\.json was written by a later version of RedCat \(it has the format 2\)/),
      },
    },
    expect.stringContaining('kept in memory'),
  ]);
  expect(await readFile(file, 'utf8')).toBe(later);
  await rm(file);
  usage.count(once('web', '{ b }'));
  await usage.close();
  const { fields, operations } = JSON.parse(await readFile(file, 'utf8'));
  expect(Object.keys(fields).sort()).toEqual(['Query.a', 'Query.b']);
  expect(operations.web).toMatchObject([{ requests: 1 }, { requests: 1 }]);
});

test('what later versions note beside usage stays where it was', async () => {
  const file = join(folder, 'more.json');
  const at = new Date().toISOString();
  const use = { id: '{ a }', requests: 2, errors: 0, milliseconds: 1, cost: 2, first: at, last: at, bytes: 7 };
  await writeFile(file, JSON.stringify({ ...NO_USE, operations: { web: [use] }, unions: { 'A.b': 1 } }));
  const usage = keptUsage(openUsage(file), { warn: vi.fn() });
  usage.count(once('web', '{ a }'));
  await usage.close();
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    operations: { web: [{ requests: 3, bytes: 7 }] },
    unions: { 'A.b': 1 },
  });
});

test('a flood of documents hides nothing of who uses what is registered', async () => {
  const file = join(folder, 'flood.json');
  const warn = vi.fn();
  const usage = keptUsage(openUsage(file), { warn });
  const stranger = once('anonymous', '{ b }');
  for (let index = 0; index < 5001; index++) {
    usage.count({ ...stranger, operation: { ...stranger.operation, id: String(index) } });
  }
  usage.count(once('partner', '{ a }', true));
  await usage.close();
  expect(warn.mock.calls).toMatchObject([[{ requests: 1 }, expect.stringContaining('not counted')]]);
  expect(JSON.parse(await readFile(file, 'utf8')).fields).toHaveProperty(['Query.a', 'partner']);
});
