import { appendFile, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Journal, JournalFullError } from '../../../../../subgraphs/kit/journal/journal.ts';
import { encodeRecord } from '../../../../../subgraphs/kit/journal/record-line.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redcat-journal-'));
});

afterEach(() => rm(folder, { recursive: true }));

const open = (more: { mostBytes?: number; segmentBytes?: number } = {}) =>
  Journal.open({ folder, mostBytes: 1_000_000, ...more });

/** Everything that nobody acknowledged, acknowledged now. */
async function takeAll(journal: Journal, most = 100): Promise<string[]> {
  const all: string[] = [];
  for (;;) {
    const { records, acknowledge } = await journal.read(most);
    if (records.length === 0) return all;
    all.push(...records);
    await acknowledge();
  }
}

const named = (count: number) => Array.from({ length: count }, (_, index) => `record ${index}`);

it('gives records back in their order until they are acknowledged', async () => {
  const journal = await open();
  await Promise.all(named(10).map((text) => journal.append(text)));
  expect((await journal.read(3)).records).toEqual(named(3));
  expect((await journal.read(3)).records).toEqual(named(3));
  expect(await takeAll(journal, 3)).toEqual(named(10));
  expect(journal.bytes).toBe(0);
  await journal.close();
  expect(await readdir(folder)).toEqual([]);
});

it('keeps what was appended until it is acknowledged though nobody closes it, and not what was acknowledged in files that are done with', async () => {
  const dead = await open({ segmentBytes: 100 });
  for (const text of named(20)) await dead.append(text);
  const { records, acknowledge } = await dead.read(8);
  await acknowledge();
  const next = await open();
  const left = await takeAll(next);
  expect(left.slice(-12)).toEqual(named(20).slice(8));
  expect(left.length).toBeLessThan(20);
  expect(records).toEqual(named(8).slice(0, records.length));
  await Promise.all([next.close(), dead.close()]);
});

it('skips a torn last record, and writes after it', async () => {
  const dead = await open();
  await dead.append('whole');
  const [name = ''] = await readdir(folder);
  await appendFile(join(folder, name), encodeRecord('torn').subarray(0, 9));
  const next = await open();
  await next.append('later');
  const { records, damaged, acknowledge } = await next.read(100);
  expect([records, damaged]).toEqual([['whole'], 1]);
  await acknowledge();
  expect(await takeAll(next)).toEqual(['later']);
  await Promise.all([next.close(), dead.close()]);
});

it('comes past a file that is damaged from end to end', async () => {
  await writeFile(join(folder, '000000000000.journal'), Buffer.alloc(700_000, 0xff));
  const journal = await open();
  await journal.append('later');
  expect(await takeAll(journal)).toEqual(['later']);
  await journal.close();
});

it('refuses what is more than it may hold, and takes records again when some are gone', async () => {
  const line = encodeRecord('record 0').length;
  const journal = await open({ mostBytes: 3 * line });
  const outcomes = await Promise.allSettled(named(4).map((text) => journal.append(text)));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected']);
  await expect(journal.append('more')).rejects.toThrow(JournalFullError);
  expect(await takeAll(journal)).toEqual(named(3));
  await journal.append('more');
  await journal.close();
});

it('is cut while records keep coming', async () => {
  const journal = await open({ segmentBytes: 1_000 });
  const taken: string[] = [];
  for (let round = 0; round < 30; round++) {
    const appended = named(20).map((text) => journal.append(`${round} ${text}`));
    taken.push(...(await takeAll(journal)));
    await Promise.all(appended);
  }
  taken.push(...(await takeAll(journal)));
  expect(taken).toHaveLength(600);
  expect(new Set(taken).size).toBe(600);
  expect(journal.bytes).toBeLessThan(2_000);
  await journal.close();
});

it('shares a write between all that come while another one runs', async () => {
  const journal = await open();
  const [first, ...others] = named(500).map((text) => journal.append(text));
  await first;
  const [name = ''] = await readdir(folder);
  // All were appended in one turn of the event loop, so the first write took them all.
  expect((await stat(join(folder, name))).size).toBe(journal.bytes);
  expect(await Promise.all(others)).toHaveLength(499);
  expect(await takeAll(journal)).toHaveLength(500);
  await journal.close();
});
