import type { ExecutionResult } from 'graphql';
import type { Client } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { post } from '../kit/gateway.ts';
import { type LiveWorld, NOTE, noteWith, startLive, wsClient } from '../kit/live.ts';

const WAIT = { timeout: 10_000, interval: 20 };

describe('subscriptions over WebSocket', () => {
  let world: LiveWorld;
  const clients: Client[] = [];

  const client = (headers?: Record<string, string>): Client => {
    const made = wsClient(world.gateway.url, { connectionParams: headers });
    clients.push(made);
    return made;
  };
  const subscribe = (query: string, variables: Record<string, unknown> = {}, headers?: Record<string, string>) =>
    client(headers).iterate({ query, variables }) as AsyncIterableIterator<ExecutionResult>;

  beforeAll(async () => {
    world = await startLive({ GATEWAY_SUBSCRIPTION_LINGER_MS: '0' });
  });

  afterEach(async () => {
    await Promise.all(clients.splice(0).map((made) => made.dispose()));
    await vi.waitFor(() => expect(world.counter.running()).toBe(0), WAIT);
    world.counter.subscribed.length = 0;
  });

  afterAll(async () => {
    await world[Symbol.asyncDispose]();
  });

  test('each message of the one subgraph comes with the other’s fields', async () => {
    const messages = subscribe(NOTE, { id: '1' });
    expect((await messages.next()).value).toEqual(noteWith(0));
    world.counter.click('1');
    expect((await messages.next()).value).toEqual(noteWith(1));
  });

  test('the selection is answered as a query’s is: aliases, fragments, conditions, defaults of variables', async () => {
    const query = `subscription Live($id: ID!, $byline: Boolean = false, $from: Int = 100) {
      note: noteCounted(noteId: $id) { ...Counted author @include(if: $byline) { name } kind: __typename }
    }
    fragment Counted on Note { total: clicks since: clicks(from: $from) heading: title title @skip(if: true) }`;
    const plain = subscribe(query, { id: '2' });
    const note = { total: 0, since: -100, heading: 'Middlemarch', kind: 'Note' };
    expect((await plain.next()).value).toEqual({ data: { note } });
    const full = subscribe(query, { id: '2', byline: true, from: 1 });
    const author = { name: 'George Eliot' };
    expect((await full.next()).value).toEqual({ data: { note: { ...note, since: -1, author } } });
  });

  test('what the rest lacks is null with an error at its path, and the message comes all the same', async () => {
    const messages = subscribe('subscription { noteCounted(noteId: "unwritten") { id clicks title author { name } } }');
    const { value } = await messages.next();
    expect(value).toMatchObject({
      data: { noteCounted: null },
      errors: [{ path: ['noteCounted', 'author'], extensions: { code: 'INTERNAL_SERVER_ERROR', subgraph: 'titles' } }],
    });
    expect(JSON.stringify(value)).not.toContain('10.1.2.3');
  });

  test('a hundred clients on one note cost the subgraph one subscription, and each message one fetch of the rest', async () => {
    const { counter, titles } = world;
    const readers = Array.from({ length: 100 }, () => subscribe(NOTE, { id: '1' }));
    const firsts = await Promise.all(readers.map((reader) => reader.next()));
    const clicks = firsts[0]?.value.data.noteCounted.clicks;
    expect(counter.subscribed).toHaveLength(1);
    const before = titles.seen.length;
    counter.click('1');
    const seconds = await Promise.all(readers.map((reader) => reader.next()));
    for (const { value } of seconds) expect(value).toEqual(noteWith(clicks + 1));
    expect([counter.subscribed.length, counter.sockets(), titles.seen.length - before]).toEqual([1, 1, 1]);
  });

  test('subscriptions that differ go over one connection; callers of whom subgraphs are told different things have their own', async () => {
    const { counter } = world;
    const mine = { 'x-redcat-viewer': 'mine' };
    const readers = [
      subscribe(NOTE, { id: '1' }),
      subscribe(NOTE, { id: '2' }),
      subscribe(NOTE, { id: '1' }, mine),
      subscribe(NOTE, { id: '1' }, mine),
    ];
    await Promise.all(readers.map((reader) => reader.next()));
    expect([counter.subscribed.length, counter.sockets()]).toEqual([3, 2]);
    expect(counter.subscribed.map((headers) => headers['x-redcat-viewer']).sort()).toEqual([
      'mine',
      undefined,
      undefined,
    ]);
  });

  test('with the last client that leaves, the subgraph’s subscription ends', async () => {
    const { counter } = world;
    const [one, other] = [subscribe(NOTE, { id: '1' }), subscribe(NOTE, { id: '1' })];
    await Promise.all([one.next(), other.next()]);
    await one.return?.();
    counter.click('1');
    await other.next();
    expect(counter.running()).toBe(1);
    await other.return?.();
    await vi.waitFor(() => expect([counter.running(), counter.sockets()]).toEqual([0, 0]), WAIT);
  });

  test('what the subgraph completes, is complete for the client', async () => {
    const messages = subscribe(NOTE, { id: '1' });
    await messages.next();
    world.counter.complete('1');
    expect(await messages.next()).toEqual({ done: true, value: undefined });
  });

  test('an error that the subgraph made for clients reaches them, another is masked; neither is tried again', async () => {
    const failing = 'subscription F($how: String!) { noteFailing(how: $how) { id clicks } }';
    await expect(subscribe(failing, { how: 'refused' }).next()).rejects.toMatchObject([
      { message: 'That note is not yours.', extensions: { code: 'NOTE_FORBIDDEN' } },
    ]);
    const message = await subscribe(failing, { how: 'message' }).next();
    expect(message.value).toMatchObject({
      data: { noteFailing: null },
      errors: [{ message: 'Something went wrong in the counter subgraph.', path: ['noteFailing', 'clicks'] }],
    });
    expect(world.gateway.logs.some((line) => JSON.stringify(line).includes('ECONNREFUSED 10.1.2.3'))).toBe(true);
  });

  const refused: Record<string, [query: string, variables: object, code: string]> = {
    'that is no GraphQL': ['subscription {', {}, 'GRAPHQL_PARSE_FAILED'],
    'with two root fields': [
      'subscription { noteCounted(noteId: "1") { id } silence }',
      {},
      'GRAPHQL_VALIDATION_FAILED',
    ],
    'that defers its root': [
      'subscription { ... @defer { noteCounted(noteId: "1") { id } } }',
      {},
      'GRAPHQL_VALIDATION_FAILED',
    ],
    'whose variables are wrong': [NOTE, { id: null }, 'BAD_USER_INPUT'],
    'that nests too deep': [`subscription ${'{ a '.repeat(300)}${'}'.repeat(300)}`, {}, 'DEPTH_LIMIT'],
  };
  for (const [what, [query, variables, code]] of Object.entries(refused)) {
    test(`one ${what} is refused with a code`, async () => {
      const error = await new Promise<unknown>((resolve, reject) => {
        client().subscribe(
          { query, variables: { ...variables } },
          { next: reject, error: resolve, complete: () => reject() },
        );
      });
      expect(error).toMatchObject([{ extensions: { code } }]);
      expect(world.counter.subscribed).toHaveLength(0);
    });
  }

  test('queries and mutations are answered, too', async () => {
    expect(await subscribe('{ note(id: "1") { title clicks } }').next()).toMatchObject({
      value: { data: { note: { title: '红楼梦' } } },
    });
    const added = subscribe('mutation { clickAdd(noteId: "2") { clicks title } }');
    expect((await added.next()).value).toEqual({ data: { clickAdd: { clicks: 1, title: 'Middlemarch' } } });
    expect((await added.next()).done).toBe(true);
  });

  test('sent by plain POST, one gets a code that says what to use', async () => {
    const { status, errors } = await post(world.gateway.url, { query: NOTE, variables: { id: '1' } });
    expect([status, errors[0]?.extensions.code]).toEqual([406, 'SUBSCRIPTION_NEEDS_STREAM']);
    expect(errors[0]?.message).toContain('text/event-stream');
  });
});
