import { readCommandLine } from '../../settings/command-line.ts';
import { settingsTable } from '../../settings/settings.ts';
import { runToEnd, runUntilSignalled } from '../kit/run.ts';
import { databaseSource, settingsFromEnvironment } from '../kit/settings.ts';
import { rebuild } from './conversions/keeping/rebuild.ts';
import { retireDays } from './conversions/keeping/retire-days.ts';
import { commerceSettings } from './settings.ts';
import { startCommerce } from './start.ts';
import { changeFeedEpoch } from './store/feed/feed-groups.ts';
import { openCommerceDatabase } from './store/open.ts';

const HELP = `Serves the commerce subgraph: products, shops, orders, and what notes led to.

  npm run commerce
  npm run commerce -- rebuild       derive orders, credit and figures anew from the events, and end
  npm run commerce -- retire        seal and drop the raw events of days that are older than COMMERCE_RAW_EVENT_DAYS, and end
  npm run commerce -- feed-epoch    give the feed of conversions a new epoch, so that all who read it begin again, and end

It is set by environment variables:

${settingsTable(commerceSettings)}

Example: COMMERCE_PORT=5002 COMMERCE_DATABASE_URL=postgres://redcat@localhost/commerce npm run commerce`;

/** Derives everything anew; a server that uses the database goes on serving, and records again when this is done. */
async function rebuildAll(): Promise<void> {
  const database = await openCommerceDatabase(databaseSource(settingsFromEnvironment('COMMERCE', commerceSettings)));
  try {
    process.stdout.write(`${await rebuild(database.db)} events\n`);
  } finally {
    await database.close();
  }
}

/** Drops the raw events of old days; a server that uses the database goes on serving and recording. */
async function retireOld(): Promise<void> {
  const settings = settingsFromEnvironment('COMMERCE', commerceSettings);
  const database = await openCommerceDatabase(databaseSource(settings));
  try {
    await retireDays(database.db, new Date(), settings.rawEventDays, ({ day, events, digest }) => {
      process.stdout.write(`${day}: ${events} events sealed (${digest}) and dropped\n`);
    });
  } finally {
    await database.close();
  }
}

/** Refuses all cursors that were given so far; a server that uses the database goes on serving. */
async function beginEpoch(): Promise<void> {
  const database = await openCommerceDatabase(databaseSource(settingsFromEnvironment('COMMERCE', commerceSettings)));
  try {
    process.stdout.write(`The feed's epoch is now ${await changeFeedEpoch(database.db)}.\n`);
  } finally {
    await database.close();
  }
}

const { values, positionals } = readCommandLine({ options: { help: { type: 'boolean' } }, allowPositionals: true });
const [command = 'serve', ...rest] = positionals;
if (values.help) {
  process.stdout.write(`${HELP}\n`);
} else if (command === 'serve' && rest.length === 0) {
  await runUntilSignalled(() => startCommerce(settingsFromEnvironment('COMMERCE', commerceSettings)));
} else if (command === 'rebuild' && rest.length === 0) {
  await runToEnd(rebuildAll);
} else if (command === 'retire' && rest.length === 0) {
  await runToEnd(retireOld);
} else if (command === 'feed-epoch' && rest.length === 0) {
  await runToEnd(beginEpoch);
} else {
  process.stderr.write(`${HELP}\n`);
  process.exitCode = 2;
}
