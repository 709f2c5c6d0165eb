import { z } from 'zod';
import { oneOf, readSettings, type Setting, SettingsError, settingsTable, wholeNumber } from '../settings/settings.ts';
import { clientsMode } from './clients/mode.ts';
import { quotaFrom } from './clients/quota.ts';
import { ADDRESS_QUOTA, quotaSettings } from './clients/quota-settings.ts';
import { clientSettings } from './clients/settings.ts';
import { costSettings } from './guard/cost/settings.ts';
import { limitSettings } from './guard/limits/settings.ts';
import { overloadSettings } from './guard/overload/settings.ts';
import { liveSettings } from './live/settings.ts';
import { isRegistry } from './operations/registry/operations-source.ts';
import { pairs } from './settings/pairs.ts';
import { subgraphSettings } from './subgraphs/settings.ts';
import { supergraphSettings } from './supergraph/settings.ts';
import { usagePlace } from './telemetry/usage/stored-usage.ts';

const onOff = z.enum(['on', 'off'], 'must be on or off').transform((text) => text === 'on');

/** Paths that are the gateway's own. */
const OWN_PATHS = [
  '/graphql',
  '/graphiql',
  '/op',
  '/openapi.json',
  '/docs',
  '/mcp',
  '/livez',
  '/readyz',
  '/metrics',
  '/.well-known',
];

