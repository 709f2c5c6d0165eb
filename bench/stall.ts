import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { readCount } from './read-count.ts';
import type { Stall, Stalls } from './stall/measure.ts';

const HELP = `Measures how long a deep query that a gateway never saw holds up its main loop. Each round is a process of its own. On a busy machine the
clock tells of others' work as well, CPU time does not.

  npm run bench:stall                    prints medians, least and most

  --rounds <n>    how many processes (20)

Example: npm run bench:stall -- --rounds 5`;

const ROUNDS = readCount('rounds', 20, HELP);

const rounds: Stalls[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const { stdout } = await promisify(execFile)(process.execPath, ['bench/stall/measure.ts']);
  rounds.push(JSON.parse(stdout));
}
const rows: readonly (readonly [keyof Stalls, string])[] = [
  ['first', 'the first deep query of a process'],
  ['later', 'another deep query, never asked before'],
  ['known', 'the same again'],
  ['small', 'a small query, known'],
];
process.stdout.write(`Longest turn of the main loop in ms, ${ROUNDS} processes: median (least to most)\n`);
for (const [row, meaning] of rows) {
  const told = (kind: keyof Stall) => spread(rounds.map((round) => round[row][kind]));
  process.stdout.write(`${meaning.padEnd(40)} by the clock ${told('clock')}, CPU ${told('cpu')}\n`);
}

function spread(values: readonly number[]): string {
  const sorted = [...values].sort((one, other) => one - other);
  const [least, most] = [sorted[0] ?? Number.NaN, sorted.at(-1) ?? Number.NaN];
  const half = sorted.length / 2;
  const median = ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2;
  return `${median.toFixed(1)} (${least.toFixed(1)} to ${most.toFixed(1)})`;
}
