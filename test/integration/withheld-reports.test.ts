import { beforeEach, expect, test } from 'vitest';
import { cellKeys } from '../../subgraphs/commerce/reports/cells.ts';
import { compareExposed } from '../../subgraphs/commerce/reports/exposure.ts';
import { forgetDecided, markClosed } from '../../subgraphs/commerce/store/funnel/decided-funnels.ts';
import { decideOnce } from '../../subgraphs/kit/people/decided-cells.ts';
import { PERIOD_KINDS, type PeriodKind } from '../../subgraphs/kit/people/lattice.ts';
import { useCommerce } from '../kit/commerce.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const WEEK = { from: '2025-04-14', to: '2025-04-20' };
const OTHER_WEEK = { from: '2025-05-12', to: '2025-05-18' };
/** A month, a week in it, and the same of the year before. */
const MONTH = { from: '2024-10-08', to: '2024-11-07' };
const WEEK_OF_MONTH = { from: '2024-10-14', to: '2024-10-20' };
const YEAR_BEFORE = { from: '2023-10-08', to: '2023-11-07' };

/** What was counted of a shop's buyers and of its readers' visits, of so many people each. */
interface Counted {
  readonly buyers: number;
  readonly repeat: number;
  readonly seededRepeat: number;
  readonly exposed: number;
  readonly visitors: number;
  readonly shoppers: number;
  /** Null where the shop's funnel tells of none. */
  readonly readers: number | null;
}

const LARGE: Counted = {
  buyers: 700,
  repeat: 300,
  seededRepeat: 120,
  exposed: 400,
  visitors: 160,
  shoppers: 90,
  readers: 420,
};

