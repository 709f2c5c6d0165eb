import { expect, test } from 'vitest';
import { openShop } from '../shop.ts';

const QUERY = '{ shelves { name stars upc } }';
const shelves = (...names: string[]) =>
  JSON.stringify({ data: { shelves: [names.map((name) => ({ __typename: 'Product', upc: 'p1', name }))] } });

test('an entity that comes back is written with what each place says of it', async () => {
  const shop = openShop();
  shop.intercept = ({ subgraph }) => (subgraph === 'catalogue' ? shelves('one', 'two', 'two', 'one') : undefined);
  const { data } = await shop.run(QUERY);
  expect(data).toEqual({
    shelves: [['one', 'two', 'two', 'one'].map((name) => ({ name, stars: 5, upc: 'p1' }))],
  });
  expect(shop.asked.filter(({ subgraph }) => subgraph === 'reviews').map(({ variables }) => variables)).toEqual([
    { representations: [{ __typename: 'Product', upc: 'p1' }] },
  ]);
});

test('an entity that comes back with a value that its type forbids is an error at each place', async () => {
  const shop = openShop();
  shop.intercept = ({ subgraph }) =>
    subgraph === 'catalogue' ? shelves('one', 'one') : '{"data":{"_entities":[{"stars":"five"}]}}';
  const { data, errors } = await shop.run(QUERY);
  expect(data).toEqual({ shelves: [[null, null]] });
  expect(errors?.map(({ path }) => path)).toEqual([
    ['shelves', 0, 0, 'stars'],
    ['shelves', 0, 1, 'stars'],
  ]);
});
