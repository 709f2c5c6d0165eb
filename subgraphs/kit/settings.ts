import { z } from 'zod';
import { oneOf, readSettings, type Setting, wholeNumber } from '../../settings/settings.ts';
import { checkAccess } from './claims/claims-settings.ts';
import type { DatabaseSource } from './database.ts';

/** The settings that each subgraph has, under a prefix of its own. */
export function commonSettings(prefix: 'CONTENT' | 'COMMERCE', port: number) {
  return {
    host: {
      env: `${prefix}_HOST`,
      meaning: 'Address to listen on; one that only this machine reaches, as long as everyone is answered.',
      schema: z.string(),
      default: '127.0.0.1',
    },
    port: {
      env: `${prefix}_PORT`,
      meaning: 'Port to listen on; 0 takes a free one.',
      schema: wholeNumber(0, 65_535),
      default: String(port),
    },
    claimsKeys: {
      env: `${prefix}_CLAIMS_KEYS`,
      meaning:
        'The public keys of the gateway (JWKS): a file, a URL such as `http://127.0.0.1:4000/.well-known/jwks.json`, or the text itself. With them the gateway alone is answered; without, everyone is, and granted everything.',
      schema: z.string(),
    },
    databaseUrl: {
      env: `${prefix}_DATABASE_URL`,
      meaning:
        'PostgreSQL 15 or newer, as `postgres://user:password@host/database`. Absent: an embedded database in the data folder.',
      schema: z
        .string()
        .refine(
          (text) => /^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? ''),
          'must be a URL that begins with postgres://',
        ),
      example: 'postgres://user:password@host/database',
      isSecret: true,
    },
    poolSize: {
      env: `${prefix}_DATABASE_POOL_SIZE`,
      meaning: 'Most connections to PostgreSQL at once.',
      schema: wholeNumber(1, 1_000),
      default: '10',
    },
    databasePatience: {
      env: `${prefix}_DATABASE_PATIENCE_MS`,
      meaning:
        'Longest time that a statement of the server may take, and that a transaction may wait for its next one, in milliseconds: PostgreSQL then ends it, so that a process that hangs holds up no other. Migrations, loading, rebuilding and retiring take as long as they do.',
      schema: wholeNumber(1_000, 3_600_000),
      default: '30000',
    },
    dataFolder: {
      env: `${prefix}_DATA_FOLDER`,
      meaning: 'Folder of the embedded database.',
      schema: z.string(),
      default: `.data/${prefix.toLowerCase()}`,
    },
    logLevel: {
      env: `${prefix}_LOG_LEVEL`,
      meaning: 'Least level logged: `debug`, `info`, `warn`, `error` or `silent`.',
      schema: oneOf(['debug', 'info', 'warn', 'error', 'silent']),
      default: 'info',
    },
  } as const satisfies Record<string, Setting<unknown>>;
}

type Settings = Record<string, Setting<unknown>>;
type Common = { databaseUrl: string | undefined; poolSize: number; dataFolder: string };

/** Where a subgraph's settings say that its rows are. */
export function databaseSource({ databaseUrl, poolSize, dataFolder }: Common): DatabaseSource {
  return databaseUrl ? { url: databaseUrl, poolSize } : { folder: dataFolder };
}

/** The same for a server, whose statements are many and short. */
export function servingSource(settings: Common & { databasePatience: number }): DatabaseSource {
  const source = databaseSource(settings);
  return 'url' in source ? { ...source, patienceMs: settings.databasePatience } : source;
}

/**
 * Where the environment says that a subgraph's rows are, for what is no server of it: its other settings are left for it to judge.
 * @throws {SettingsError}
 */
export function databaseFromEnvironment(prefix: 'CONTENT' | 'COMMERCE'): DatabaseSource {
  const { databaseUrl, poolSize, dataFolder } = commonSettings(prefix, 0);
  return databaseSource(readSettings({ databaseUrl, poolSize, dataFolder }, `${prefix}_DATA`, process.env));
}

/** What the environment says of some settings of a subgraph, for what is no server of it. @throws {SettingsError} */
export function partFromEnvironment<S extends Settings>(settings: S) {
  // No variable's name begins so: the others are left for the server to judge.
  return readSettings(settings, '=', process.env);
}

/**
 * Reads a subgraph's settings from the environment, the only place where a subgraph does.
 * @param env another one, which the subgraph will be given
 * @throws {SettingsError} naming every wrong or unknown one
 */
export function settingsFromEnvironment<S extends Record<'host' | 'claimsKeys', Setting<string>> & Settings>(
  prefix: 'CONTENT' | 'COMMERCE',
  settings: S,
  env: NodeJS.ProcessEnv = process.env,
) {
  const read = readSettings(settings, `${prefix}_`, env);
  // Both are texts, as S says; of a type that is not known yet TypeScript does not work that out.
  checkAccess(prefix, read as { host: string; claimsKeys: string | undefined });
  return read;
}
