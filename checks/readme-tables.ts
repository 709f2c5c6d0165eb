import { readFile } from 'node:fs/promises';
import { configTable } from '../gateway/config.ts';
import { errorTable } from '../gateway/errors.ts';
import { settingsTable } from '../settings/settings.ts';
import { eventReasons } from '../subgraphs/commerce/conversions/judging/reasons.ts';
import { uncountedReasons } from '../subgraphs/commerce/conversions/judging/uncounted.ts';
import { linkErrors } from '../subgraphs/commerce/links/link-errors.ts';
import { recordingErrors } from '../subgraphs/commerce/recording-errors.ts';
import { commerceSettings } from '../subgraphs/commerce/settings.ts';
import { commerceUserErrors } from '../subgraphs/commerce/user-errors.ts';
import { contentSettings } from '../subgraphs/content/settings.ts';
import { contentUserErrors } from '../subgraphs/content/user-errors.ts';
import { inputErrors } from '../subgraphs/kit/errors.ts';
import { gatewayFigures } from './gateway-figures.ts';
import { liveFigures } from './live-figures.ts';

/** The settings that the README shows: those that one sets first. */
const BEGIN_WITH = [
  'PORT',
  'GATEWAY_KEYS',
  'GATEWAY_JWT_KEYS',
  'GATEWAY_CLAIMS_KEY',
  'GATEWAY_SUPERGRAPH',
  'GATEWAY_OPERATIONS',
  'GATEWAY_COST_LIMIT',
  'GATEWAY_TRUSTED_PROXIES',
  'GATEWAY_REDIS',
  'CONTENT_PORT',
  'CONTENT_DATABASE_URL',
  'CONTENT_DATA_FOLDER',
  'CONTENT_PERSON_KEY',
  'COMMERCE_PORT',
  'COMMERCE_DATABASE_URL',
  'COMMERCE_DATA_FOLDER',
  'COMMERCE_PUBLIC_URL',
  'COMMERCE_PERSON_KEY',
  'COMMERCE_MIN_PEOPLE',
];

/** The tables of README and docs by the names of their marks, in Markdown. */
export async function readmeTables(): Promise<Record<string, string>> {
  const settings = [configTable(), settingsTable(contentSettings), settingsTable(commerceSettings)] as const;
  return {
    'settings to begin with': beginWith(settings),
    'settings of the gateway': settings[0],
    'settings of content': settings[1],
    'settings of commerce': settings[2],
    'errors of the gateway': errorTable(),
    'errors of the subgraphs': codeTable(inputErrors),
    'errors of content': codeTable(contentUserErrors),
    'errors of commerce': codeTable(commerceUserErrors),
    'errors of events': codeTable(eventReasons),
    'events that are not counted': codeTable(uncountedReasons),
    'errors of links': statusTable(linkErrors),
    'errors of recording': statusTable(recordingErrors),
    'figures of the system': figuresTable(await figures('bench/results/system.json')),
    'figures of live data': await liveFigures(),
    'figures of the gateways': gatewayFigures(await figures('bench/results/gateways.json')),
  };
}

function beginWith(tables: readonly string[]): string {
  const rows = tables.flatMap((table) => table.split('\n'));
  const chosen = BEGIN_WITH.map((name) => {
    const row = rows.find((each) => each.startsWith(`| \`${name}\` `));
    if (!row) throw new Error(`there is no setting ${name}`);
    return row;
  });
  return [...rows.slice(0, 2), ...chosen].join('\n');
}

async function figures<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8'));
}

function codeTable(errors: Readonly<Record<string, string>>): string {
  const rows = Object.entries(errors).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`);
  return ['| code | meaning |', '|---|---|', ...rows].join('\n');
}

function statusTable(errors: Readonly<Record<string, { readonly status: number; readonly meaning: string }>>): string {
  const rows = Object.entries(errors).map(([code, { status, meaning }]) => `| \`${code}\` | ${status} | ${meaning} |`);
  return ['| code | status | meaning |', '|---|---|---|', ...rows].join('\n');
}

/** What bench/system.ts writes. */
interface SystemFigures {
  readonly scale: string;
  readonly connections: number;
  readonly machine: { readonly cpu: string; readonly cores: number; readonly node: string };
  readonly rows: readonly {
    readonly workload: string;
    readonly requestsPerSecond: number;
    readonly p50Ms: number;
    readonly p99Ms: number;
    readonly cpuMsPerRequest: Readonly<Record<'gateway' | 'content' | 'commerce', number>>;
  }[];
}

function figuresTable({ scale, connections, machine, rows }: SystemFigures): string {
  const cells = rows.map(({ workload, requestsPerSecond, p50Ms, p99Ms, cpuMsPerRequest: cpu }) =>
    [workload, requestsPerSecond, p50Ms, p99Ms, cpu.gateway, cpu.content, cpu.commerce].join(' | '),
  );
  return [
    `Scale ${scale}, ${connections} connections, ${machine.cores} cores of ${machine.cpu}, Node ${machine.node}:`,
    '',
    '| workload | requests/s | p50 ms | p99 ms | gateway CPU ms | content CPU ms | commerce CPU ms |',
    '|---|---|---|---|---|---|---|',
    ...cells.map((row) => `| ${row} |`),
  ].join('\n');
}
