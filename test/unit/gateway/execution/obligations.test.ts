import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/**
 * What an executor owes, and where it is held: files of this folder whose groups are named by the obligation's number, and others by path.
 * All of it is held together, against graphql-js over the merged schema, by test/conformance.
 */
const OBLIGATIONS: readonly { readonly owes: string; readonly here: string; readonly also?: readonly string[] }[] = [
  { owes: '1. only the variables that a fetch uses', here: 'fetching' },
  { owes: '2. lists on the way are walked, nulls skipped; without representations no fetch', here: 'fetching' },
  { owes: '3. `requires` is read against the supergraph', here: 'fetching' },
  { owes: '4. input and output rewrites', here: 'answers' },
  { owes: '5. `_entities` is as long as what was asked', here: 'answers', also: ['execution/hostile-answers.test.ts'] },
  { owes: '6. own properties only', here: 'answers', also: ['subgraphs/transport/parse-answer.test.ts'] },
  { owes: '7. errors stand where the entity stands in the answer', here: 'failures' },
  { owes: '8. conditions honour defaults', here: 'answers' },
  { owes: '9. the answer follows the client’s selection; nulls propagate', here: 'answers' },
  { owes: '10. leaves are checked and serialised by their type', here: 'answers' },
  { owes: '11. introspection, with data', here: 'answers', also: ['planning/planner-faults.test.ts'] },
  { owes: '12. `@fromContext`', here: 'context', also: ['planning/planner-faults.test.ts'] },
  {
    owes: '13. partial failure',
    here: 'failures',
    also: ['subgraphs/transport/parse-answer.test.ts', 'execution/hostile-answers.test.ts'],
  },
  { owes: '14. mutations in order, across subgraphs', here: 'fetching' },
  { owes: '15. size overflows nothing', here: 'failures' },
];

describe('what an executor owes', () => {
  test.each(OBLIGATIONS)('$owes: has tests', ({ owes, here, also = [] }) => {
    const [number] = owes.split(' ');
    const text = readFileSync(new URL(`./${here}.test.ts`, import.meta.url), 'utf8');
    expect(text).toContain(`describe('${number} `);
    for (const path of also) expect(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')).toContain('test(');
  });
});
