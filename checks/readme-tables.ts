import { readFile } from 'node:fs/promises';
import { configTable } from '../gateway/config.ts';
import { errorTable } from '../gateway/errors.ts';
import { settingsTable } from '../settings/settings.ts';
import { eventReasons } from '../subgraphs/commerce/conversions/judging/reasons.ts';
import { uncountedReasons } from '../subgraphs/commerce/conversions/judging/uncounted.ts';
import { recordingErrors } from '../subgraphs/commerce/recording-errors.ts';
import { commerceSettings } from '../subgraphs/commerce/settings.ts';
import { commerceUserErrors } from '../subgraphs/commerce/user-errors.ts';
import { contentSettings } from '../subgraphs/content/settings.ts';
import { contentUserErrors } from '../subgraphs/content/user-errors.ts';
import { inputErrors } from '../subgraphs/kit/errors.ts';
import { gatewayFigures } from './gateway-figures.ts';
import { liveFigures } from './live-figures.ts';

/** The README's tables by the names of their marks, in Markdown. */
export async function readmeTables(): Promise<Record<string, string>> {
  return {
    'settings of the gateway': configTable(),
    'settings of content': settingsTable(contentSettings),
    'settings of commerce': settingsTable(commerceSettings),
    'errors of the gateway': errorTable(),
    'errors of the subgraphs': codeTable(inputErrors),
    'errors of content': codeTable(contentUserErrors),
    'errors of commerce': codeTable(commerceUserErrors),
    'errors of events': codeTable(eventReasons),
    'events that are not counted': codeTable(uncountedReasons),
    'errors of recording': statusTable(recordingErrors),
    'figures of the system': figuresTable(await figures('bench/results/system.json')),
    'figures of live data': await liveFigures(),
    'figures of the gateways': gatewayFigures(await figures('bench/results/gateways.json')),
  };
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
