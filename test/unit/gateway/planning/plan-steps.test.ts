import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { describe, expect, test } from 'vitest';
import { planSteps } from '../../../../gateway/planning/plan-steps.ts';

const fetch = (serviceName: string, operation: string, requires = true): FetchNode => ({
  kind: 'Fetch',
  serviceName,
  operation,
  operationName: undefined,
  operationKind: 'query' as FetchNode['operationKind'],
  ...(requires && { requires: [] }),
});
const at = (path: string, node: PlanNode): PlanNode => ({ kind: 'Flatten', path: path.split('.'), node });
const parallel = (...nodes: PlanNode[]): PlanNode => ({ kind: 'Parallel', nodes });
const sequence = (...nodes: PlanNode[]): PlanNode => ({ kind: 'Sequence', nodes });
const paths = (node: PlanNode) =>
  planSteps([node], () => true).fetches.map((step) => step.paths.map((path) => path.join('.')));

describe('siblings that differ only in their path', () => {
  test('become one fetch with several paths', () => {
    expect(paths(parallel(at('a.@', fetch('s', 'q')), at('b', fetch('s', 'q')), at('c', fetch('t', 'q'))))).toEqual([
      ['a.@', 'b'],
      ['c'],
    ]);
  });

  test('become one sequence where whole sequences are alike', () => {
    const branch = (path: string) => sequence(at(path, fetch('s', 'q')), at(`${path}.x`, fetch('t', 'r')));
    expect(paths(parallel(branch('a'), branch('b')))).toEqual([
      ['a', 'b'],
      ['a.x', 'b.x'],
    ]);
  });

  test('stay apart where they follow each other, and where they ask root fields', () => {
    expect(paths(sequence(at('a', fetch('s', 'q')), at('b', fetch('s', 'q'))))).toEqual([['a'], ['b']]);
    expect(paths(parallel(at('a', fetch('s', 'q', false)), at('b', fetch('s', 'q', false))))).toEqual([['a'], ['b']]);
  });
});

test('a fetch knows which fetches have come before it, and none that only may have', () => {
  const plan = sequence(
    fetch('a', '1'),
    parallel(sequence(fetch('b', '2'), fetch('c', '3')), fetch('d', '4')),
    fetch('e', '5'),
  );
  const { fetches } = planSteps([plan], () => true);
  expect(fetches.map(({ after }) => [...after].sort())).toEqual([[], [0], [0, 1], [0], [0, 1, 2, 3]]);
});

test('conditions are decided: the other branch is not there, nor a step that has become empty', () => {
  const condition: PlanNode = {
    kind: 'Condition',
    condition: 'x',
    ifClause: fetch('a', '1'),
    elseClause: fetch('b', '2'),
  };
  const empty: PlanNode = { kind: 'Condition', condition: 'x', ifClause: fetch('c', '3') };
  const subgraphs = (value: boolean) =>
    planSteps([sequence(condition, empty)], () => value).fetches.map(({ subgraph }) => subgraph);
  expect(subgraphs(true)).toEqual(['a', 'c']);
  expect(subgraphs(false)).toEqual(['b']);
});

test('a plan with deferred parts is run whole: they come after the primary part', () => {
  const node: PlanNode = {
    kind: 'Defer',
    primary: { node: fetch('a', '1') },
    deferred: [{ depends: [], queryPath: [], node: fetch('b', '2') }],
  };
  expect(planSteps([node], () => true).fetches.map(({ after }) => after.size)).toEqual([0, 1]);
});
