import { readCommandLine } from '../../settings/command-line.ts';
import { settingsTable } from '../../settings/settings.ts';
import { createMetrics } from '../kit/metrics.ts';
import { runUntilSignalled } from '../kit/run.ts';
import { servingSource, settingsFromEnvironment } from '../kit/settings.ts';
import { queryTerms } from '../kit/text/segment.ts';
import { createContentServer } from './server.ts';
import { contentSettings } from './settings.ts';
import { openContentDatabase } from './store/open.ts';

const HELP = `Serves the content subgraph: notes, authors, comments, searches and product links.

  npm run content

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

const { values } = readCommandLine({ options: { help: { type: 'boolean' } } });
if (values.help) process.stdout.write(`${HELP}\n`);
else await runUntilSignalled(start);
