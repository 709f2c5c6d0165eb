import { readCommandLine } from '../../settings/command-line.ts';
import { runToEnd } from '../kit/run.ts';
import { databaseFromEnvironment } from '../kit/settings.ts';
import { checkCommand } from './ledger/commands/check.ts';
import { payOutCommand } from './ledger/commands/pay-out.ts';
import { termsCommand } from './ledger/commands/terms.ts';
import { UsageError } from './ledger/commands/usage-error.ts';
import { openCommerceDatabase } from './store/open.ts';
import type { CommerceDb } from './store/tables.ts';

const HELP = {
  check: `Checks the ledger of commissions: that every transaction balances, that balances, commissions and payouts are what their entries
say, and that each order's commissions are what follows from the order. Ends with status 0 where all is well, with 1 where something is
wrong, and says what and where.

  npm run ledger:check

The database may be in use: it is read as it is at one instant.

Example: npm run ledger:check`,
  payout: `Pays commissions: every payee once for a period, all that was payable to it when the period ended, less what was paid too much. What
breaks off is gone on with by the same command again, and nobody is paid twice. Writes every payout of the period as a line of JSON, those of
earlier runs too: whoever moves the money knows each by its id.

  npm run payout -- --period PERIOD

  --period PERIOD    a month (2025-05), a week (2025-W19) or a day (2025-05-07) that is over, in Asia/Shanghai

Example: npm run payout -- --period 2025-07`,
  terms: `Says what a shop gives of what notes sell for it, from an instant on. Orders that were paid before keep the terms that they had. Said again for
the same instant, before it has come, it takes the place of what was said.

  npm run commission:terms -- --shop SHOP --rate PERCENT [options]

  --shop SHOP               the shop's id
  --link LINK               of orders that this product link leads to; without it, of all links without terms of their own
  --rate PERCENT            of the net sales, such as 10 or 7.25
  --author-percent NUMBER   the author's share of the commission, a whole number; 70 by default, the rest is the content platform's
  --return-days NUMBER      the return period after an order is received; 7 by default
  --receive-days NUMBER     an order counts as received so many days after its payment, though nobody said so; 15 by default
  --from INSTANT            ISO 8601, at least an hour from now; the next midnight in Shanghai that is, by default

Example: npm run commission:terms -- --shop shop_1 --rate 7.25 --return-days 14`,
} as const;

const PLACE = `
COMMERCE_DATABASE_URL or COMMERCE_DATA_FOLDER says where the database is.`;

const OPTIONS = {
  help: { type: 'boolean' },
  period: { type: 'string' },
  shop: { type: 'string' },
  link: { type: 'string' },
  rate: { type: 'string' },
  'author-percent': { type: 'string' },
  'return-days': { type: 'string' },
  'receive-days': { type: 'string' },
  from: { type: 'string' },
} as const;

const { values, positionals } = readCommandLine({ options: OPTIONS, allowPositionals: true });

/** Opens the database for a command. */
async function withDatabase(run: (db: CommerceDb) => Promise<void>): Promise<void> {
  const database = await openCommerceDatabase(databaseFromEnvironment('COMMERCE'));
  try {
    await run(database.db);
  } finally {
    await database.close();
  }
}

const say = (line: string) => {
  process.stdout.write(`${line}\n`);
};

const COMMANDS = {
  check: (db: CommerceDb) => checkCommand(db, say),
  payout: (db: CommerceDb) => payOutCommand(db, values.period, say),
  terms: (db: CommerceDb) => termsCommand(db, values, say),
} as const;

const [command = '', ...rest] = positionals;
const known = Object.hasOwn(COMMANDS, command) ? (command as keyof typeof COMMANDS) : undefined;
if (!known || rest.length > 0) {
  const help = `${Object.values(HELP).join('\n\n')}\n${PLACE}`;
  (values.help ? process.stdout : process.stderr).write(`${help}\n`);
  process.exitCode = values.help ? 0 : 2;
} else if (values.help) {
  say(`${HELP[known]}\n${PLACE}`);
} else {
  await runToEnd(async () => {
    try {
      await withDatabase(COMMANDS[known]);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      process.stderr.write(`${error.message}\n`);
      process.exitCode = error.status;
    }
  });
}
