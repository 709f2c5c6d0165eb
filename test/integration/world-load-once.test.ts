import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openContentDatabase } from '../../subgraphs/content/store/open.ts';
import { FolderLockedError } from '../../subgraphs/kit/folder-lock.ts';
import { LoadRefusedError } from '../../subgraphs/world/load/judge-databases.ts';
import { type LoadOptions, loadWorld } from '../../subgraphs/world/load/load-world.ts';
import { markStarted } from '../../subgraphs/world/store/load-marker.ts';
import { fillDataFolder } from '../kit/data-folder.ts';

let folder: string;
let options: LoadOptions;
const progress = { begin: () => {}, reach: () => {}, end: () => {} };

/** Puts an empty database, which takes four seconds to make, in the place of what is there. */
async function empty(name: 'content' | 'commerce'): Promise<void> {
  await rm(join(folder, name), { recursive: true, force: true });
  await fillDataFolder(join(folder, name));
}

/** Loads, and gives what was said and how many events were accepted. */
async function load(more: Partial<LoadOptions> = {}): Promise<{ said: string[]; accepted: number | undefined }> {
  const said: string[] = [];
  const { events } = await loadWorld({ ...options, ...more }, progress, (line) => said.push(line));
  return { said, accepted: events?.accepted };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redcat-world-'));
  await empty('content');
  await empty('commerce');
  const [content, commerce] = ['content', 'commerce'].map((name) => ({ folder: join(folder, name) }));
  if (!content || !commerce) throw new Error('unreachable');
  const now = new Date('2026-01-15T12:00:00.000Z');
  options = { scale: 'S', seed: 1, now, content, commerce, ifEmpty: false, replace: false };
});

afterAll(() => rm(folder, { recursive: true, force: true }));

// Each of these begins with what the one before it left.
test('a world is loaded into empty databases', async () => {
  expect((await load()).accepted).toBeGreaterThan(1_000);
});

test('the same world again is found there, and any world is good where one is asked for only if there is none', async () => {
  expect(await load()).toEqual({ said: [expect.stringContaining('is there')], accepted: undefined });
  const other = await load({ ifEmpty: true, scale: 'M', seed: 9 });
  expect(other).toEqual({ said: [expect.stringContaining('S, seed 1')], accepted: undefined });
});

test('another world is refused, with what is there and what to do', async () => {
  await expect(load({ seed: 2 })).rejects.toThrow(LoadRefusedError);
  await expect(load({ seed: 2 })).rejects.toThrow(/S, seed 1.*--replace/);
});

test('a folder over which somebody runs is refused', async () => {
  const database = await openContentDatabase(options.content);
  try {
    await expect(load()).rejects.toThrow(FolderLockedError);
  } finally {
    await database.close();
  }
});

test('half a world is completed as of the moment of its first half', async () => {
  await empty('commerce');
  const { said, accepted } = await load({ now: new Date('2026-02-01T00:00:00.000Z') });
  expect(said).toEqual([expect.stringContaining('other half')]);
  expect(accepted).toBeGreaterThan(1_000);
  expect((await load()).accepted).toBeUndefined();
});

test('a load that was broken off is told as such, and replaced on request', async () => {
  await empty('content');
  const database = await openContentDatabase(options.content);
  await markStarted(database.db, { scale: 'S', seed: 1, quotas: '', generator: 1, now: options.now.toISOString() });
  await database.close();
  await expect(load()).rejects.toThrow(/broken off.*--replace/);
  await expect(load({ ifEmpty: true })).rejects.toThrow(/broken off/);
  expect((await load({ replace: true, seed: 4 })).accepted).toBeGreaterThan(1_000);
  expect((await load({ ifEmpty: true })).said).toEqual([expect.stringContaining('S, seed 4')]);
});

test('rows that are of no sample world are left alone', async () => {
  await empty('content');
  const database = await openContentDatabase(options.content);
  await database.db
    .insertInto('authors')
    .values({ id: 'author_x', name: 'x', kind: 'PERSON', avatar_url: null })
    .execute();
  const note = {
    id: 'note_x',
    author_id: 'author_x',
    title: 'x',
    body: 'x',
    industry: 'OTHER',
    kind: 'IMAGES',
  } as const;
  const none = { cover_url: null, video_url: null, sponsorship_kind: null, brand_name: null, counted_at: null };
  await database.db
    .insertInto('notes')
    .values({ ...note, ...none, published_at: new Date() })
    .execute();
  await database.close();
  await expect(load()).rejects.toThrow(/no sample world.*--replace/);
  expect((await load({ ifEmpty: true })).said).toEqual([expect.stringContaining('nothing is loaded')]);
});