describeOnDatabases('reports about a shop’s people', (fresh) => {
  const commerce = useCommerce(fresh, { COMMERCE_MIN_PEOPLE: '50' });

  beforeEach(async () => {
    commerce().now = new Date('2025-07-01T04:00:00.000Z');
    for (const kind of PERIOD_KINDS) await markClosed(commerce().database.db, kind, '2025-06-07');
  });

  function alike(exposed: boolean, people: number, visitors: number, buyers: number) {
    const done = { visitors, visits: visitors, visitSquares: visitors, buyers, orders: buyers, orderSquares: buyers };
    const vouched = { vouched: people, vouchedVisitors: visitors, vouchedBuyers: buyers };
    const money = { sales: buyers * 12_345, saleSquares: buyers * 12_345 ** 2 };
    return { from: '', target: '', stratum: '0-0', exposed, people, ...done, ...vouched, ...money };
  }

  /** Counts a shop's period, as it would be at its close. */
  async function count(shop: string, kind: PeriodKind, { from }: { from: string }, counted: Partial<Counted> = {}) {
    const { buyers, repeat, seededRepeat, exposed, visitors, shoppers, readers } = { ...LARGE, ...counted };
    const seeded = 200;
    const repurchase = {
      ...{ buyers, vouched: buyers, repeat, repeatVouched: repeat, seeded, seededVouched: seeded },
      ...{ seededRepeat, seededRepeatVouched: seededRepeat, medianDays: 9.5 },
    };
    const days = [1_000, 1_200, 900, 1_100, 1_000, 950, 1_050];
    await decideOnce<object>(commerce().database.db, [
      { key: cellKeys.repurchase(kind, from, shop), value: repurchase },
      {
        key: cellKeys.exposure(kind, from, shop),
        value: compareExposed([alike(true, exposed, visitors, shoppers), alike(false, 5_000, 300, 100)]),
      },
      {
        key: cellKeys.visits(kind, from, shop),
        value: { visits: days.map((reads) => reads / 10), reads: days },
      },
      { key: cellKeys.funnelTold(kind, from, shop), value: { readers, bought: [], boughtAgain: [] } },
    ]);
  }

  /** All that is told of a shop's people in a period. */
  async function told(shop: string, { from, to }: { from: string; to: string }) {
    const range = `range: { from: "${from}", to: "${to}" }`;
    const row = 'rows { baseline current change confidence95 { low high } difference difference95 { low high } people';
    const { data, errors } = await commerce().ask(`{
      shop(id: "${shop}") {
        repurchase(${range}) { buyers repeatBuyers repeatRate seededRepeatRate withheld }
        incrementality(${range}) { rows {
          exposedPeople visits visits95 { low high } orders orders95 { low high } sales { amount } salesLow { amount } withheld
        } }
      }
      exposed: upliftReport(${range}, basis: EXPOSED_VS_CONTROL, shopId: "${shop}") { id }
      yearly: upliftReport(${range}, basis: YEAR_OVER_YEAR, shopId: "${shop}") { id }
    }`);
    expect(errors).toEqual([]);
    const reports = [data.exposed.id, data.yearly.id].map((id) => ({
      __typename: 'UpliftReport',
      id,
      readership: null,
    }));
    const rows = await commerce().ask(
      `query($of: [_Any!]!) { _entities(representations: $of) { ... on UpliftReport { ${row} currentSize withheld } } } }`,
      { of: reports },
    );
    expect(rows.errors).toEqual([]);
    const [exposed, yearly] = rows.data._entities.map((report: { rows: unknown[] }) => report.rows[0]);
    return { ...data.shop, incrementality: data.shop.incrementality.rows[0], exposed, yearly };
  }

  test('answer the same, digit by digit, when one person more did it', async () => {
    await count('shop_1', 'WEEK', WEEK);
    const before = await told('shop_1', WEEK);
    expect(before).toMatchObject({
      repurchase: { buyers: 700, repeatRate: '0.4286', seededRepeatRate: '0.6000', withheld: null },
      incrementality: { exposedPeople: 400, visits: '140.0', withheld: null },
      exposed: { baseline: '0.060000', current: '0.400000', difference: '0.340000', withheld: null },
    });
    const one = { repeat: 301, seededRepeat: 121, visitors: 161, shoppers: 91, buyers: 701, exposed: 401 };
    await count('shop_1', 'WEEK', OTHER_WEEK, one);
    expect(await told('shop_1', OTHER_WEEK)).toEqual(before);
  });

  test('tell nothing that few did, though many are in the group', async () => {
    await count('shop_2', 'WEEK', WEEK, { repeat: 2, seededRepeat: 2, visitors: 2, shoppers: 1 });
    expect(await told('shop_2', WEEK)).toMatchObject({
      repurchase: { buyers: 700, repeatBuyers: null, repeatRate: null, seededRepeatRate: null },
      incrementality: { visits: null, visits95: null, orders: null, orders95: null, sales: null, salesLow: null },
      exposed: { current: null, change: null, confidence95: null, difference: null, withheld: 'TOO_FEW_PEOPLE' },
    });
  });

  test('tell of as many readers beside the year before as the funnel does, and of none where it does not', async () => {
    await count('shop_2', 'MONTH', YEAR_BEFORE, { readers: 55 });
    await count('shop_2', 'MONTH', MONTH, { readers: null });
    expect(await told('shop_2', MONTH)).toMatchObject({
      yearly: { people: null, current: null, withheld: 'TOO_FEW_PEOPLE' },
    });
  });

  test('tell nothing of who bought until it is decided what the funnel tells of it', async () => {
    await count('shop_1', 'WEEK', WEEK);
    await forgetDecided(commerce().database.db);
    expect(await told('shop_1', WEEK)).toMatchObject({
      repurchase: { buyers: null, withheld: 'PERIOD_OPEN' },
      yearly: { people: null, withheld: 'PERIOD_OPEN' },
    });
  });

  test('tell of no month that, a week of it taken away, leaves few', async () => {
    const month = { buyers: 720, repeat: 320, seededRepeat: 140, exposed: 420, visitors: 180 };
    await count('shop_1', 'MONTH', YEAR_BEFORE);
    await count('shop_1', 'MONTH', MONTH, month);
    expect(await told('shop_1', MONTH)).toMatchObject({
      repurchase: { buyers: 720, withheld: null },
      exposed: { people: 420, withheld: null },
      yearly: { people: 420, withheld: null },
    });
    await count('shop_1', 'WEEK', WEEK_OF_MONTH);
    expect(await told('shop_1', MONTH)).toMatchObject({
      repurchase: { buyers: null, withheld: 'TOO_FEW_PEOPLE' },
      incrementality: { exposedPeople: null, withheld: 'TOO_FEW_PEOPLE' },
      exposed: { people: null, withheld: 'TOO_FEW_PEOPLE' },
    });
  });
});
