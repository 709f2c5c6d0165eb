import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

export type ServerName = 'content' | 'commerce' | 'gateway';

/** The three servers as processes of this machine. */
export interface System {
  readonly servers: Readonly<Record<ServerName, ChildProcess>>;
  /** `http://127.0.0.1:<port>` of each. */
  readonly urls: Readonly<Record<ServerName, string>>;
  /** Ends the gateway, which drains, and then the subgraphs; done when all have ended. */
  stop(): Promise<void>;
}

export interface LaunchOptions {
  readonly ports: Readonly<Record<ServerName, number>>;
  /** The sample world's scale, S, M or L; loaded where there is no world yet. */
  readonly scale: string;
  /** Settings of the servers; what they must know of one another is added. */
  readonly env: NodeJS.ProcessEnv;
}

const READY_TIMEOUT_MS = 60_000;
/** The subgraphs among them. */
const STARTED = ['content', 'commerce'] as const satisfies readonly ServerName[];

/**
 * Loads the sample world where there is none, starts the three servers, and waits until the gateway says that both subgraphs are ready.
 * @throws when the world can't be loaded, a server ends, or they are not ready within a minute; nothing is left running then
 */
export async function launchSystem({ ports, scale, env: given }: LaunchOptions): Promise<System> {
  const urls = { gateway: at(ports.gateway), content: at(ports.content), commerce: at(ports.commerce) };
  const env = { ...introductions(urls), ...given, ...portSettings(ports) };
  await loadWorld(scale, env);
  const servers = {
    content: serve('subgraphs/content/main.ts', [], env),
    commerce: serve('subgraphs/commerce/main.ts', [], env),
    gateway: serve('gateway/cli.ts', ['start'], env),
  };
  const stop = async () => {
    await end(servers.gateway);
    await Promise.all([end(servers.content), end(servers.commerce)]);
  };
  try {
    await Promise.all(Object.values(servers).map(untilListening));
    await untilReady(`${urls.gateway}/readyz`, Object.values(servers));
  } catch (error) {
    await stop();
    throw error;
  }
  return { servers, urls, stop };
}

function at(port: number): string {
  return `http://127.0.0.1:${port}`;
}

function portSettings({ gateway, content, commerce }: LaunchOptions['ports']): NodeJS.ProcessEnv {
  return { PORT: String(gateway), CONTENT_PORT: String(content), COMMERCE_PORT: String(commerce) };
}

/** What the servers must know of one another; a setting of the user's own stands. */
function introductions(urls: System['urls']): NodeJS.ProcessEnv {
  return {
    GATEWAY_SUBGRAPH_URLS: `content=${urls.content}/graphql,commerce=${urls.commerce}/graphql`,
    COMMERCE_LINK_FEED_URL: `${urls.content}/feed/product-links`,
    COMMERCE_PUBLIC_URL: urls.gateway,
    // Node keeps its compiled modules there, which saves each later start a fifth of its time.
    NODE_COMPILE_CACHE: '.data/compile-cache',
  };
}

async function loadWorld(scale: string, env: NodeJS.ProcessEnv): Promise<void> {
  const loading = fork('subgraphs/world/main.ts', ['load', '--if-empty', '--scale', scale], { env });
  const [code] = await once(loading, 'exit');
  if (code !== 0) throw new Error('The sample world could not be loaded; the reason stands above.');
}

/**
 * Starts a server. It is kept out of the terminal's process group, so that Ctrl-C reaches this process alone and the gateway can drain
 * before the subgraphs go; it ends by itself when this process is gone, since then its channel to here is cut.
 */
function serve(script: string, args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  return fork(script, args, { env, detached: true });
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill('SIGTERM');
  await once(server, 'exit');
}

/** A server tells the process that forked it when it listens; whoever else may answer at its port is not it. */
async function untilListening(server: ChildProcess): Promise<void> {
  const ending = new AbortController();
  const { signal } = ending;
  const ended = once(server, 'exit', { signal }).then(() => {
    throw new Error('A server did not start; the reason stands above.');
  });
  try {
    await Promise.race([once(server, 'message', { signal }), ended]);
  } finally {
    ending.abort();
    ended.catch(() => {});
  }
}

async function untilReady(url: string, servers: readonly ChildProcess[]): Promise<void> {
  const giveUpAt = Date.now() + READY_TIMEOUT_MS;
  while (Date.now() < giveUpAt) {
    const ended = servers.some((server) => server.exitCode !== null || server.signalCode !== null);
    if (ended) throw new Error('A server did not start; the reason stands above.');
    if (await areReady(url)) return;
    await sleep(50);
  }
  throw new Error(`The servers were not ready within ${READY_TIMEOUT_MS / 1000} s; ${url} says which is not.`);
}

/** What the gateway says of the subgraphs that were started; another platform's may be down. */
async function areReady(url: string): Promise<boolean> {
  const subgraphs = await readinessAt(url);
  return subgraphs !== undefined && STARTED.every((name) => subgraphs[name] !== 'not ready');
}

/** By Node's own client: fetch refuses some ports that people choose, such as 6000. @returns undefined where nobody answers */
async function readinessAt(url: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  try {
    const [response] = (await once(get(url), 'response')) as [IncomingMessage];
    const { subgraphs } = (await json(response)) as { subgraphs?: Readonly<Record<string, unknown>> };
    return subgraphs;
  } catch {
    return undefined;
  }
}
