import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'graphql';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { describe, expect, test } from 'vitest';
import { DEVELOPMENT } from '../../../../gateway/clients/client.ts';
import { Mendable } from '../../../../gateway/errors/mendable.ts';
import { OperationsInService } from '../../../../gateway/operations/operations-in-service.ts';
import type { RegisteredOperation } from '../../../../gateway/operations/registered-operation.ts';
import { PLANNING } from '../../../../gateway/planning/planning-options.ts';
import { ServedSupergraph, type SupergraphOptions } from '../../../../gateway/supergraph/reload.ts';
import { askedByAll, type Snapshot } from '../../../../gateway/supergraph/snapshot.ts';
import { supergraphMetrics } from '../../../../gateway/telemetry/supergraph.ts';
import { composeLocal } from '../../../kit/federation.ts';
import { liveWorkers } from '../../../kit/live-workers.ts';
import { registeredOperation } from '../../../kit/operations.ts';

/** A supergraph of one subgraph whose root fields are given. */
const supergraph = (...fields: string[]) =>
  composeLocal({ only: { typeDefs: `type Query { ${fields.map((name) => `${name}: Int`).join(' ')} }` } });

interface Served extends AsyncDisposable {
  readonly served: ServedSupergraph;
  readonly logs: Record<string, unknown>[];
  readonly swaps: Snapshot[];
  readonly registered: OperationsInService;
  /** Names of operations that were told to be broken. */
  readonly broken: string[];
  metrics(): Promise<string>;
}

async function serve(
  source: Partial<SupergraphOptions['source']>,
  changed: Partial<SupergraphOptions> = {},
  operations: readonly RegisteredOperation[] = [],
): Promise<Served> {
  const logs: Record<string, unknown>[] = [];
  const registry = new Registry();
  const broken: string[] = [];
  const registered = new OperationsInService(operations, {
    judge: () => undefined,
    onServed: (_, found) => void broken.push(...found.map(({ operation }) => operation.name)),
  });
  const served = await ServedSupergraph.open(
    {
      source: { supergraph: '', subgraphList: undefined, supergraphTimeout: 5000, supergraphLimit: 100_000, ...source },
      planning: PLANNING,
      snapshot: {},
      warm: { operations: 10, time: 60_000 },
      poll: 0,
      ...changed,
    },
    {
      log: pino({ level: 'debug' }, { write: (line: string) => void logs.push(JSON.parse(line)) }),
      metrics: supergraphMetrics(registry),
      registered,
    },
  );
  const swaps: Snapshot[] = [];
  served.onSwap((next) => void swaps.push(next));
  return {
    served,
    logs,
    swaps,
    registered,
    broken,
    metrics: () => registry.metrics(),
    [Symbol.asyncDispose]: () => served.close(),
  };
}

