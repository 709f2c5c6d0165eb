import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { closeFunnels } from '../../subgraphs/commerce/store/funnel/close-funnels.ts';
import { closeReports } from '../../subgraphs/commerce/store/reports/close-reports.ts';
import { paidSent, tapSent, visitSent } from '../kit/commerce/events.ts';
import { personOf } from '../kit/commerce/market.ts';
import { useCommerce } from '../kit/commerce.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const RANGE = '{ from: "2025-05-05", to: "2025-05-11" }';
const LATER = new Date('2025-07-01T04:00:00.000Z');
const REPORTS = `{
  shop(id: "shop_1") { repurchase(range: ${RANGE}) { withheld } incrementality(range: ${RANGE}) { rows { withheld } } }
  market: upliftReport(range: ${RANGE}, basis: EXPOSED_VS_CONTROL) { rows { withheld } }
  own: upliftReport(range: ${RANGE}, basis: YEAR_OVER_YEAR, shopId: "shop_1") { rows { withheld } }
  yearly: upliftReport(range: ${RANGE}, basis: YEAR_OVER_YEAR) { rows { withheld } }
}`;
/** Of each statement, what it may read: cells by their keys, how far these are deleted (three rows), and the shop that is asked for. */
const READS =
  /from (decided_cells where key = any|closed_periods where forgotten_to is not null|"funnel_closed"|"shops"|"platforms")/;

describeOnDatabases('asking for reports', (fresh) => {
  const commerce = useCommerce(fresh);

  test('reads the cells that were decided when their period closed, by their keys, and none of what they were counted from', async () => {
    const person = (index: number) => ({ personKey: personOf(index + 1), occurredAt: '2025-05-07T04:00:00.000Z' });
    for (let index = 0; index < 20; index += 1)
      await commerce().record(
        tapSent({ ...person(index), eventId: `t${index}` }),
        visitSent({ ...person(index), eventId: `v${index}` }),
        paidSent({ ...person(index), eventId: `p${index}` }),
      );
    const { db } = commerce().database;
    const rule = { monthStart: 8, eventPlatform: 'platform_taobao' };
    await closeReports(db, LATER, rule);
    await closeFunnels(db, { ...rule, now: LATER, leastPeople: 50 });
    const { rows } = await sql<{ key: string; cell: { buyers: number } }>`
      select key, cell from decided_cells where key = 'repurchase WEEK 2025-05-05 shop_1'`.execute(db);
    expect(rows[0]?.cell.buyers).toBe(20);
    commerce().now = LATER;
    commerce().statements.length = 0;
    const { data, errors } = await commerce().ask(REPORTS);
    expect(errors).toEqual([]);
    expect(data.shop.repurchase.withheld).toBe('TOO_FEW_PEOPLE');
    expect(commerce().statements.length).toBeGreaterThan(0);
    expect(commerce().statements.filter((statement) => !READS.test(statement))).toEqual([]);
  });
});
