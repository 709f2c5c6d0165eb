import { expect, test } from 'vitest';
import type { FetchStep, PlannedSteps } from '../../../../gateway/planning/plan-steps.ts';
import { planText } from '../../../../gateway/planning/plan-text.ts';

const fetch = (id: number, subgraph: string, operation: string, path: string[] = []): FetchStep => ({
  ...({} as FetchStep),
  kind: 'fetch',
  id,
  subgraph,
  operation,
  paths: [path],
});

const STEPS = {
  deferred: [],
  root: {
    kind: 'sequence',
    steps: [
      fetch(0, 'content', 'query Page__content($id: ID!) { note(id: $id) { id } }'),
      {
        kind: 'parallel',
        steps: [
          fetch(
            1,
            'commerce',
            'query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Note { rate } } }',
            ['note'],
          ),
          fetch(2, 'commerce', 'mutation Buy { buy }'),
        ],
      },
    ],
  },
} as unknown as PlannedSteps;

test('a plan is a tree of what is fetched where, without the frame of entity fetches', () => {
  expect(planText(STEPS)).toBe(`one after the other
├─ content
│  └─ { note(id: $id) { id } }
└─ at once
   ├─ commerce  at note
   │  └─ { ... on Note { rate } }
   └─ commerce
      └─ mutation { buy }
`);
});

test('notes stand behind a fetch’s name, and long selections are cut', () => {
  const text = planText(STEPS, { note: ({ id }) => (id === 1 ? '3 ms' : undefined), width: 10 });
  expect(text).toContain('commerce  at note  3 ms\n');
  expect(text).toContain('└─ { note(id:…\n');
});

test('a plan without fetches says so', () => {
  expect(planText({ ...STEPS, root: undefined })).toBe('nothing is fetched\n');
});

test('an answer in parts has a branch for each, by its label, with all that is fetched for it', () => {
  const deferred = [
    { label: '0 price', depends: new Set([0]), root: fetch(1, 'catalogue', '{ price }', ['products', '@']) },
    { label: '1', depends: new Set([0]), root: undefined },
    { label: '0 price', depends: new Set([0]), root: fetch(2, 'reviews', '{ stars }', ['products', '@']) },
  ];
  const root = fetch(0, 'catalogue', '{ products { upc } }');
  expect(planText({ root, deferred, fetches: [] })).toBe(`in parts
├─ first
│  └─ catalogue
│     └─ { products { upc } }
├─ deferred price
│  ├─ catalogue  at products.@
│  │  └─ { price }
│  └─ reviews  at products.@
│     └─ { stars }
└─ deferred
   └─ nothing more is fetched
`);
});
