import type { IncomingHttpHeaders } from 'node:http';
import type { ExecutionResult } from 'graphql';
import type { Client } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { counterSdl } from '../kit/counter.ts';
import { type LiveWorld, NOTE, noteWith, startLive, wsClient } from '../kit/live.ts';
import { claimsKeySetting, type TestIssuer, testIssuer } from '../kit/viewers.ts';

const WAIT = { timeout: 10_000, interval: 20 };
const SDL = counterSdl
  .replace('"@external"', '"@external", "@requiresScopes", "@policy"')
  .replace('clicks(from: Int = 0): Int!', 'clicks(from: Int = 0): Int @requiresScopes(scopes: [["clicks:read"]])')
  .replace('silence: Int', 'silence: Int @policy(policies: [["own_note"]])');
const TITLE = 'subscription ($id: ID!) { noteCounted(noteId: $id) { id title } }';

let issuer: TestIssuer;
let world: LiveWorld;
const clients: Client[] = [];

beforeAll(async () => {
  issuer = await testIssuer();
  world = await startLive(
    {
      ...issuer.settings,
      GATEWAY_CLAIMS_KEY: claimsKeySetting(),
      GATEWAY_ROW_FIELDS: 'Note.author=own_author',
      GATEWAY_SUBSCRIPTION_LINGER_MS: '0',
    },
    SDL,
  );
});

afterEach(async () => {
  await Promise.all(clients.splice(0).map((each) => each.dispose()));
  await vi.waitFor(() => expect(world.counter.running()).toBe(0), WAIT);
  world.counter.subscribed.length = 0;
});

afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await issuer[Symbol.asyncDispose]();
});

/** Has a viewer subscribe. @param claims of its token; none: it shows none */
function subscribe(query: string, claims: Record<string, unknown> | undefined, variables: object = { id: '1' }) {
  const client = wsClient(world.gateway.url, { connectionParams: claims && issuer.headers(claims) });
  clients.push(client);
  return client.iterate({ query, variables: { ...variables } }) as AsyncIterableIterator<ExecutionResult>;
}

const firsts = (streams: readonly AsyncIterableIterator<ExecutionResult>[]) =>
  Promise.all(streams.map(async (stream) => (await stream.next()).value));

function claimsIn(headers: IncomingHttpHeaders | undefined): Record<string, unknown> {
  const [, claims = ''] = String(headers?.['x-redcat-claims']).split('.');
  return JSON.parse(Buffer.from(claims, 'base64url').toString());
}

describe('viewers with tokens of their own', () => {
  test('share a subscription of a note with all who may read the same of it, and each change is fetched once for these', async () => {
    const { counter, titles } = world;
    const streams = Array.from({ length: 20 }, (_, index) =>
      subscribe(NOTE, {
        sub: `viewer-${index}`,
        azp: `app-${index}`,
        scope: `s${index} ${index % 2 ? 'clicks:read' : ''}`,
      }),
    );
    for (const [index, value] of (await firsts(streams)).entries()) {
      if (index % 2) expect(value).toEqual(noteWith(0));
      else expect(value.errors[0].extensions.code).toBe('FIELD_FORBIDDEN');
    }
    expect(counter.subscribed).toHaveLength(2);
    const before = titles.seen.length;
    counter.click('1');
    for (const [index, value] of (await firsts(streams)).entries()) {
      expect(value.data.noteCounted).toMatchObject({ clicks: index % 2 ? 1 : null, title: '红楼梦' });
    }
    expect(titles.seen.length - before).toBe(2);
    counter.reset();
  });

  test('are told of no more than what is read of them: neither who they are nor what else they hold', async () => {
    await firsts([subscribe(NOTE, { sub: 'ann', scope: 'other clicks:read', redcat_rows: { own_shop: ['shop_1'] } })]);
    const [headers] = world.counter.subscribed;
    const { kind, client, sub, scopes, rows } = claimsIn(headers);
    expect({ kind, client, sub, scopes, rows }).toEqual({
      kind: 'shared',
      client: 'shared',
      sub: undefined,
      scopes: ['clicks:read'],
      rows: {},
    });
    expect(claimsIn(world.titles.seen.at(-1)?.headers)).toMatchObject({ kind: 'shared', rows: {} });
    expect(headers?.['x-redcat-viewer']).toBeUndefined();
    expect(JSON.stringify([headers, world.titles.seen.at(-1)?.headers])).not.toContain('ann');
  });

  test('share where rows of their own differ, unless the operation reads these', async () => {
    const { counter } = world;
    const of = (...authors: string[]) => ({ sub: `of-${authors}`, redcat_rows: { own_author: authors } });
    await firsts([of('author_1'), of('author_2'), of()].map((claims) => subscribe(TITLE, claims)));
    expect(counter.subscribed).toHaveLength(1);
    const read = [
      of('author_1'),
      of('author_2'),
      of('author_2', 'author_1'),
      of('author_1', 'author_2'),
      of('author_1'),
    ];
    await firsts(read.map((claims) => subscribe(NOTE, { ...claims, scope: 'clicks:read' })));
    const rows = counter.subscribed.slice(1).map((headers) => claimsIn(headers).rows);
    expect(rows).toHaveLength(3);
    expect(rows).toContainEqual({ own_author: ['author_1', 'author_2'] });
  });

  test('are told of with the rows that a policy of the schema names, each with its own', async () => {
    const silent = (id: string) =>
      subscribe('subscription { silence }', { sub: id, redcat_rows: { own_note: [id] } }, {});
    for (const id of ['1', '2'])
      silent(id)
        .next()
        .catch(() => undefined);
    await vi.waitFor(() => expect(world.counter.sockets()).toBe(2), WAIT);
  });

  test('share with whoever shows nothing, where nothing is asked of anybody', async () => {
    await firsts([subscribe(TITLE, undefined), subscribe(TITLE, { sub: 'ann', scope: 'clicks:read' })]);
    expect(world.counter.subscribed).toHaveLength(1);
  });
});
