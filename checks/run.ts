import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Check, checks } from './checks.ts';

const width = Math.max(...checks.map(({ name }) => name.length));
const HELP = `Checks the code without running it.

  npm run check                every check
  npm run check -- NAME...     those named

${checks.map(({ name, holds }) => `  ${name.padEnd(width)}  ${holds}`).join('\n')}

Exits with 1 when a check fails, with 2 when a name is unknown.
Example: npm run check -- types imports`;

interface Outcome {
  readonly passed: boolean;
  readonly seconds: number;
  readonly output: string;
}

/** Runs a check's command in the current folder; its output is kept, both streams in the order in which they came. */
function run({ command: [program, ...args] }: Check): Promise<Outcome> {
  const began = performance.now();
  const bin = join(process.cwd(), 'node_modules', '.bin');
  // The runtime stands first: package scripts may be started by another Node than the one this project is for.
  const path = [dirname(process.execPath), bin, process.env.PATH].join(delimiter);
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const chunks: Buffer[] = [];
  const end = (passed: boolean) =>
    resolve({ passed, seconds: (performance.now() - began) / 1000, output: Buffer.concat(chunks).toString().trim() });
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, PATH: path } });
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.on('error', (error) => {
    chunks.push(Buffer.from(`${error.message} (is everything installed? npm ci)`));
    end(false);
  });
  child.on('close', (code) => end(code === 0));
  return promise;
}

function print({ name, holds, mend }: Check, { passed, seconds, output }: Outcome): void {
  const line = `${passed ? 'pass' : 'FAIL'}  ${name.padEnd(width)}  ${seconds.toFixed(1).padStart(5)} s  ${holds}\n`;
  const details = `\n${output.replace(/^/gm, '      ')}\n\n      To mend: ${mend}\n\n`;
  process.stdout.write(passed ? line : line + details);
}

/** Runs checks side by side, as many as there are cores, and prints each as soon as those before it are printed. */
async function runAll(chosen: readonly Check[]): Promise<string[]> {
  const waiting = chosen.map((check) => ({ check, ...Promise.withResolvers<Outcome>() }));
  const queue = [...waiting];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) next.resolve(await run(next.check));
  };
  const workers = Array.from({ length: availableParallelism() }, worker);
  const failed: string[] = [];
  for (const { check, promise } of waiting) {
    const outcome = await promise;
    print(check, outcome);
    if (!outcome.passed) failed.push(check.name);
  }
  await Promise.all(workers);
  return failed;
}

const { values, positionals } = parseArgs({ options: { help: { type: 'boolean' } }, allowPositionals: true });
const unknown = positionals.filter((name) => !checks.some((check) => check.name === name));
if (values.help) {
  process.stdout.write(`${HELP}\n`);
} else if (unknown.length > 0) {
  process.stderr.write(
    `No check is named ${unknown.join(', ')}. There are: ${checks.map(({ name }) => name).join(', ')}\n`,
  );
  process.exitCode = 2;
} else {
  const chosen = positionals.length > 0 ? checks.filter(({ name }) => positionals.includes(name)) : checks;
  const failed = await runAll(chosen);
  const held =
    failed.length === 0 ? 'all hold' : `${failed.length} of ${chosen.length} do not hold: ${failed.join(', ')}`;
  process.stdout.write(`checks: ${held}\n`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}
