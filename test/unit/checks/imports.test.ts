import fc from 'fast-check';
import { expect, test } from 'vitest';
import { circles } from '../../../checks/imports/circles.ts';
import { forbids } from '../../../checks/imports/judge.ts';
import { importRules } from '../../../checks/imports/rules.ts';

test.each(importRules)('$name forbids $forbids', (rule) => {
  const [from = '', to = ''] = rule.forbids.split(' → ');
  expect(forbids(rule, { from, to, line: 1, typesOnly: false })).toBe(true);
  expect(forbids(rule, { from, to, line: 1, typesOnly: true })).toBe(rule.typesMay !== true);
});

const allowed = [
  ['gateway/main.ts', 'gateway/doors/graphql/graphql.ts'],
  ['gateway/doors/graphql/graphql.ts', 'gateway/pipeline.ts'],
  ['gateway/pipeline.ts', 'gateway/execution/run.ts'],
  ['gateway/execution/run.ts', 'gateway/subgraphs/fetch.ts'],
  ['gateway/guard/cost.ts', 'gateway/guard/limits.ts'],
  ['gateway/main.ts', 'settings/settings.ts'],
  ['subgraphs/content/resolvers/note.ts', 'subgraphs/content/loaders.ts'],
  ['subgraphs/content/loaders.ts', 'subgraphs/content/store/notes.ts'],
  ['subgraphs/content/store/notes.ts', 'subgraphs/kit/database.ts'],
  ['subgraphs/content/store/notes.ts', 'node_modules/kysely'],
  ['subgraphs/content/migrations/0001-notes.ts', 'node_modules/kysely'],
  ['subgraphs/kit/database.ts', 'node_modules/@electric-sql/pglite'],
  ['subgraphs/world/load.ts', 'subgraphs/content/store/notes.ts'],
  ['test/integration/a.test.ts', 'subgraphs/content/main.ts'],
] as const;

test.each(allowed)('%s may import %s', (from, to) => {
  const broken = importRules.filter((rule) => forbids(rule, { from, to, line: 1, typesOnly: false }));
  expect(broken.map(({ name }) => name)).toEqual([]);
});

const file = fc.integer({ min: 0, max: 7 }).map(String);
const edges = fc.array(fc.tuple(file, file), { maxLength: 20 });

function graphOf(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const graph = new Map<string, string[]>();
  for (const [from, to] of pairs) graph.set(from, [...(graph.get(from) ?? []), to]);
  return graph;
}

test('each circle told is one: every step of it is an import, and it ends where it began', () => {
  fc.assert(
    fc.property(edges, (pairs) => {
      const graph = graphOf(pairs);
      for (const way of circles(graph)) {
        expect(way.at(0)).toBe(way.at(-1));
        for (const [index, from] of way.slice(0, -1).entries()) expect(graph.get(from)).toContain(way[index + 1]);
      }
    }),
  );
});

test('imports that go one way only make no circle, and any import back makes one', () => {
  fc.assert(
    fc.property(edges, (pairs) => {
      const down = pairs.filter(([from, to]) => from < to);
      expect(circles(graphOf(down))).toEqual([]);
      const [first] = down;
      if (first) expect(circles(graphOf([...down, [first[1], first[0]]]))).not.toEqual([]);
    }),
  );
});
