import { hash } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import type { SentEvent } from '../../subgraphs/commerce/conversions/event.ts';
import { catchUpLedger } from '../../subgraphs/commerce/ledger/catch-up.ts';
import { checkLedger } from '../../subgraphs/commerce/ledger/check-ledger.ts';
import { termsCommand } from '../../subgraphs/commerce/ledger/commands/terms.ts';
import { PayoutRefusedError, payOut } from '../../subgraphs/commerce/ledger/pay-out.ts';
import { type PayoutPeriod, payoutPeriod } from '../../subgraphs/commerce/ledger/payout-period.ts';
import { setFollowed } from '../../subgraphs/commerce/store/ledger/followed.ts';
import { holdLedger } from '../../subgraphs/commerce/store/ledger/hold-ledger.ts';
import { type Payout, whilePayingAlone } from '../../subgraphs/commerce/store/ledger/payouts.ts';
import { paidSent, tapSent } from '../kit/commerce/events.ts';
import { agreeTerms, balancesOf } from '../kit/commerce/ledger.ts';
import { useCommerce } from '../kit/commerce.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const at = (day: string) => new Date(`${day}T12:00:00+08:00`);

function period(name: string): PayoutPeriod {
  const read = payoutPeriod(name);
  if (!read) throw new Error(`${name} is no period.`);
  return read;
}

