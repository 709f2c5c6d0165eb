import { SettingsError } from '../../settings/settings.ts';
import { funnelSettings } from '../commerce/store/funnel/funnel-settings.ts';
import { DatabaseUnreachableError } from '../kit/database.ts';
import { FolderLockedError } from '../kit/folder-lock.ts';
import { ForeignDatabaseError } from '../kit/migrate.ts';
import { peopleSettings } from '../kit/people/people-settings.ts';
import { databaseFromEnvironment, partFromEnvironment } from '../kit/settings.ts';
import { type CommandLine, readCommandLine, UsageError } from './commands/options.ts';
import { writeTruth } from './commands/write-truth.ts';
import { LoadRefusedError } from './load/judge-databases.ts';
import { loadWorld } from './load/load-world.ts';
import { makeProgress } from './load/progress.ts';
import { QuotasError } from './quotas.ts';

const HELP = `The sample world: data whose answers are known, the same from the same seed on every machine.

  npm run world -- [options]                  loads it into both subgraphs' databases; no server may run over them
  npm run world:check -- [options]            compares a system's answers with the truth
  node subgraphs/world/main.ts truth [...]    writes what the answers must be to truth.json

  --scale S|M|L      about 1,000, 100,000 (default) or 10 million events
  --seed NUMBER      below 2^32; 1 by default
  --quotas FILE      JSON; what it leaves out is as published
  --now INSTANT      by when the moving data end; the present by default
  --if-empty         load: whatever world is there is good
  --replace          load: take away for good what is there
  --out FILE         truth: where to write; truth.json by default
  --min-people N     check, truth: the fewest people that are told of; 50 by default
  --only-people      check: only the reports about people, of which the threshold decides
  --gateway URL      check: a system that runs; without it, one is started over a folder of its own

CONTENT_DATABASE_URL, CONTENT_DATA_FOLDER, COMMERCE_DATABASE_URL and COMMERCE_DATA_FOLDER say where the databases are.

Example: npm run world -- --scale S --seed 7 --replace`;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function load({ world, ifEmpty, replace }: CommandLine): Promise<void> {
  const began = performance.now();
  const places = { content: databaseFromEnvironment('CONTENT'), commerce: databaseFromEnvironment('COMMERCE') };
  const funnels = partFromEnvironment(funnelSettings);
  const { monthStart } = partFromEnvironment(peopleSettings('CONTENT'));
  const options = { ...world, ...places, monthStart, funnels, ifEmpty, replace };
  const { events } = await loadWorld(options, makeProgress(process.stdout), say);
  if (!events) return;
  const { accepted, duplicates, refused } = events;
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  say(
    `Loaded in ${seconds} s: ${accepted} events accepted, ${duplicates} duplicates, ${refused} refused, as the world's dirt has it.`,
  );
}

const COMMANDS: Readonly<Record<string, (line: CommandLine) => Promise<void>>> = {
  load,
  truth: async (line) => writeTruth(line, say),
  check: async (line) => {
    const { checkWorld } = await import('./commands/check-world.ts');
    if (!(await checkWorld(line, say))) process.exitCode = 1;
  },
};

async function run(): Promise<void> {
  const line = readCommandLine(process.argv.slice(2));
  if (line.help) return say(HELP);
  const command = Object.hasOwn(COMMANDS, line.command ?? '') ? COMMANDS[line.command ?? ''] : undefined;
  if (!command)
    throw new UsageError(`${line.command ?? 'No command'} is none of ${Object.keys(COMMANDS).join(', ')}.\n\n${HELP}`);
  await command(line);
}

const MENDABLE = [
  UsageError,
  QuotasError,
  LoadRefusedError,
  FolderLockedError,
  SettingsError,
  DatabaseUnreachableError,
  ForeignDatabaseError,
];

await run().catch((error: Error) => {
  const mendable = MENDABLE.some((kind) => error instanceof kind);
  process.stderr.write(`${mendable ? error.message : (error.stack ?? error.message)}\n`);
  process.exitCode = 1;
});
