import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { putAgeCohorts } from '../../subgraphs/commerce/store/consents/age-cohorts.ts';
import { applyConsentChanges } from '../../subgraphs/commerce/store/consents/consents.ts';
import { closeFunnels } from '../../subgraphs/commerce/store/funnel/close-funnels.ts';
import { forgetFunnels } from '../../subgraphs/commerce/store/funnel/decided-funnels.ts';
import { closeReports } from '../../subgraphs/commerce/store/reports/close-reports.ts';
import { forgetDecidedCells } from '../../subgraphs/kit/people/forget-decided.ts';
import { paidSent, tapSent, visitSent } from '../kit/commerce/events.ts';
import { personOf } from '../kit/commerce/market.ts';
import { startCommerce, type TestCommerce } from '../kit/commerce.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const DAY = '{ from: "2025-05-07", to: "2025-05-07" }';
const WEEK = '{ from: "2025-05-05", to: "2025-05-11" }';
const REPORTS = `query($period: [_Any!]!) {
  shop(id: "shop_1") {
    funnel(range: ${DAY}, groupBy: [NOTE]) { rows { note { id } } totals { steps { stage people withheld } } }
    audience(range: ${DAY}) { cohorts { ageCohort people withheld } }
    repurchase(range: ${DAY}) { buyers withheld }
    incrementality(range: ${WEEK}) { rows { exposedPeople controlPeople withheld } }
  }
  upliftReport(range: ${WEEK}, basis: EXPOSED_VS_CONTROL, shopId: "shop_1") { id }
  _entities(representations: $period) {
    ... on SearchInsights { beforePurchaseShare beforePurchaseWithheld }
    ... on UpliftReport { rows { people baselinePeople withheld } }
  }
}`;
const UPLIFT = { __typename: 'UpliftReport', readership: null };

describeOnDatabases('people who withdrew consent', (fresh) => {
  let commerce: TestCommerce;

  beforeAll(async () => {
    commerce = await startCommerce(await fresh(), {
      COMMERCE_MIN_PEOPLE: '1',
      COMMERCE_EVENT_PLATFORM: 'platform_xiaohongshu',
    });
    const { db } = commerce.database;
    const persons = [1, 2, 3].map(personOf);
    await putAgeCohorts(
      db,
      [1, 2, 3, 4, 5, 6].map((person) => ({ person: personOf(person), ageCohort: 'BORN_1990S' as const })),
    );
    for (const [index, personKey] of persons.entries()) {
      const eventId = (name: string) => `${name}-${index}`;
      const at = (minute: string) => `2025-05-07T11:${minute}:00+08:00`;
      const { results } = await commerce.record(
        { eventId: eventId('search'), stage: 'SEARCH', occurredAt: at('00'), personKey },
        { eventId: eventId('read'), stage: 'READ', occurredAt: at('10'), personKey, sourceId: 'note_1' },
        tapSent({ eventId: eventId('tap'), personKey }),
        visitSent({ eventId: eventId('visit'), personKey }),
        paidSent({ eventId: eventId('paid'), personKey }),
      );
      expect(results.map(({ uncounted, error }) => uncounted ?? error)).toEqual(Array(5).fill(null));
    }
    // As active as these were, but for what they read.
    for (const person of [4, 5, 6])
      for (const minute of ['00', '10'])
        await commerce.record({
          eventId: `search-${person}-${minute}`,
          stage: 'SEARCH',
          occurredAt: `2025-05-07T11:${minute}:00+08:00`,
          personKey: personOf(person),
        });
    // Nothing of it is carried out in this test: who withdrew is in no figure even before that.
    await applyConsentChanges(
      db,
      [3, 6].map((person, index) => ({
        position: index + 1,
        person: personOf(person),
        purpose: 'ATTRIBUTION',
        granted: false,
        changedAt: '2025-05-08T00:00:00.000Z',
      })),
    );
    commerce.now = new Date('2025-06-20T04:00:00.000Z');
    await close();
  });
  afterAll(() => commerce.close());

  async function close() {
    const { db } = commerce.database;
    await closeReports(db, commerce.now, { monthStart: 8, eventPlatform: 'platform_taobao' });
    await closeFunnels(db, {
      now: commerce.now,
      leastPeople: 1,
      monthStart: 8,
      eventPlatform: 'platform_xiaohongshu',
    });
  }

  async function reports() {
    const uplift = await commerce.ask(
      `{ upliftReport(range: ${WEEK}, basis: EXPOSED_VS_CONTROL, shopId: "shop_1") { id } }`,
    );
    const period = [
      { __typename: 'SearchInsights', from: '2025-05-07', to: '2025-05-07' },
      { ...UPLIFT, id: uplift.data.upliftReport.id },
    ];
    const { data, errors } = await commerce.ask(REPORTS, { period });
    expect(errors).toEqual([]);
    return { ...data.shop, entities: data._entities };
  }

  test('are in no figure that is decided from then on', async () => {
    const { funnel, audience, repurchase, incrementality, entities } = await reports();
    const people = Object.fromEntries(
      funnel.totals.steps.map(({ stage, people }: { stage: string; people: number }) => [stage, people]),
    );
    expect(people).toMatchObject({ READ: 2, LINK_CLICK: 2, SHOP_VISIT: 2, ORDER_PAID: 2 });
    expect(audience.cohorts[2]).toEqual({ ageCohort: 'BORN_1990S', people: 2, withheld: null });
    expect(repurchase).toEqual({ buyers: 2, withheld: null });
    expect(incrementality.rows).toEqual([{ exposedPeople: 2, controlPeople: 2, withheld: null }]);
    expect(entities).toEqual([
      { beforePurchaseShare: '1.0000', beforePurchaseWithheld: null },
      { rows: [{ people: 2, baselinePeople: 2, withheld: null }] },
    ]);
  });

  test('and all others are in what was decided until it is deleted by its age, told as EXPIRED, and never decided again', async () => {
    const { db } = commerce.database;
    const forget = async (before: Date) => {
      await forgetDecidedCells(db, before);
      await forgetFunnels(db, before);
    };
    const before = await reports();
    await forget(new Date('2020-01-01'));
    expect(await reports()).toEqual(before);
    await forget(new Date('2100-01-01'));
    await close();
    const { funnel, audience, repurchase, incrementality, entities } = await reports();
    expect(funnel.rows).toEqual([]);
    for (const told of [...funnel.totals.steps, ...audience.cohorts, repurchase, ...incrementality.rows])
      expect(told).toMatchObject({ withheld: 'EXPIRED' });
    expect(entities).toMatchObject([{ beforePurchaseWithheld: 'EXPIRED' }, { rows: [{ withheld: 'EXPIRED' }] }]);
    for (const table of ['decided_cells', 'funnel_periods', 'funnel_rows']) {
      const { rows } = await sql`select * from ${sql.table(table)}`.execute(db);
      expect(rows).toEqual([]);
    }
    commerce.now = new Date('2025-06-30T04:00:00.000Z');
    await close();
    const { data } = await commerce.ask(`{ shop(id: "shop_1") {
      repurchase(range: { from: "2025-06-25", to: "2025-06-25" }) { withheld }
      funnel(range: { from: "2025-06-25", to: "2025-06-25" }) { totals { steps { withheld } } } } }`);
    expect(data.shop.repurchase.withheld).toBe('TOO_FEW_PEOPLE');
    expect(data.shop.funnel.totals.steps[0].withheld).toBe('TOO_FEW_PEOPLE');
  });
});
