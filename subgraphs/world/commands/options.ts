import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readInstant } from '../../kit/scalars.ts';
import { QuotasError } from '../quotas.ts';
import { SCALES, type ScaleName } from '../scales.ts';
import { MIN_PEOPLE } from '../truth/min-people.ts';
import type { WorldOptions } from '../world.ts';

/** The command line is wrong; the message says how. */
export class UsageError extends Error {}

const OPTIONS = {
  scale: { type: 'string', default: 'M' },
  seed: { type: 'string', default: '1' },
  quotas: { type: 'string' },
  now: { type: 'string' },
  out: { type: 'string', default: 'truth.json' },
  gateway: { type: 'string' },
  'min-people': { type: 'string', default: String(MIN_PEOPLE) },
  'only-people': { type: 'boolean', default: false },
  'if-empty': { type: 'boolean', default: false },
  replace: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

export interface CommandLine {
  readonly command: string | undefined;
  readonly help: boolean;
  readonly world: WorldOptions;
  readonly ifEmpty: boolean;
  readonly replace: boolean;
  /** Where the truth is written. */
  readonly out: string;
  /** The fewest people that are told of. */
  readonly leastPeople: number;
  /** Whether the reports about people alone are checked. */
  readonly onlyPeople: boolean;
  /** The URL of a running gateway to check. */
  readonly gateway: string | undefined;
  /** Whether the moment was named: what is loaded elsewhere has a moment of its own. */
  readonly namesNow: boolean;
}

/**
 * Reads the command line.
 * @throws {UsageError}
 * @throws {QuotasError} when the quotas file is none
 */
export function readCommandLine(args: readonly string[]): CommandLine {
  const { values, positionals } = parse(args);
  const { scale, seed } = values;
  if (!Object.hasOwn(SCALES, scale)) throw new UsageError(`--scale ${scale} is unknown: it is S, M or L.`);
  if (!/^\d{1,10}$/.test(seed) || Number(seed) > 0xffff_ffff)
    throw new UsageError(`--seed ${seed} is no whole number below 2^32.`);
  const quotas = values.quotas === undefined ? undefined : readQuotasFile(values.quotas);
  return {
    command: positionals[0],
    help: values.help,
    world: { scale: scale as ScaleName, seed: Number(seed), now: readNow(values.now), quotas },
    ifEmpty: values['if-empty'],
    replace: values.replace,
    out: values.out,
    gateway: values.gateway,
    leastPeople: readLeast(values['min-people']),
    onlyPeople: values['only-people'],
    namesNow: values.now !== undefined,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function readLeast(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new UsageError(`--min-people ${text} is no whole number from 1 to 999999.`);
  return Number(text);
}

function readNow(text: string | undefined): Date {
  if (text === undefined) return new Date(Math.floor(Date.now() / 1_000) * 1_000);
  const instant = readInstant(text);
  if (instant === undefined)
    throw new UsageError(`--now ${text} is no instant: it takes ISO 8601 such as 2026-01-15T12:00:00+08:00.`);
  return new Date(instant);
}

function readQuotasFile(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`--quotas ${path}: the file can't be read.`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new QuotasError(`${path} is no JSON: ${error instanceof Error ? error.message : error}`);
  }
}
