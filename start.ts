import { readCommandLine } from './settings/command-line.ts';
import { readSettings, SettingsError, wholeNumber } from './settings/settings.ts';
import { checkSettings } from './system/check-settings.ts';
import { introduceGateway } from './system/introduce-gateway.ts';
import { launchSystem, type System } from './system/launch.ts';

const HELP = `Runs RedCat whole on this machine: the gateway and both subgraphs, over an embedded database with the sample world.

  npm start                       gateway on 4000, content on 4001, commerce on 4002
  npm start -- --scale S          the small sample world instead of M; it is loaded once, at the first start
  PORT=8080 npm start             the gateway elsewhere; CONTENT_PORT and COMMERCE_PORT move the others

Each server alone: npm run gateway, npm run content, npm run commerce.

Example: PORT=8080 npm start -- --scale S`;

const ports = {
  gateway: { env: 'PORT', meaning: 'Port of the gateway.', schema: wholeNumber(1, 65_535), default: '4000' },
  content: { env: 'CONTENT_PORT', meaning: 'Port of content.', schema: wholeNumber(1, 65_535), default: '4001' },
  commerce: { env: 'COMMERCE_PORT', meaning: 'Port of commerce.', schema: wholeNumber(1, 65_535), default: '4002' },
} as const;

/** A newcomer's terminal shows what needs attention; each server alone logs more. */
const quiet = { GATEWAY_LOG_LEVEL: 'warn', CONTENT_LOG_LEVEL: 'warn', COMMERCE_LOG_LEVEL: 'warn' };

/** Where the gateway keeps who uses what. */
const kept = { GATEWAY_USAGE: '.data/usage.json' };

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

let stopping = false;

/** A page outlives its parts: where one server ends, the others go on. */
function tellOfEnds(system: System): void {
  for (const [name, server] of Object.entries(system.servers)) {
    server.once('exit', (status, signal) => {
      if (!stopping) say(`${name} has ended (${signal ?? `status ${status}`}); the others go on.`);
    });
  }
}

async function run(scale: string): Promise<void> {
  const env = { ...quiet, ...kept, ...introduceGateway(process.env), ...process.env };
  checkSettings(env);
  const taken = readSettings(ports, 'PORT_', process.env);
  say('Starting. The first start makes the databases and loads the sample world, which may take minutes.');
  const system = await launchSystem({ ports: taken, scale, env });
  tellOfEnds(system);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stopping = true;
      void system.stop();
    });
  }
  say(`RedCat is ready: ${system.urls.gateway}/graphql (open it in a browser for GraphiQL). Ctrl-C stops it.`);
}

const { values } = readCommandLine({ options: { scale: { type: 'string', default: 'M' }, help: { type: 'boolean' } } });
if (values.help) {
  say(HELP);
} else {
  await run(values.scale).catch((error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error instanceof SettingsError ? 2 : 1;
  });
}
