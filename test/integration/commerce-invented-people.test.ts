import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { closeFunnels } from '../../subgraphs/commerce/store/funnel/close-funnels.ts';
import { closeReports } from '../../subgraphs/commerce/store/reports/close-reports.ts';
import { paidSent, tapSent, visitSent } from '../kit/commerce/events.ts';
import { personOf, searchIdOf } from '../kit/commerce/market.ts';
import { useCommerce } from '../kit/commerce.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const WEEK = '{ from: "2025-05-05", to: "2025-05-11" }';
const LATER = new Date('2025-07-01T04:00:00.000Z');
/** Merchants' events have another platform's name than the shop, which is on Taobao. */
const eventPlatform = 'platform_wechat';
const INVENTED = 110;
const REPORTS = `{
  shop(id: "shop_1") { repurchase(range: ${WEEK}) { withheld } incrementality(range: ${WEEK}) { rows { withheld } } }
  _entities(representations: [{ __typename: "SearchInsights", from: "2025-05-05", to: "2025-05-11" }]) {
    ... on SearchInsights { beforePurchaseShare beforePurchaseWithheld }
  }
}`;

describeOnDatabases('a merchant who invents people', (fresh) => {
  const commerce = useCommerce(fresh, { COMMERCE_EVENT_PLATFORM: eventPlatform });

  test('makes no report tell of a group, on whichever platform its shop is', async () => {
    const invented = Array.from({ length: INVENTED }, (_, index) => {
      const person = (hour: number) => ({
        personKey: personOf(1_000 + index),
        occurredAt: `2025-05-07T0${hour}:00:00.000Z`,
      });
      const searched = { stage: 'SEARCH', searchId: searchIdOf('防晒霜'), eventId: `s${index}`, ...person(0) };
      return [
        ...(index % 2 === 0 ? [searched] : []),
        { stage: 'READ', sourceId: 'note_1', eventId: `r${index}`, ...person(1) },
        tapSent({ eventId: `t${index}`, ...person(2) }),
        visitSent({ eventId: `v${index}`, ...person(3) }),
        paidSent({ eventId: `p${index}`, ...person(3) }),
      ];
    }).flat();
    for (const some of [invented.slice(0, 300), invented.slice(300)]) {
      commerce().now = new Date('2025-05-07T06:00:00.000Z');
      expect((await commerce().record(...some)).rejected).toBe(0);
    }
    const { db } = commerce().database;
    const rule = { monthStart: 8, eventPlatform };
    await closeReports(db, LATER, rule);
    await closeFunnels(db, { ...rule, now: LATER, leastPeople: 50 });
    const { rows } = await sql<{ vouched: number; size: number }>`
      select (cell->>'vouched')::integer as vouched, (cell->>'buyers')::integer as size
      from decided_cells where key like '% WEEK 2025-05-05%' and (key like '%repurchase %' or key like 'searched-%')`.execute(
      db,
    );
    expect(rows).toEqual(Array(2).fill({ vouched: 0, size: INVENTED }));
    commerce().now = LATER;
    const { data, errors } = await commerce().ask(REPORTS);
    expect(errors).toEqual([]);
    const few = { withheld: 'TOO_FEW_PEOPLE' };
    expect(data).toEqual({
      shop: { repurchase: few, incrementality: { rows: [few] } },
      _entities: [{ beforePurchaseShare: null, beforePurchaseWithheld: 'TOO_FEW_PEOPLE' }],
    });
  });
});
