import { parseArgs } from 'node:util';
import { type DifferentialReport, differential } from './random/differential.ts';

const HELP = `Runs random supergraphs, data and operations through RedCat, the stock Apollo gateway, and graphql-js over the merged schema.

  npm run differential -- --cases 20000 --seed 7

  --cases N   how many answers to compare; default 2000
  --seed N    the first supergraph's seed, each further one takes the next; default 1
  --help      this text

The first answer that nothing known explains is shrunk and printed with its seed, and the exit code is 1.
Known differences of the stock gateway are told in docs/differences.md.

Example: npm run differential -- --cases 200 --seed 7
`;

const PROGRESS_MS = 5000;

process.exitCode = await run();

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  });
  const [cases, seed] = [Number(values.cases), Number(values.seed)];
  if (values.help || !isWhole(cases) || !isWhole(seed)) {
    process.stdout.write(HELP);
    return values.help ? 0 : 2;
  }
  const start = Date.now();
  let told = start;
  const onProgress = (report: DifferentialReport) => {
    if (Date.now() - told < PROGRESS_MS) return;
    told = Date.now();
    process.stderr.write(
      `${report.cases} of ${cases} cases, ${report.supergraphs} supergraphs, ${Math.round((told - start) / 1000)} s\n`,
    );
  };
  const report = await differential({ cases, seed, onProgress });
  process.stdout.write(`${report.cases} cases over ${report.supergraphs} supergraphs\n`);
  print('met', report.seen);
  print('known differences of the stock gateway', report.differences);
  if (report.failure === undefined) return 0;
  process.stdout.write(`\n${report.failure}\n`);
  return 1;
}

function isWhole(number: number): boolean {
  return Number.isSafeInteger(number) && number > 0;
}

function print(title: string, counts: ReadonlyMap<string, number>): void {
  const lines = [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([name, count]) => `${String(count).padStart(8)}  ${name}`);
  process.stdout.write(`\n${title}:\n${lines.join('\n')}\n`);
}