const settings = {
  host: {
    env: 'HOST',
    meaning: 'Address to listen on; in development mode (`GATEWAY_CLIENTS`) one that only this machine reaches.',
    schema: z.string(),
    default: '127.0.0.1',
  },
  port: {
    env: 'PORT',
    meaning: 'Port to listen on; 0 takes a free one.',
    schema: wholeNumber(0, 65_535),
    default: '4000',
  },
  ...clientSettings,
  ...supergraphSettings,
  ...subgraphSettings,
  ...liveSettings,
  bodyLimit: {
    env: 'GATEWAY_BODY_BYTES',
    meaning: 'Largest request body, in bytes.',
    schema: wholeNumber(1, 1_000_000_000),
    default: '4194304',
  },
  ...limitSettings,
  answerLimit: {
    env: 'GATEWAY_ANSWER_CHARACTERS',
    meaning:
      'Most characters of the data of one answer, all its parts together, and of what one fetch sends to a subgraph, counted as bytes of UTF-8 (a Chinese character has three): fields that are asked again under other names are written again, and so is an object wherever it stands. 0 for as many as a text can have, about 500 million.',
    schema: wholeNumber(0, 500_000_000),
    default: '33554432',
  },
  ...costSettings,
  ...quotaSettings,
  ...overloadSettings,
  introspection: {
    env: 'GATEWAY_INTROSPECTION',
    meaning: 'Whether clients may ask for the schema: `on` or `off`.',
    schema: onOff,
    default: 'on',
  },
  graphiql: {
    env: 'GATEWAY_GRAPHIQL',
    meaning: 'Whether GraphiQL is served at /graphiql: `on` or `off`.',
    schema: onOff,
    default: 'on',
  },
  graphiqlFirst: {
    env: 'GATEWAY_GRAPHIQL_FIRST',
    meaning:
      'Name of the operation with which GraphiQL opens, its tab before the others; where none has it, they keep their order.',
    schema: z.string(),
    default: 'NotePage',
  },
  explain: {
    env: 'GATEWAY_EXPLAIN',
    meaning:
      'Whether a request with the header `x-redcat-explain` gets its plan, with what each fetch took: `on` or `off`. Plans show what subgraphs are asked.',
    schema: onOff,
    default: 'off',
  },
  operations: {
    env: 'GATEWAY_OPERATIONS',
    meaning:
      'Where registered operations are kept: a folder of *.graphql files, or a registry that `redcat operations` manages, which is a file whose name ends in .json, or `postgres://user:password@host/database`. Changes are served without a restart. GraphiQL opens them as tabs, and metrics know them by name.',
    schema: z.string(),
    default: 'schema/operations',
  },
  usage: {
    env: 'GATEWAY_USAGE',
    meaning:
      'Where it is kept who uses which operation and field, written about once a minute: a file, `postgres://user:password@host/database`, or `none`. Default: beside the registry of operations, where there is one. `redcat usage` and `redcat check` read it.',
    schema: z.string(),
  },
  forward: {
    env: 'GATEWAY_FORWARD',
    meaning:
      'Paths that go to a subgraph untouched, as `/l/=commerce,/feed/=content`; `none` for none. The default is used only where the supergraph has such a subgraph.',
    schema: pairs(
      (path) => /^\/[^*:?#%\s]*$/.test(path) && !OWN_PATHS.includes(path),
      (name) => name !== '',
      `/l/=commerce, with no * : ? # or % in a path, which can’t be one of ${OWN_PATHS.join(', ')}`,
      'none',
    ),
    default: '/l/=commerce,/events=commerce,/feed/conversions=commerce',
  },
  linePages: {
    env: 'GATEWAY_LINE_PAGES',
    meaning:
      'Most pages of one answer in lines of JSON (`/op/…` with `accept: application/x-ndjson`); its last line tells with which cursor to go on.',
    schema: wholeNumber(1, 1_000_000),
    default: '1000',
  },
  readinessTimeout: {
    env: 'GATEWAY_READINESS_TIMEOUT_MS',
    meaning: 'Longest that /readyz waits for a subgraph’s own, in milliseconds.',
    schema: wholeNumber(1, 60_000),
    default: '1000',
  },
  drainGrace: {
    env: 'GATEWAY_DRAIN_GRACE_MS',
    meaning:
      'After SIGTERM, how long new requests are still answered while /readyz says 503, in milliseconds: as long as a load balancer needs to notice.',
    schema: wholeNumber(0, 600_000),
    default: '500',
  },
  drainTimeout: {
    env: 'GATEWAY_DRAIN_TIMEOUT_MS',
    meaning: 'Longest wait for requests under way after the grace, in milliseconds; past it they are cut off.',
    schema: wholeNumber(1, 600_000),
    default: '10000',
  },
  logLevel: {
    env: 'GATEWAY_LOG_LEVEL',
    meaning: 'Least level logged: `debug`, `info`, `warn`, `error` or `silent`.',
    schema: oneOf(['debug', 'info', 'warn', 'error', 'silent']),
    default: 'info',
  },
} as const satisfies Record<string, Setting<unknown>>;

/** Variables of the gateway by name, as the environment or a test gives them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Every setting of the gateway, read and checked. */
export type Config = ReturnType<typeof readConfig>;

/**
 * Reads the settings.
 * @param overrides what the command line says, by the same names; wins over the environment
 * @throws {SettingsError} naming every wrong or unknown variable
 */
export function readConfig(overrides: Environment = {}, environment: Environment = process.env) {
  const given = { ...environment, ...overrides };
  const read = readSettings(settings, 'GATEWAY_', given);
  const clients = clientsMode(read);
  const isBounded = clients === 'required' && !given[settings.addressQuota.env];
  return {
    ...read,
    clients,
    addressQuota: isBounded ? (quotaFrom(ADDRESS_QUOTA) ?? undefined) : read.addressQuota,
    forwardIsDefault: !given[settings.forward.env],
    operationsAreDefault: !given[settings.operations.env],
    personalFieldsAreDefault: !given[settings.personalFields.env],
    rowFieldsAreDefault: !given[settings.rowFields.env],
  };
}

/**
 * Where clients with API keys are kept, for who manages them: the other settings are left for the gateway to judge.
 * @param override what the command line says; wins over the environment
 * @throws {SettingsError}
 */
export function readKeyStore(override: string | undefined): string {
  const { keys } = clientSettings;
  const given = override ?? readSettings({ keys }, keys.env, process.env).keys;
  if (given !== undefined) return given;
  throw new SettingsError([`${keys.env} is missing: it says where clients are kept, as --keys does`]);
}

/**
 * Where operations are published to, for who publishes them.
 * @param override what the command line says; wins over the environment
 * @throws {SettingsError} where that is nowhere, or a folder
 */
export function readRegistryPlace(override: string | undefined): string {
  const { operations } = settings;
  const given = override ?? process.env[operations.env];
  if (given !== undefined && isRegistry(given)) return given;
  throw new SettingsError([
    `${operations.env} names no registry: a file whose name ends in .json, or postgres://…; --registry says it, too`,
  ]);
}

/** Where operations are kept. @param override what the command line says; wins over the environment */
export function readOperationsPlace(override: string | undefined): string {
  const { operations } = settings;
  return override ?? process.env[operations.env] ?? operations.default;
}

/**
 * Where it is kept who uses what; undefined for nowhere.
 * @param override what the command line says; wins over the environment
 * @param registry what it says of where operations are kept
 */
export function readUsagePlace(override: string | undefined, registry: string | undefined): string | undefined {
  const { usage } = settings;
  return usagePlace(override ?? process.env[usage.env], readOperationsPlace(registry));
}

/** The supergraph that operations are checked on. @param override what the command line says; wins over the environment */
export function readSupergraphPlace(override: string | undefined): string {
  const { supergraph } = supergraphSettings;
  return override ?? process.env[supergraph.env] ?? supergraph.default;
}

/** The table of settings in docs/settings.md. */
export function configTable(): string {
  return settingsTable(settings);
}

/**
 * The entries of a setting that names subgraphs; a name that the supergraph lacks is refused.
 * @throws {SettingsError} naming the wrong one and those there are
 */
export function checkSubgraphNames(
  setting: keyof typeof settings,
  named: readonly string[],
  known: readonly string[],
): void {
  const wrong = named.filter((name) => !known.includes(name));
  if (wrong.length === 0) return;
  throw new SettingsError([
    `${settings[setting].env} names ${wrong.join(', ')}; the supergraph has ${known.join(' and ')}`,
  ]);
}

/**
 * Refuses settings that name subgraphs which the supergraph lacks.
 * @throws {SettingsError} naming the first wrong one and those there are
 */
export function checkNamedSubgraphs(config: Config, known: readonly string[]): void {
  checkSubgraphNames('subgraphUrls', new Map(config.subgraphUrls).keys().toArray(), known);
  for (const setting of [
    'subgraphTimeout',
    'subgraphRetries',
    'breaker',
    'share',
    'batch',
    'merge',
    'compression',
    'compressFrom',
    'subscriptions',
  ] as const) {
    checkSubgraphNames(setting, [...config[setting].named.keys()], known);
  }
  const headers = config.propagateHeaders.flatMap(({ subgraph }) => subgraph ?? []);
  checkSubgraphNames('propagateHeaders', headers, known);
}
