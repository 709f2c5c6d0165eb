import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, test, vi } from 'vitest';
import { publish } from '../../gateway/commands/operations/publish.ts';
import { retire } from '../../gateway/commands/operations/retire.ts';
import { operationsUsage } from '../../gateway/commands/operations/usage.ts';
import { readUsage } from '../../gateway/commands/usage.ts';
import { REGISTRY } from '../../gateway/operations/registry/stored-registry.ts';
import { openDocument } from '../../gateway/store/open-document.ts';
import { usersOf } from '../../gateway/telemetry/usage/users-of.ts';
import { testClients } from '../kit/clients.ts';
import { post } from '../kit/gateway.ts';
import { NOTE, startLive, wsClient } from '../kit/live.ts';
import { createDatabase } from '../kit/postgres.ts';
import { startShelf } from '../kit/shelf.ts';

const TITLE = 'query Title($id: ID!) { note(id: $id) { title } }';
const postgresUrl = inject('postgresUrl');

describe.each(postgresUrl === null ? ['a file'] : ['a file', 'PostgreSQL'])('who uses what, kept in %s', (where) => {
  test('is told by client, operation and field, whichever door was used, and stands in the way of retiring', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'redcat-usage-'));
    const database = where === 'a file' ? undefined : await createDatabase(postgresUrl ?? '');
    const place = database?.url ?? join(folder, 'operations.json');
    await using clients = await testClients();
    const { key } = await clients.add('erp', { level: 'ids-only' });
    const store = openDocument(place, REGISTRY);
    const env = { GATEWAY_KEYS: clients.file, GATEWAY_CLAIMS_KEY: 'none' };
    const world = await startLive(env);
    const supergraph = world.supergraph.file;
    await writeFile(join(folder, 'Title.graphql'), TITLE);
    await publish(store, [join(folder, 'Title.graphql')], { owner: 'web', supergraph });
    await world.gateway.close();
    {
      const again = await startLive({ ...env, GATEWAY_OPERATIONS: place });
      const { url } = again.gateway;
      const headers = { 'x-api-key': key };
      expect((await fetch(`${url}/op/Title?id=1`, { headers })).status).toBe(200);
      expect((await fetch(`${url}/op/Title/1?id=2`, { headers })).status).toBe(200);
      await post(url, { query: '{ clicks note(id: "1") { author { name } } }' });
      await post(url, { query: 'query Failing($id: ID!) { note(id: $id) { author { name } } }' });
      const socket = wsClient(url);
      const told = vi.fn();
      socket.subscribe({ query: NOTE, variables: { id: '1' } }, { next: told, error: told, complete: told });
      await vi.waitFor(() => expect(told).toHaveBeenCalled(), { timeout: 10_000, interval: 20 });
      await socket.dispose();
      await again[Symbol.asyncDispose]();
    }
    const usage = await readUsage(undefined, place);
    if (!usage) throw new Error('Nothing was written');
    expect(usage.operations.erp).toMatchObject([{ name: 'Title', version: 1, requests: 2, errors: 0 }]);
    expect(usage.operations.anonymous?.map(({ name, errors }) => [name, errors]).sort()).toEqual(
      [
        ['Failing', 1],
        ['Note', 0],
        [undefined, 0],
      ].sort(),
    );
    const users = (coordinate: string) =>
      usersOf(usage, coordinate)
        .map(({ client }) => client)
        .sort();
    expect(users('Note.title')).toEqual(['anonymous', 'erp']);
    expect(users('Query.note(id:)')).toEqual(['anonymous', 'erp']);
    expect(users('Subscription.noteCounted')).toEqual(['anonymous']);
    expect(users('Author')).toEqual(['anonymous']);
    expect(await operationsUsage(['Title'], { registry: place })).toMatch(
      /^operation .*\nTitle 1 +erp +2 +0 +\d+\.\d +\d+\.\d +20/,
    );
    const retiring = (force: boolean) => retire({ store, usage, force }, ['Title']);
    await expect(retiring(false)).rejects.toThrow(
      /^Title 1 is in use by erp \(last on 20\d\d-\d\d-\d\d\)\nNothing is retired/,
    );
    expect(await retiring(true)).toMatch(/^Title 1 is in use by erp .*\n1 version retired/);
    await store.close();
    await world[Symbol.asyncDispose]();
    await database?.drop();
    await rm(folder, { recursive: true });
  });
});

test('who gives input fields and enum values is known, in the text or in variables', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'redcat-usage-'));
  const place = join(folder, 'usage.json');
  {
    await using shelf = await startShelf({ GATEWAY_USAGE: place });
    expect((await fetch(`${shelf.url}/op/Shelf?filter.tags=NOVEL&filter.pages.from=1`)).status).toBe(200);
    await post(shelf.url, { query: '{ shelf(filter: { tags: [ESSAY] }) { nodes { tags } } }' });
  }
  const usage = await readUsage(place, undefined);
  if (!usage) throw new Error('Nothing was written');
  const used = ['BookFilter.tags', 'Pages.from', 'Tag.NOVEL', 'Tag.ESSAY', 'BookFilter', 'Tag'];
  for (const coordinate of used) expect([coordinate, usersOf(usage, coordinate).length]).toEqual([coordinate, 1]);
  expect(usersOf(usage, 'Pages.to')).toEqual([]);
  await rm(folder, { recursive: true });
});
