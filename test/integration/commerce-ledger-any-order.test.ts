import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catchUpLedger } from '../../subgraphs/commerce/ledger/catch-up.ts';
import { checkLedger } from '../../subgraphs/commerce/ledger/check-ledger.ts';
import { payOut } from '../../subgraphs/commerce/ledger/pay-out.ts';
import { openCommerceDatabase } from '../../subgraphs/commerce/store/open.ts';
import type { CommerceTables } from '../../subgraphs/commerce/store/tables.ts';
import type { Database } from '../../subgraphs/kit/database.ts';
import { withCorrections } from '../kit/commerce/arbitrary-corrections.ts';
import { events } from '../kit/commerce/arbitrary-events.ts';
import { agreeTerms } from '../kit/commerce/ledger.ts';
import { forgetEvents, openMarket } from '../kit/commerce/market.ts';
import { recorderInto } from '../kit/commerce/recording.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const DAY = 86_400_000;
/** Events of `events` happen from 30 April 2025 on, over two months; they arrive from the day after on. */
const START = Date.parse('2025-05-01T04:00:00.000Z');

/** Events with corrections between them in any order, cut into groups, and what the ledger does after each: posts, pays, or nothing. */
const histories = fc.record({
  arrivals: events
    .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }))
    .chain((shuffled) => withCorrections(shuffled)),
  steps: fc.array(
    fc.record({
      size: fc.integer({ min: 1, max: 12 }),
      days: fc.constantFrom(0, 0, 3, 9, 20),
      next: fc.constantFrom('NOTHING', 'POST', 'POST', 'PAY'),
    }),
    { minLength: 80, maxLength: 80 },
  ),
});

describeOnDatabases('the ledger, whatever comes in whatever order', (fresh) => {
  let commerce: Database<CommerceTables>;
  beforeAll(async () => {
    commerce = await openCommerceDatabase(await fresh());
    await openMarket(commerce.db);
  });
  afterAll(() => commerce?.close());

  /** What each owner has in all, paid or not. */
  async function wholes(): Promise<unknown> {
    const { rows } = await sql`
      select party, owner_id, sum(balance_fen) as fen from ledger_accounts
      group by party, owner_id having sum(balance_fen) <> 0 order by 1, 2`.execute(commerce.db);
    return rows;
  }

  async function faults(now: Date) {
    return (await checkLedger(commerce.db, now)).faults;
  }

  test('balances at every moment, and ends with what it would have come to had all been known at once', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async ({ arrivals, steps }) => {
        await forgetEvents(commerce);
        await agreeTerms(commerce.db);
        let now = new Date(START);
        const recorder = recorderInto(commerce.db, () => now);
        let from = 0;
        for (const { size, days, next } of steps) {
          if (from >= arrivals.length) break;
          await recorder.record(arrivals.slice(from, from + size));
          from += size;
          now = new Date(now.getTime() + days * DAY + 1);
          if (next === 'POST') await catchUpLedger(commerce.db, now);
          if (next === 'PAY') await payOut(commerce.db, { name: String(from), end: now }, () => now);
          expect(await faults(now)).toEqual([]);
        }
        now = new Date(now.getTime() + 30 * DAY);
        await payOut(commerce.db, { name: 'last', end: now }, () => now);
        const ended = await wholes();
        expect(await faults(now)).toEqual([]);
        await sql`truncate ledger_entries, ledger_transactions, ledger_accounts, commissions, payouts`.execute(
          commerce.db,
        );
        await commerce.db.updateTable('ledger').set({ followed_to: 0 }).execute();
        await catchUpLedger(commerce.db, now);
        expect(ended).toEqual(await wholes());
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });
});
