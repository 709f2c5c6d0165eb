import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { metricOf } from '../../bench/live/metric.ts';
import { freePorts } from '../../system/free-ports.ts';
import type { Query } from '../oracle/stored-figures.ts';
import { embeddedTarget, type Storage, serverTarget } from './storage.ts';
import { type Supervised, supervise } from './supervised.ts';
import type { Victim } from './victim.ts';

export type Engine = 'PostgreSQL' | 'PGlite';

/** The whole system with the sample world S, every part of which comes back when it is killed. Disposing removes it. */
export interface CrashSystem extends AsyncDisposable {
  readonly engine: Engine;
  readonly gateway: string;
  /** Each commerce process. */
  readonly commerce: readonly string[];
  readonly victims: readonly Victim[];
  /** Done when all of it runs and is ready. */
  ready(): Promise<void>;
  /** Done when no tap waits in a journal any more. */
  tapsCounted(): Promise<void>;
  /** Reads commerce's rows, as they are on disk. */
  readRows<T>(read: (query: Query) => Promise<T>): Promise<T>;
  /** The last that the servers wrote to their logs. */
  log(): string;
}

const READY_TIMEOUT_MS = 90_000;
const LOG_LINES = 200;

/** Fills a folder with data folders, `content` and `commerce`, that a system may begin with. */
export type Prepare = (folder: string) => Promise<void>;

/**
 * Starts a system of its own over a new database.
 * @param prepare absent: the data folders are new
 */
export async function startCrashSystem(engine: Engine, prepare: Prepare = async () => {}): Promise<CrashSystem> {
  const folder = await mkdtemp(join(tmpdir(), 'redcat-crash-'));
  await prepare(folder);
  const storage = engine === 'PostgreSQL' ? await serverTarget() : embeddedTarget(join(folder, 'commerce'));
  const lines: string[] = [];
  const said = (text: string) => {
    lines.push(text.trim());
    lines.splice(0, lines.length - LOG_LINES);
  };
  const ports = [await freePorts(), await freePorts()] as const;
  const at = (port: number) => `http://127.0.0.1:${port}`;
  const urls = { gateway: at(ports[0].gateway), content: at(ports[0].content) };
  const commerce = [at(ports[0].commerce), ...(engine === 'PostgreSQL' ? [at(ports[1].commerce)] : [])];
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(folder, 'compile-cache'),
    CONTENT_DATA_FOLDER: join(folder, 'content'),
    COMMERCE_DATA_FOLDER: join(folder, 'commerce'),
    CONTENT_LOG_LEVEL: 'warn',
    COMMERCE_LOG_LEVEL: 'warn',
    GATEWAY_LOG_LEVEL: 'error',
    CONTENT_PORT: String(ports[0].content),
    PORT: String(ports[0].gateway),
    GATEWAY_SUBGRAPH_URLS: `content=${urls.content}/graphql,commerce=${commerce[0]}/graphql`,
    COMMERCE_LINK_FEED_URL: `${urls.content}/feed/product-links`,
    COMMERCE_PUBLIC_URL: urls.gateway,
    ...storage.env,
  };
  await loadWorld(env);
  const content = supervise('content', 'subgraphs/content/main.ts', [], env, said);
  const gateway = supervise('gateway', 'gateway/cli.ts', ['start'], env, said);
  const commerces = commerce.map((url, place) =>
    supervise(
      `commerce ${place + 1}`,
      'subgraphs/commerce/main.ts',
      [],
      { ...env, COMMERCE_PORT: new URL(url).port },
      said,
    ),
  );
  const servers = [content, ...commerces, gateway];
  for (const server of servers) server.run();
  const system: CrashSystem = {
    engine,
    gateway: urls.gateway,
    commerce,
    victims: [...[...commerces, gateway].map(victimOf), ...storage.victims],
    async ready() {
      await storage.ready();
      await Promise.all(servers.map((server) => server.listening()));
      for (const url of [urls.gateway, ...commerce]) await untilReady(`${url}/readyz`);
    },
    tapsCounted: () => untilNoTapWaits(commerce),
    readRows: (read) => readRows(storage, commerces, read),
    log: () => lines.join('\n'),
    async [Symbol.asyncDispose]() {
      for (const server of servers.toReversed()) await server.rest();
      await storage.dispose();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await system.ready();
  return system;
}

function victimOf(server: Supervised): Victim {
  return { name: server.name, kill: async () => void server.kill() };
}

async function loadWorld(env: NodeJS.ProcessEnv): Promise<void> {
  const loading = fork('subgraphs/world/main.ts', ['load', '--scale', 'S'], { env, stdio: 'ignore' });
  const [code] = await once(loading, 'exit');
  if (code !== 0) throw new Error('The sample world could not be loaded.');
}

/** An embedded database belongs to one process: commerce is killed, read as it left it, and started again. */
async function readRows<T>(
  storage: Storage,
  commerces: readonly Supervised[],
  read: (query: Query) => Promise<T>,
): Promise<T> {
  if (storage.shared) return storage.read(read);
  for (const server of commerces) await server.rest();
  try {
    return await storage.read(read);
  } finally {
    for (const server of commerces) server.run();
  }
}

async function untilNoTapWaits(commerce: readonly string[]): Promise<void> {
  const giveUpAt = Date.now() + READY_TIMEOUT_MS;
  const waiting = async () => {
    const bytes = await Promise.all(commerce.map((url) => metricOf(url, 'commerce_tap_journal_bytes')));
    return bytes.some((each) => each > 0);
  };
  while (await waiting()) {
    if (Date.now() > giveUpAt) throw new Error('Taps wait in a journal, and are not counted.');
    await sleep(50);
  }
}

async function untilReady(url: string): Promise<void> {
  const giveUpAt = Date.now() + READY_TIMEOUT_MS;
  while (Date.now() < giveUpAt) {
    const status = await fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return;
    await sleep(50);
  }
  throw new Error(`${url} was not ready within ${READY_TIMEOUT_MS / 1_000} s.`);
}
