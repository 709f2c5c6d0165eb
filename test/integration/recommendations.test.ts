import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { applyConsentChanges } from '../../subgraphs/commerce/store/consents/consents.ts';
import { refreshRelated } from '../../subgraphs/commerce/store/recommendations/refresh-related.ts';
import type { ConsentPurpose } from '../../subgraphs/kit/consents/purposes.ts';
import { paidSent, tapSent } from '../kit/commerce/events.ts';
import { personOf } from '../kit/commerce/market.ts';
import { useCommerce } from '../kit/commerce.ts';
import { describeOnDatabases } from '../kit/databases.ts';

describeOnDatabases('what is recommended', (fresh) => {
  const commerce = useCommerce(fresh, { COMMERCE_MIN_PEOPLE: '3', COMMERCE_RELATED_INTERVAL_MS: '200' });
  let position = 0;

  const says = (index: number, purpose: ConsentPurpose, granted: boolean) => {
    position += 1;
    const changedAt = '2025-05-07T04:00:00.000Z';
    return applyConsentChanges(commerce().database.db, [
      { position, person: personOf(index), purpose, granted, changedAt },
    ]);
  };
  /** Persons who click on a link and buy what it leads to, one link after the other. */
  const buy = async (from: number, to: number, ...links: string[]) => {
    const persons = Array.from({ length: to - from + 1 }, (_, place) => from + place);
    for (const [place, link] of links.entries()) {
      const at = (second: number) => ({ occurredAt: `2025-05-07T12:0${place}:0${second}+08:00` });
      const sent = persons.flatMap((index) => {
        const event = { eventId: `${index}-${link}`, personKey: personOf(index) };
        return [tapSent({ ...event, productLinkId: link, ...at(0) }), paidSent({ ...event, link, ...at(1) })];
      });
      expect(await commerce().record(...sent)).toMatchObject({ accepted: sent.length });
    }
  };
  const shown = async () => {
    const { data, errors } = await commerce().ask(`{
      product(id: "product_11") { boughtTogether { product { id } basis peopleAtLeast } }
      _entities(representations: [{ __typename: "Note", id: "note_1" }]) { ... on Note { related { note { id } basis peopleAtLeast } } } }`);
    expect(errors).toEqual([]);
    return { products: data.product.boughtTogether, notes: data._entities[0].related };
  };
  const refresh = () => {
    const since = new Date('2025-01-01T00:00:00.000Z');
    return refreshRelated(commerce().database.db, { since, leastPeople: 3 }, commerce().now);
  };

  test('is what enough persons who agree to it bought, too, and why; the closest first', async () => {
    for (let index = 1; index <= 9; index += 1) await says(index, 'PERSONALIZATION', true);
    await buy(1, 6, 'link_11', 'link_12');
    await buy(7, 9, 'link_11', 'link_22');
    // Nobody asked these.
    await buy(20, 29, 'link_11', 'link_31');
    await refresh();
    expect(await shown()).toEqual({
      products: [
        { product: { id: 'product_12' }, basis: 'BOUGHT_BOTH', peopleAtLeast: 5 },
        { product: { id: 'product_22' }, basis: 'BOUGHT_BOTH', peopleAtLeast: 2 },
      ],
      notes: [{ note: { id: 'note_2' }, basis: 'BOUGHT_AFTER_BOTH', peopleAtLeast: 5 }],
    });
  });

  test('has nobody in it any more who withdrew a consent, once the interval is over', async () => {
    for (let index = 1; index <= 4; index += 1) await says(index, 'PERSONALIZATION', true);
    await buy(1, 4, 'link_11', 'link_12');
    const until = async (count: number) => {
      for (;;) {
        // The interval goes by the clock of the test.
        commerce().now = new Date(commerce().now.getTime() + 1_000);
        const { products } = await shown();
        if (products.length === count) return products;
        await sleep(20);
      }
    };
    expect(await until(1)).toMatchObject([{ peopleAtLeast: 2 }]);
    await says(1, 'PERSONALIZATION', false);
    await says(2, 'ATTRIBUTION', false);
    expect(await until(0)).toEqual([]);
  });

  test('takes no more than 20 and no fewer than 1', async () => {
    const { errors } = await commerce().ask('{ product(id: "product_11") { boughtTogether(first: 21) { basis } } }');
    expect(errors).toMatchObject([{ extensions: { code: 'PAGE_SIZE_INVALID' } }]);
  });
});