async function folder() {
  const path = await mkdtemp(join(tmpdir(), 'redcat-reload-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}

const fieldsOf = (snapshot: Snapshot) => Object.keys(snapshot.schema.getQueryType()?.getFields() ?? {});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(10);
}

describe('a supergraph from a file', () => {
  test('is replaced when the file is written, and when another file takes its place', async () => {
    await using there = await folder();
    const file = join(there.path, 'supergraph.graphql');
    await writeFile(file, supergraph('a'));
    await using gateway = await serve({ supergraph: file });
    expect(fieldsOf(gateway.served.current())).toEqual(['a']);
    await writeFile(file, supergraph('a', 'b'));
    await until(() => gateway.swaps.length === 1);
    expect(fieldsOf(gateway.served.current())).toEqual(['a', 'b']);
    await writeFile(`${file}.new`, supergraph('a', 'c'));
    await rename(`${file}.new`, file);
    await until(() => gateway.swaps.length === 2);
    expect(fieldsOf(gateway.served.current())).toEqual(['a', 'c']);
  });

  test('is looked at from time to time where no watch tells', async () => {
    await using there = await folder();
    const file = join(there.path, 'supergraph.graphql');
    await writeFile(file, supergraph('a'));
    await using gateway = await serve({ supergraph: file }, { poll: 20 });
    await rm(there.path, { recursive: true });
    await until(() => gateway.logs.some(({ msg }) => msg === 'the supergraph stays as it was'));
    await mkdir(there.path);
    await writeFile(file, supergraph('b'));
    await until(() => gateway.swaps.length === 1);
  });

  test('stays where the new text is none, does not compose or can’t be read: told once, with the reason', async () => {
    await using there = await folder();
    const file = join(there.path, 'supergraph.graphql');
    await writeFile(file, supergraph('a'));
    await using gateway = await serve({ supergraph: file });
    const first = gateway.served.current();
    await writeFile(file, 'type Query { a: Int }');
    await gateway.served.look();
    await gateway.served.look();
    await writeFile(file, 'no supergraph at all');
    await gateway.served.look();
    await rm(file);
    await gateway.served.look();
    expect(gateway.served.current()).toBe(first);
    const told = gateway.logs.filter(({ msg }) => msg === 'the supergraph stays as it was');
    expect(told.map(({ reason }) => String(reason).replaceAll(file, 'FILE'))).toEqual([
      expect.stringMatching(/^The supergraph FILE can’t be read: .*core/),
      expect.stringMatching(/^The supergraph FILE can’t be read: Syntax Error/),
      expect.stringMatching(/there is no such file/),
    ]);
    expect(await gateway.metrics()).toMatch(/reloads_total\{outcome="refused"\} 2\n/);
    await writeFile(file, supergraph('b'));
    await gateway.served.look();
    expect(fieldsOf(gateway.served.current())).toEqual(['b']);
    expect(await gateway.metrics()).toMatch(/reloads_total\{outcome="swapped"\} 1\n/);
    expect((await gateway.metrics()).match(/^gateway_supergraph_info\{/gm)).toHaveLength(1);
  });

  test('that comes again as it was does nothing', async () => {
    await using there = await folder();
    const file = join(there.path, 'supergraph.graphql');
    await writeFile(file, supergraph('a'));
    await using gateway = await serve({ supergraph: file });
    await writeFile(file, supergraph('a'));
    await gateway.served.look();
    expect(gateway.swaps).toEqual([]);
  });

  test('that changes twice in a row is served as it was written last', async () => {
    await using there = await folder();
    const file = join(there.path, 'supergraph.graphql');
    await writeFile(file, supergraph('a'));
    await using gateway = await serve({ supergraph: file });
    await writeFile(file, supergraph('b'));
    const first = gateway.served.look();
    await sleep(100);
    await writeFile(file, supergraph('c'));
    await gateway.served.look();
    await first;
    expect(fieldsOf(gateway.served.current())).toEqual(['c']);
  });

  test('is refused where it breaks a registered operation, naming it and its owner, and served once that is gone', async () => {
    await using there = await folder();
    const file = join(there.path, 'supergraph.graphql');
    await writeFile(file, supergraph('a'));
    const stored = registeredOperation('query Stored { a }', { version: 3, owner: 'team-x' });
    const foreign = registeredOperation('query Foreign { nowhere }');
    await using gateway = await serve({ supergraph: file }, {}, [stored, foreign]);
    const { served, registered, broken } = gateway;
    const first = served.current();
    expect(broken).toEqual(['Foreign']);
    await writeFile(file, supergraph('b'));
    await served.look();
    expect(served.current()).toBe(first);
    expect(broken).toEqual(['Foreign', 'Stored']);
    const { reason } = gateway.logs.find(({ msg }) => msg === 'the supergraph stays as it was') ?? {};
    expect(reason).toMatch(
      /^It breaks registered operations: Stored version 3, owned by team-x \(Cannot query field "a"/,
    );
    expect(await gateway.metrics()).toMatch(/reloads_total\{outcome="refused"\} 1\n/);
    await registered.replace([foreign], () => served.current());
    await served.reconsider();
    expect(fieldsOf(served.current())).toEqual(['b']);
  });

  test('is prepared for what was registered meanwhile, too', async () => {
    await using there = await folder();
    const file = join(there.path, 'supergraph.graphql');
    await writeFile(file, supergraph('a'));
    await using gateway = await serve({ supergraph: file });
    const { served, registered } = gateway;
    const added = registeredOperation('query Added { a }');
    await registered.replace([added], () => served.current());
    expect(registered.of(served.current().schema).byId(added.id, DEVELOPMENT)).toBe(added);
    expect(served.current().known(askedByAll(added))).toBeDefined();
  });
});

test('a supergraph too large for the memory of planning is refused with the setting’s name', async () => {
  await using there = await folder();
  const file = join(there.path, 'supergraph.graphql');
  await writeFile(file, supergraph(...Array.from({ length: 2000 }, (_, index) => `field${index}`)));
  const opening = serve({ supergraph: file }, { planning: { ...PLANNING, memory: 12 } });
  await expect(opening).rejects.toThrow(/GATEWAY_PLANNING_MEMORY_MB/);
});

describe('a swap', () => {
  test('finds stored operations and those used most recently planned', async () => {
    await using there = await folder();
    const file = join(there.path, 'supergraph.graphql');
    await writeFile(file, supergraph('a', 'b'));
    const stored = registeredOperation('query Stored { a }');
    await using gateway = await serve({ supergraph: file }, {}, [stored]);
    const used = { id: 'used', document: parse('query ($x: Boolean!) { a b @include(if: $x) }') };
    const gone = { id: 'gone', document: parse('{ b }') };
    const before = await gateway.served.current().prepareWhole(used);
    const ask = async () => ({ data: { a: 1, b: 2 }, errors: [], clean: true });
    await before.execute({ x: true }, ask);
    await gateway.served.current().prepareWhole(gone);
    await writeFile(file, supergraph('a', 'b', 'c'));
    await gateway.served.look();
    const next = gateway.served.current();
    for (const source of [used, gone, stored]) expect(next.known(askedByAll(source)), source.id).toBeDefined();
    expect(next.known(askedByAll(used))?.usedConditions()).toEqual([{ x: true }]);
    expect((await before.execute({ x: true }, ask)).data).toBe('{"a":1,"b":2}');
    expect(await gateway.served.current().prepareWhole(used)).not.toBe(before);
  });

  test('plans for whoever still asks the snapshot before', async () => {
    await using there = await folder();
    const file = join(there.path, 'supergraph.graphql');
    await writeFile(file, supergraph('a'));
    await using gateway = await serve({ supergraph: file });
    const before = gateway.served.current();
    await writeFile(file, supergraph('b'));
    await gateway.served.look();
    const late = await before.prepareWhole({ id: 'late', document: parse('{ late: a }') });
    expect(await late.fetchCount({})).toBe(1);
  });
});

/** A server of one text, which knows ETags. */
async function startTextServer() {
  const state = { text: '', status: 200, asked: [] as (string | undefined)[] };
  const server = createServer((request, response) => {
    const etag = `"${state.text.length}"`;
    state.asked.push(request.headers['if-none-match']);
    if (state.status !== 200) return void response.writeHead(state.status).end('no');
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end();
    response.writeHead(200, { etag }).end(state.text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/supergraph?token=secret`;
  return {
    state,
    url,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

describe('a supergraph from a URL', () => {
  test('is asked for with the ETag it had, and replaced when it has another', async () => {
    await using there = await startTextServer();
    there.state.text = supergraph('a');
    await using gateway = await serve({ supergraph: there.url });
    await gateway.served.look();
    expect(there.state.asked).toEqual([undefined, `"${there.state.text.length}"`]);
    expect(gateway.swaps).toEqual([]);
    there.state.text = supergraph('a', 'b');
    await gateway.served.look();
    expect(fieldsOf(gateway.served.current())).toEqual(['a', 'b']);
  });

  test('is asked for as if for the first time, and tried again, after a failure that was not its fault', async () => {
    await using there = await startTextServer();
    there.state.text = supergraph('a');
    await using gateway = await serve({ supergraph: there.url });
    const unlisten = gateway.served.onSwap(() => {
      throw new Error('not this time');
    });
    there.state.text = supergraph('a', 'b');
    await gateway.served.look();
    expect(fieldsOf(gateway.served.current())).toEqual(['a']);
    unlisten();
    await gateway.served.look();
    expect(there.state.asked.at(-1)).toBeUndefined();
    expect(fieldsOf(gateway.served.current())).toEqual(['a', 'b']);
  });

  test('has no thread left where it could not be served', async () => {
    await using there = await startTextServer();
    there.state.text = supergraph('a');
    const workers = liveWorkers();
    await using gateway = await serve({ supergraph: there.url });
    gateway.served.onSwap(() => {
      throw new Error('not this time');
    });
    const [first] = workers;
    there.state.text = supergraph('a', 'b');
    await gateway.served.look();
    expect([...workers]).toEqual([first]);
  });

  test('is refused where its URL holds a password, which is told to nobody', async () => {
    const error = await serve({ supergraph: 'http://me:secret@127.0.0.1:1/' }).catch((reason) => reason);
    expect(error).toBeInstanceOf(Mendable);
    expect(error.message).not.toContain('secret');
  });

  test('stays where the server fails or sends too much, and its query is told to nobody', async () => {
    await using there = await startTextServer();
    there.state.text = supergraph('a');
    await using gateway = await serve({ supergraph: there.url, supergraphLimit: 20_000 });
    const first = gateway.served.current();
    there.state.status = 503;
    await gateway.served.look();
    there.state.status = 200;
    there.state.text = `# ${'x'.repeat(20_000)}`;
    await gateway.served.look();
    expect(gateway.served.current()).toBe(first);
    const reasons = gateway.logs.map(({ reason }) => reason).filter((reason) => reason !== undefined);
    expect(reasons).toEqual([expect.stringMatching(/HTTP 503/), expect.stringMatching(/larger than 20000 bytes/)]);
    expect(JSON.stringify(gateway.logs)).not.toContain('secret');
  });
});

describe('a supergraph that is composed of a list', () => {
  test('is composed anew when a schema of the list changes, and stays where they do not compose', async () => {
    await using there = await folder();
    const list = join(there.path, 'subgraphs.json');
    const schema = join(there.path, 'one.graphql');
    await writeFile(list, JSON.stringify({ one: { schema: 'one.graphql', url: 'http://one.test/' } }));
    await writeFile(schema, 'type Query { a: Int }');
    await using gateway = await serve({ subgraphList: list });
    await writeFile(schema, 'type Query { a: Int b: Int }');
    await until(() => gateway.swaps.length === 1);
    expect(fieldsOf(gateway.served.current())).toEqual(['a', 'b']);
    await writeFile(schema, 'type Query { a: Missing }');
    await gateway.served.look();
    expect(fieldsOf(gateway.served.current())).toEqual(['a', 'b']);
    expect(gateway.logs.some(({ reason }) => /do not compose|Missing/.test(String(reason)))).toBe(true);
  });

  test('is composed anew where the thread that should compose it ended', async () => {
    await using there = await folder();
    const list = join(there.path, 'subgraphs.json');
    const schema = join(there.path, 'one.graphql');
    await writeFile(list, JSON.stringify({ one: { schema: 'one.graphql', url: 'http://one.test/' } }));
    await writeFile(schema, 'type Query { a: Int }');
    await using gateway = await serve({ subgraphList: list });
    let broken = 0;
    liveWorkers((worker) => {
      if (broken++ === 0) void worker.terminate();
    });
    await writeFile(schema, 'type Query { a: Int b: Int }');
    await gateway.served.look();
    await until(() => gateway.logs.some(({ msg }) => msg === 'the supergraph stays as it was'));
    await gateway.served.look();
    expect(fieldsOf(gateway.served.current())).toEqual(['a', 'b']);
  });
});
