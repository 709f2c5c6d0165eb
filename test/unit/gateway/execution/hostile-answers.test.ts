import fc from 'fast-check';
import { execute, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { openShop } from './shop.ts';

const QUERY = `{
  products { upc name price weight tags reviews(first: 1) { id text author { id name } product { upc stars shipping } } }
  shelves { upc stars shipping }
  product(upc: "p1") { name stars }
  latest { id text product { upc name shipping } }
}`;

/** What a subgraph may put where its schema promises something else. */
const WRONG: readonly unknown[] = [
  null,
  7,
  -0.5,
  'x',
  '',
  true,
  [],
  [[]],
  [null],
  {},
  { __typename: 'Nobody' },
  [{}],
  { upc: [1] },
];

/** Replaces one value within a JSON value, or leaves it out. */
function broken(value: unknown, choices: readonly number[], depth = 0): unknown {
  const choice = choices[depth] ?? 0;
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (entries.length === 0 || choice % 4 === 0) return WRONG[choice % WRONG.length];
  const [key] = entries[choice % entries.length] ?? [''];
  if (choice % 17 === 1)
    return Array.isArray(value) ? value.slice(1) : Object.fromEntries(entries.filter(([name]) => name !== key));
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[key] = broken(copy[key], choices, depth + 1);
  return copy;
}

describe('whatever a subgraph answers', () => {
  test('the answer is of the schema’s types, and every error stands at a null or at what was not asked', async () => {
    const shop = openShop();
    const whole = await answersOf(shop);
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.array(fc.nat(1000), { minLength: 3, maxLength: 9 }), async (which, choices) => {
        let number = 0;
        shop.intercept = () => {
          const answer = whole[number++];
          if (answer === undefined || number - 1 !== which % whole.length) return undefined;
          return JSON.stringify({ data: broken(answer, choices) });
        };
        const { data, errors = [] } = await shop.run(QUERY);
        const again = await execute({ schema: shop.snapshot.schema, document: parse(QUERY), rootValue: data });
        expect(again.errors).toBeUndefined();
        expect(JSON.parse(JSON.stringify(again.data))).toEqual(data);
        expect(errors.filter(({ path = [] }) => hasValue(data, path))).toEqual([]);
      }),
      { numRuns: 300, seed: 5 },
    );
  });
});

/** The data of each request that the query leads to. */
async function answersOf(shop: ReturnType<typeof openShop>): Promise<unknown[]> {
  const { data } = await shop.run(QUERY);
  expect(data).toBeTruthy();
  const answers: unknown[] = [];
  for (const asked of [...shop.asked]) {
    const text = await shop.answer(asked);
    answers.push(JSON.parse(text).data);
  }
  return answers;
}

function hasValue(data: unknown, path: readonly (string | number)[]): boolean {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return false;
    value = (value as Readonly<Record<string | number, unknown>>)[key];
  }
  return value !== null && value !== undefined && path.length > 0;
}
