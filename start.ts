import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readSettings, wholeNumber } from './settings/settings.ts';

const HELP = `Runs RedCat whole on this machine: the gateway and both subgraphs, over an embedded database with the sample world.

  npm start                       gateway on 4000, content on 4001, commerce on 4002
  npm start -- --scale S          the small sample world instead of M; it is loaded once, at the first start
  PORT=8080 npm start             the gateway elsewhere; CONTENT_PORT and COMMERCE_PORT move the others

Each server alone: npm run gateway, npm run content, npm run commerce.`;

const ports = {
  gateway: { env: 'PORT', meaning: 'Port of the gateway.', schema: wholeNumber(1, 65_535), default: '4000' },
  content: { env: 'CONTENT_PORT', meaning: 'Port of content.', schema: wholeNumber(1, 65_535), default: '4001' },
  commerce: { env: 'COMMERCE_PORT', meaning: 'Port of commerce.', schema: wholeNumber(1, 65_535), default: '4002' },
} as const;

const READY_TIMEOUT_MS = 60_000;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** What the servers must be told of one another. A setting of the user's own stands. */
function environment(port: { gateway: number; content: number; commerce: number }): NodeJS.ProcessEnv {
  const at = (number: number, path = '') => `http://127.0.0.1:${number}${path}`;
  return {
    GATEWAY_SUBGRAPH_URLS: `content=${at(port.content, '/graphql')},commerce=${at(port.commerce, '/graphql')}`,
    COMMERCE_LINK_FEED_URL: at(port.content, '/feed/product-links'),
    COMMERCE_PUBLIC_URL: at(port.gateway),
    GATEWAY_LOG_LEVEL: 'warn',
    CONTENT_LOG_LEVEL: 'warn',
    COMMERCE_LOG_LEVEL: 'warn',
    ...process.env,
  };
}

/** Loads the sample world where there is none yet. */
async function loadWorld(scale: string): Promise<void> {
  const loading = fork('subgraphs/world/main.ts', ['load', '--if-empty', '--scale', scale]);
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

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill('SIGTERM');
  await once(server, 'exit');
}

/** @throws when a server ends before the gateway says that all are ready, or none says so in time */
async function untilReady(url: string, servers: readonly ChildProcess[]): Promise<void> {
  const giveUpAt = Date.now() + READY_TIMEOUT_MS;
  while (Date.now() < giveUpAt) {
    if (servers.some((server) => server.exitCode !== null))
      throw new Error('A server did not start; the reason stands above.');
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(50);
  }
  throw new Error(`The servers were not ready within ${READY_TIMEOUT_MS / 1000} s; ${url} says which is not.`);
}

async function run(scale: string): Promise<void> {
  const port = readSettings(ports, 'PORT_', process.env);
  const env = environment(port);
  await loadWorld(scale);
  const servers = {
    content: serve('subgraphs/content/main.ts', [], env),
    commerce: serve('subgraphs/commerce/main.ts', [], env),
    gateway: serve('gateway/cli.ts', ['start'], env),
  };
  let stopping = false;
  const stopAll = async () => {
    stopping = true;
    await stop(servers.gateway);
    await Promise.all([stop(servers.content), stop(servers.commerce)]);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stopAll());
  for (const [name, server] of Object.entries(servers)) {
    server.once('exit', (_code, signal) => {
      if (stopping) return;
      say(
        `${name} has ended (${signal ?? `status ${server.exitCode}`}); the others go on. To start it again: npm run ${name}`,
      );
    });
  }
  try {
    await untilReady(`http://127.0.0.1:${port.gateway}/readyz`, Object.values(servers));
  } catch (error) {
    if (stopping) return;
    await stopAll();
    throw error;
  }
  say(
    `RedCat is ready: http://127.0.0.1:${port.gateway}/graphql (open it in a browser for GraphiQL). Ctrl-C stops it.`,
  );
}

const { values } = parseArgs({ options: { scale: { type: 'string', default: 'M' }, help: { type: 'boolean' } } });
if (values.help) {
  say(HELP);
} else {
  await run(values.scale).catch((error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
}
