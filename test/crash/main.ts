import { readCommandLine } from '../../settings/command-line.ts';
import { type RoundReport, runSeries } from './rounds.ts';

const HELP = `Kills commerce (two processes on PostgreSQL), PostgreSQL (postmaster, backends) and the gateway with kill -9 at random moments, while
writers write and send again until they are answered, and a reader follows the feed from cursor to cursor. After each round: not one
acknowledged event is lost, none is there twice, the figures of every subject, day, window and model are those that an independent oracle
works out from the raw events, commerce answers so for the busiest subjects, and what the reader holds comes to the same.

  npm run test:crash                     50 rounds, the last 10 of them on PGlite
  npm run test:crash -- --rounds 5 --embedded 1 --seed 7

  --rounds N      rounds in all, 50 by default
  --embedded N    how many of them on PGlite, a fifth by default; there, what is killed is the process, not the machine
  --seed N        of what is sent and killed, 1 by default; how processes get along with one another is chance all the same
  --seconds N     how long writers write in each round, 6 by default

Each ten rounds begin with a new database. Ends with 1 after the first round with a fault.

Example: npm run test:crash -- --rounds 1 --seconds 2`;

/** As the database grows, working its figures out takes longer. */
const ROUNDS_OF_SERIES = 10;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function tell(round: number, rounds: number, report: RoundReport, seconds: number): void {
  const { engine, killed, events, acknowledged, unanswered, figures, faults } = report;
  const found = faults.length === 0 ? 'all there, all once, all figures equal' : `${faults.length} FAULTS`;
  say(
    `round ${round} of ${rounds} on ${engine}: killed ${killed.join(', ')}; ${acknowledged} acknowledged, ${unanswered} sent again; ` +
      `${events} events, ${figures} figures: ${found} (${seconds.toFixed(0)} s)`,
  );
}

async function run(rounds: number, embedded: number, seed: number, roundMs: number): Promise<boolean> {
  const plan = [
    ...seriesOf(rounds - embedded).map((count) => ({ engine: 'PostgreSQL', rounds: count }) as const),
    ...seriesOf(embedded).map((count) => ({ engine: 'PGlite', rounds: count }) as const),
  ];
  let round = 0;
  let began = performance.now();
  for (const [place, part] of plan.entries()) {
    for await (const report of runSeries({ ...part, seed: seed * 1_000 + place, roundMs })) {
      round += 1;
      tell(round, rounds, report, (performance.now() - began) / 1_000);
      began = performance.now();
      if (report.faults.length === 0) continue;
      say(`${report.faults.slice(0, 20).join('\n')}\n\nThe servers' last words:\n${report.log}`);
      return false;
    }
  }
  return true;
}

function seriesOf(rounds: number): number[] {
  return Array.from({ length: Math.ceil(rounds / ROUNDS_OF_SERIES) }, (_, place) =>
    Math.min(ROUNDS_OF_SERIES, rounds - place * ROUNDS_OF_SERIES),
  );
}

const { values } = readCommandLine({
  options: {
    rounds: { type: 'string', default: '50' },
    embedded: { type: 'string' },
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '6' },
    help: { type: 'boolean' },
  },
});
if (values.help) {
  say(HELP);
} else {
  const rounds = Number(values.rounds);
  const embedded = values.embedded === undefined ? Math.floor(rounds / 5) : Number(values.embedded);
  const began = performance.now();
  const held = await run(rounds, embedded, Number(values.seed), Number(values.seconds) * 1_000);
  say(`${held ? 'held' : 'DID NOT HOLD'} after ${((performance.now() - began) / 60_000).toFixed(1)} minutes`);
  process.exitCode = held ? 0 : 1;
}