describeOnDatabases('the ledger of commissions', (fresh) => {
  const commerce = useCommerce(fresh);
  const db = () => commerce().database.db;

  beforeEach(() => agreeTerms(db()));

  /** Records at noon of a day, and posts. */
  async function on(day: string, ...events: SentEvent[]): Promise<void> {
    commerce().now = at(day);
    if (events.length > 0) expect(await commerce().record(...events)).toMatchObject({ rejected: 0 });
    await catchUpLedger(db(), at(day));
  }

  async function pay(name: string, now: string): Promise<Pick<Payout, 'ownerId' | 'amountFen'>[]> {
    const payouts: Payout[] = [];
    await payOut(
      db(),
      period(name),
      () => at(now),
      (payout) => payouts.push(payout),
    );
    return payouts.map(({ ownerId, amountFen }) => ({ ownerId, amountFen }));
  }

  const of = { platformOrderId: 'T-paid' };
  const received = (day: string) =>
    paidSent({ eventId: 'received', stage: 'ORDER_RECEIVED', occurredAt: at(day).toISOString() }, of);
  const refund = (day: string, amount: string, eventId = 'refund') =>
    paidSent({ eventId, stage: 'REFUND', occurredAt: at(day).toISOString() }, { ...of, amount });

  async function settled(): Promise<void> {
    await on('2025-05-07', tapSent({ eventId: 'tap' }), paidSent({ eventId: 'paid' }));
    await on('2025-05-09', received('2025-05-09'));
    await on('2025-05-16');
  }

  async function faultless(now = '2025-09-01'): Promise<void> {
    const { faults, waiting } = await checkLedger(db(), at(now));
    expect({ faults, waiting }).toEqual({ faults: [], waiting: 0 });
  }

  test('follows an order: estimated, held, payable, paid', async () => {
    await on('2025-05-07', tapSent({ eventId: 'tap' }), paidSent({ eventId: 'paid' }));
    const stages = (stage: string) => ({
      [`AUTHOR author_1 ${stage}`]: 903,
      [`CONTENT_PLATFORM content ${stage}`]: 387,
      [`SHOP shop_1 ${stage}`]: -1_290,
    });
    expect(await balancesOf(db())).toEqual(stages('ESTIMATED'));
    await on('2025-05-09', received('2025-05-09'));
    expect(await balancesOf(db())).toEqual(stages('HELD'));
    await on('2025-05-16');
    expect(await balancesOf(db())).toEqual(stages('PAYABLE'));
    expect(await pay('2025-05', '2025-06-02')).toEqual([
      { ownerId: 'author_1', amountFen: 903 },
      { ownerId: 'content', amountFen: 387 },
    ]);
    expect(await balancesOf(db())).toEqual(stages('PAID'));
    await faultless('2025-06-02');
  });

  test('pays a period once, what was payable when it ended, and not before it is over', async () => {
    await settled();
    await expect(pay('2025-05', '2025-05-20')).rejects.toThrow(PayoutRefusedError);
    expect(await pay('2025-05-15', '2025-05-20')).toEqual([]);
    expect(await pay('2025-05-16', '2025-05-20')).toHaveLength(2);
    expect(await pay('2025-05-16', '2025-05-21')).toEqual([]);
    expect(await pay('2025-05', '2025-06-02')).toEqual([]);
    await faultless('2025-06-02');
  });

  test('pays what becomes payable of a period that was paid with a later one, under ids that stand for period and payee', async () => {
    await settled();
    expect(await pay('2025-05-16', '2025-05-20')).toHaveLength(2);
    // Told late: its return period was over before the period that was paid ended.
    const order = { platformOrderId: 'T-late', amount: '200.00' };
    const told = { eventId: 'late-paid', occurredAt: at('2025-05-07').toISOString() };
    const receipt = {
      eventId: 'late-received',
      stage: 'ORDER_RECEIVED' as const,
      occurredAt: at('2025-05-08').toISOString(),
    };
    await on('2025-05-20', paidSent(told, order), paidSent(receipt, order));
    expect(await pay('2025-05-16', '2025-05-21')).toEqual([]);
    expect(await pay('2025-05-20', '2025-05-21')).toEqual([
      { ownerId: 'author_1', amountFen: 1_400 },
      { ownerId: 'content', amountFen: 600 },
    ]);
    const payouts = await db().selectFrom('payouts').select(['id', 'period', 'owner_id']).execute();
    const idOf = (period: string, payee: string, ownerId: string) => {
      const digest = hash('sha256', JSON.stringify([period, payee, ownerId]), 'buffer');
      return `payout_${digest.subarray(0, 16).toString('base64url')}`;
    };
    for (const { id, period, owner_id } of payouts) {
      expect(id).toBe(idOf(period, owner_id === 'content' ? 'CONTENT_PLATFORM' : 'AUTHOR', owner_id));
    }
    await faultless('2025-05-21');
  });

  test('lowers what is not paid yet by a refund, claws back what was paid, and sets it off against a later payout', async () => {
    await settled();
    await on('2025-05-17', refund('2025-05-17', '29.00'));
    expect(await balancesOf(db())).toMatchObject({ 'AUTHOR author_1 PAYABLE': 700 });
    expect(await pay('2025-05-17', '2025-05-18')).toHaveLength(2);
    await on('2025-05-19', refund('2025-05-19', '100.00', 'again'));
    expect(await balancesOf(db())).toMatchObject({ 'AUTHOR author_1 PAYABLE': -700, 'AUTHOR author_1 PAID': 700 });
    expect(await pay('2025-05-19', '2025-05-20')).toEqual([]);
    const more = paidSent({ eventId: 'more', occurredAt: at('2025-05-20').toISOString() }, { amount: '200.00' });
    await on('2025-05-20', more);
    await on('2025-06-20');
    expect(await pay('2025-06-20', '2025-06-21')).toEqual([
      { ownerId: 'author_1', amountFen: 1_400 - 700 },
      { ownerId: 'content', amountFen: 600 - 300 },
    ]);
    expect(await balancesOf(db())).toEqual({
      'AUTHOR author_1 PAID': 1_400,
      'CONTENT_PLATFORM content PAID': 600,
      'SHOP shop_1 PAID': -2_000,
    });
    await faultless();
  });

  test('follows corrections and retractions, and credit that moves to a click that was told late', async () => {
    await on('2025-05-07', tapSent({ eventId: 'tap' }), paidSent({ eventId: 'paid' }));
    await on('2025-05-08', {
      ...paidSent({ eventId: 'mended' }, { ...of, amount: '200.00' }),
      correctsEventId: 'paid',
    });
    expect(await balancesOf(db())).toMatchObject({ 'AUTHOR author_1 ESTIMATED': 1_400 });
    const late = { productLinkId: 'link_12', occurredAt: '2025-05-07T11:59:59+08:00' };
    await on('2025-05-08', { stage: 'LINK_CLICK', eventId: 'gone', correctsEventId: 'tap', retract: true });
    expect(await balancesOf(db())).toEqual({});
    await on('2025-05-09', tapSent({ eventId: 'late', ...late }));
    expect(await balancesOf(db())).toMatchObject({ 'AUTHOR author_1 ESTIMATED': 1_400 });
    await faultless('2025-05-09');
  });

  test('has nothing for what no click led to, what denied consent, and shops that agreed to nothing', async () => {
    await on(
      '2025-05-07',
      paidSent({ eventId: 'unled' }),
      tapSent({ eventId: 'tap', productLinkId: 'link_31' }),
      paidSent({ eventId: 'free', link: 'link_31' }),
      tapSent({ eventId: 'denied', productLinkId: 'link_21', consent: 'DENIED' }),
      paidSent({ eventId: 'paid', link: 'link_21', consent: 'DENIED' }),
    );
    expect(await balancesOf(db())).toEqual({});
    await faultless('2025-05-07');
  });

  test('takes terms again for the same instant, as long as nothing was sold by them', async () => {
    const from = new Date(Date.now() + 2 * 86_400_000).toISOString();
    const agree = (rate: string, more: object = {}) =>
      termsCommand(db(), { shop: 'shop_1', from, rate, ...more }, () => {});
    await agree('80');
    await agree('8', { 'return-days': '10' });
    const kept = await db()
      .selectFrom('commission_terms')
      .selectAll()
      .where('valid_from', '=', new Date(from))
      .execute();
    expect(kept).toMatchObject([{ rate_bp: 800, author_percent: 70, return_days: 10, receive_days: 15 }]);
    const at = { from: new Date(Date.now() + 60_000).toISOString() };
    await expect(agree('9', at)).rejects.toThrow('at least an hour');
    await expect(agree('9', { link: 'link_21' })).rejects.toThrow('No link link_21 leads into the shop shop_1.');
  });

  test('lets one payout run at a time', async () => {
    if (commerce().database.engine === 'PGlite') return;
    await settled();
    await whilePayingAlone(db(), async () => {
      await expect(pay('2025-05', '2025-06-02')).rejects.toThrow('Another payout run is under way');
    });
    expect(await pay('2025-05', '2025-06-02')).toHaveLength(2);
  });

  test('lets who posts and who pays take turns, however many there are', async () => {
    const turns = Array.from({ length: 40 }, () =>
      holdLedger(db(), async (transaction, followedTo) => {
        await setFollowed(transaction, followedTo + 1);
        return followedTo;
      }),
    );
    expect((await Promise.all(turns)).sort((a, b) => a - b)).toEqual(turns.map((_turn, place) => place));
  });

  describe('guards its books', () => {
    test('refuses entries that do not balance, and changes of what is written', async () => {
      await settled();
      const unbalanced = sql`
        insert into ledger_entries
        select max(id), 99, 'AUTHOR', 'author_1', 'PAYABLE', 'ACCRUAL', 'commission_x', 5 from ledger_transactions`;
      await expect(unbalanced.execute(db())).rejects.toThrow('do not balance');
      await expect(sql`update ledger_entries set amount_fen = 1`.execute(db())).rejects.toThrow('neither changed');
      await expect(sql`delete from ledger_entries`.execute(db())).rejects.toThrow('neither changed');
    });

    test('and a check finds what is wrong, and where', async () => {
      await settled();
      await sql`update ledger_accounts set balance_fen = balance_fen + 1 where party = 'SHOP'`.execute(db());
      await sql`update commissions set amount_fen = amount_fen + 1 where payee = 'AUTHOR'`.execute(db());
      await sql`update orders set counted_fen = 5`.execute(db());
      await sql`update order_facts set amount_fen = 5 where stage = 'ORDER_PAID'`.execute(db());
      const { faults } = await checkLedger(db(), at('2025-05-16'));
      const told = faults.map(({ where, what }) =>
        `${where}: ${what}`.replaceAll(/(order|commission)_[\w-]{22}/g, '$1_…'),
      );
      expect(told).toEqual([
        'account SHOP shop_1 ESTIMATED: its balance is 1 fen, its entries sum to 0',
        'account SHOP shop_1 HELD: its balance is 1 fen, its entries sum to 0',
        'account SHOP shop_1 PAYABLE: its balance is -1289 fen, its entries sum to -1290',
        'commission commission_…: it says 904 fen in all and 0 paid, its entries 903 and 0',
        'commission commission_…: what is owed of it stands in other stages than it says: 0 fen ESTIMATED, 0 HELD, 903 PAYABLE, where 904 is to be PAYABLE',
        'order order_…, commission commission_…: baseFen 12900 where 5 follows, amountFen 904 where 1 follows',
        'order order_…, commission commission_…: baseFen 12900 where 5 follows, amountFen 387 where 0 follows',
      ]);
    });
  });
});
