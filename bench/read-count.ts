import { readCommandLine } from '../settings/command-line.ts';

/**
 * Reads the command line of a benchmark that takes one number, such as `--rounds 5`. With `--help` it prints the help and ends the process,
 * with status 0; where the number is none it says so, with status 2.
 * @param preset what it is without the flag
 */
export function readCount(flag: string, preset: number, help: string): number {
  const options = { [flag]: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;
  const { values } = readCommandLine({ options });
  const given: Readonly<Record<string, string | boolean | undefined>> = values;
  if (given.help) {
    process.stdout.write(`${help}\n`);
    process.exit(0);
  }
  const count = Number(given[flag] ?? preset);
  if (Number.isInteger(count) && count > 0) return count;
  process.stderr.write(`--${flag} must be a whole number from 1 on (--help tells what there is)\n`);
  process.exit(2);
}
