import { parseArgs } from 'node:util';
import { payOut } from '../../../subgraphs/commerce/ledger/pay-out.ts';
import { payoutPeriod } from '../../../subgraphs/commerce/ledger/payout-period.ts';
import { openCommerceDatabase } from '../../../subgraphs/commerce/store/open.ts';
import { databaseFromEnvironment } from '../../../subgraphs/kit/settings.ts';

/** Pays for a period, and is killed right after a number of statements of the payout: nothing of it is left but what was committed. */
const { values } = parseArgs({ options: { period: { type: 'string' }, statements: { type: 'string' } } });
let left = Number.POSITIVE_INFINITY;
const database = await openCommerceDatabase(databaseFromEnvironment('COMMERCE'), () => {
  left -= 1;
  if (left <= 0) process.kill(process.pid, 'SIGKILL');
});
const period = payoutPeriod(values.period ?? '');
left = Number(values.statements);
if (period) await payOut(database.db, period, () => new Date());
await database.close();
