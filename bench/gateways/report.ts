import { cpus } from 'node:os';
import type { Contender } from './contender.ts';
import { STOCK } from './contenders.ts';
import type { Outcome, Window } from './measure.ts';
import type { Mode } from './workload.ts';

/** Medians over the rounds of one gateway in one workload and mode. */
export interface Row extends Window {
  readonly gateway: string;
  readonly workload: string;
  readonly mode: Mode;
  readonly peakRssMb: number;
  /** Whether it answered what the stock gateway answers. */
  readonly answerEqual: boolean;
}

/** How many times the CPU of a gateway another one needs: the median of the rounds, the least and the greatest. */
export interface Ratio {
  readonly gateway: string;
  readonly to: string;
  readonly workload: string;
  readonly mode: Mode;
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** What bench/results/gateways.json holds. */
export interface Report {
  readonly environment: {
    readonly date: string;
    readonly node: string;
    readonly cpu: string;
    readonly cores: number;
    /** Whether gateways ran alone on a core. */
    readonly pinned: boolean;
    readonly connections: number;
    readonly rounds: number;
    readonly seconds: number;
  };
  readonly rows: readonly Row[];
  readonly ratios: readonly Ratio[];
}

/** A report's environment. */
export function environmentOf(measuring: Pick<Report['environment'], 'pinned' | 'connections' | 'rounds' | 'seconds'>) {
  const { pinned, connections, rounds, seconds } = measuring;
  const machine = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length };
  return { date: new Date().toISOString(), ...machine, pinned, connections, rounds, seconds };
}

/** The rows of one workload and mode, and each gateway's ratio to the stock gateway and to each of its peers. */
export function rowsOf(workload: string, mode: Mode, outcomes: readonly Outcome[]): Pick<Report, 'rows' | 'ratios'> {
  const measured = outcomes.flatMap((outcome) => ('windows' in outcome ? [outcome] : []));
  const rows = measured.map(({ contender, windows, peakRssMb, answerEqual }): Row => {
    const median = (key: keyof Window, digits: number) => round(middle(windows.map((each) => each[key])), digits);
    return {
      gateway: contender.name,
      workload,
      mode,
      cpuMsPerRequest: median('cpuMsPerRequest', 4),
      requestsPerSecond: median('requestsPerSecond', 0),
      p99Ms: median('p99Ms', 2),
      peakRssMb: round(peakRssMb, 0),
      subgraphRequestsPerRequest: median('subgraphRequestsPerRequest', 2),
      answerEqual,
    };
  });
  const ratios = measured.flatMap((one) =>
    measured
      .filter((other) => other !== one && isComparedWith(one.contender, other.contender))
      .map((other) => ({ workload, mode, ...ratioOf(one, other) })),
  );
  return { rows, ratios };
}

function isComparedWith(one: Contender, other: Contender): boolean {
  return other === STOCK || (one.ours && !other.ours && other.isRelay !== true);
}

type Measured = Extract<Outcome, { windows: unknown }>;

function ratioOf(one: Measured, other: Measured): Omit<Ratio, 'workload' | 'mode'> {
  const rounds = one.windows
    .map(({ cpuMsPerRequest }, index) => (other.windows[index]?.cpuMsPerRequest ?? Number.NaN) / cpuMsPerRequest)
    .sort((a, b) => a - b);
  const [low, high] = [rounds[0] ?? Number.NaN, rounds.at(-1) ?? Number.NaN];
  const names = { gateway: one.contender.name, to: other.contender.name };
  return { ...names, median: round(middle(rounds), 2), low: round(low, 2), high: round(high, 2) };
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
