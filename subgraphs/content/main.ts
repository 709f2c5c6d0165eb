import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { readCommandLine } from '../../settings/command-line.ts';
import { settingsTable } from '../../settings/settings.ts';
import { createMetrics } from '../kit/metrics.ts';
import { runToEnd, runUntilSignalled } from '../kit/run.ts';
import { databaseSource, servingSource, settingsFromEnvironment } from '../kit/settings.ts';
import { queryTerms } from '../kit/text/segment.ts';
import { createContentServer } from './server.ts';
import { contentSettings } from './settings.ts';
import { openContentDatabase } from './store/open.ts';
import { takeAgeCohorts, WrongLineError } from './take-age-cohorts.ts';

const HELP = `Serves the content subgraph: notes, authors, comments, searches and product links.

  npm run content
  npm run content -- age-cohorts <file>   keep in which decades people were born, and end; commerce follows. The file (- for what is piped in) has a line for each
                                          person: {"personKey":"<64 hexadecimal digits>","ageCohort":"BORN_1990S"}

It is set by environment variables:

${settingsTable(contentSettings)}

Example: CONTENT_PORT=5001 CONTENT_DATABASE_URL=postgres://redcat@localhost/content npm run content`;

async function start() {
  const settings = settingsFromEnvironment('CONTENT', contentSettings);
  const metrics = createMetrics();
  const database = await openContentDatabase(servingSource(settings), metrics.observeStatement);
  const app = await createContentServer({ database, settings, metrics });
  // The dictionary is read at its first use, which takes a quarter of a second: no request should wait for it.
  queryTerms('词典');
  try {
    await app.listen({ host: settings.host, port: settings.port });
    return app;
  } catch (error) {
    await app.close();
    throw error;
  }
}

/** Keeps the cohorts of a file; a server that uses the database goes on serving. */
async function takeCohorts(file: string): Promise<void> {
  const database = await openContentDatabase(databaseSource(settingsFromEnvironment('CONTENT', contentSettings)));
  try {
    const lines = createInterface({
      input: file === '-' ? process.stdin : createReadStream(file),
      crlfDelay: Infinity,
    });
    process.stdout.write(`${await takeAgeCohorts(database.db, lines)} people\n`);
  } catch (error) {
    if (!(error instanceof WrongLineError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  } finally {
    await database.close();
  }
}

const { values, positionals } = readCommandLine({ options: { help: { type: 'boolean' } }, allowPositionals: true });
const [command = 'serve', file, ...rest] = positionals;
if (values.help) {
  process.stdout.write(`${HELP}\n`);
} else if (command === 'serve' && file === undefined) {
  await runUntilSignalled(start);
} else if (command === 'age-cohorts' && file !== undefined && rest.length === 0) {
  await runToEnd(() => takeCohorts(file));
} else {
  process.stderr.write(`${HELP}\n`);
  process.exitCode = 2;
}
