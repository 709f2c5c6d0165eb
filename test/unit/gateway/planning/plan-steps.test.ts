import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { describe, expect, test } from 'vitest';
import { planSteps } from '../../../../gateway/planning/plan-steps.ts';
import { atOnce } from '../../../../gateway/process/slices.ts';

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
const stepsOf = (plans: PlanNode[], holds = true) => atOnce(planSteps(plans, { holds: () => holds }));
const paths = (node: PlanNode) => stepsOf([node]).fetches.map((step) => step.paths.map((path) => path.join('.')));

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

  test('stay apart where their subgraph is not to be asked so, and what follows them, too', () => {
    const branch = (path: string) => sequence(at(path, fetch('s', 'q')), at(`${path}.x`, fetch('t', 'r')));
    const plan = parallel(at('c', fetch('t', 'q')), at('d', fetch('t', 'q')), branch('a'), branch('b'));
    const apart = (subgraph: string) =>
      atOnce(planSteps([plan], { holds: () => true, merge: (name) => name !== subgraph })).fetches.map(({ paths }) =>
        paths.map((path) => path.join('.')),
      );
    expect(apart('s')).toEqual([['c', 'd'], ['a'], ['a.x'], ['b'], ['b.x']]);
    expect(apart('t')).toEqual([['c'], ['d'], ['a'], ['a.x'], ['b'], ['b.x']]);
  });

  test('stay apart where they follow each other, and where they ask root fields', () => {
    expect(paths(sequence(at('a', fetch('s', 'q')), at('b', fetch('s', 'q'))))).toEqual([['a'], ['b']]);
    expect(paths(parallel(at('a', fetch('s', 'q', false)), at('b', fetch('s', 'q', false))))).toEqual([['a'], ['b']]);
  });
});

test('thousands of siblings are merged into one fetch, in as many slices, however deep they stand in each other', () => {
  const places = Array.from({ length: 4640 }, (_, index) => `a${index}`);
  let plan = parallel(...places.map((place) => at(place, fetch('s', 'q'))), at('a7', fetch('s', 'q')), fetch('t', 'r'));
  for (let depth = 0; depth < 50; depth++) plan = parallel(sequence(fetch('u', `${depth}`), plan), fetch('v', '1'));
  const work = planSteps([plan], { holds: () => true });
  let slices = 0;
  let step = work.next();
  for (; !step.done; step = work.next()) slices++;
  expect(step.value?.fetches.find(({ subgraph }) => subgraph === 's')?.paths.map(([key]) => key)).toEqual(places);
  expect(slices).toBeGreaterThan(2 * places.length);
});

test('a fetch knows which fetches have come before it, and none that only may have', () => {
  const plan = sequence(
    fetch('a', '1'),
    parallel(sequence(fetch('b', '2'), fetch('c', '3')), fetch('d', '4')),
    fetch('e', '5'),
  );
  const { fetches } = stepsOf([plan]);
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
    stepsOf([sequence(condition, empty)], value).fetches.map(({ subgraph }) => subgraph);
  expect(subgraphs(true)).toEqual(['a', 'c']);
  expect(subgraphs(false)).toEqual(['b']);
});

const named = (id: string, node: FetchNode): FetchNode => ({ ...node, id });
const part = (label: string, depends: string[], node?: PlanNode) => ({
  label,
  depends: depends.map((id) => ({ id })),
  queryPath: [],
  ...(node && { node }),
});

test('a deferred part waits for the fetches it names and for all before them, and follows the part it stands in', () => {
  const inner: PlanNode = {
    kind: 'Defer',
    primary: { node: named('2', fetch('c', '3')) },
    deferred: [part('B', ['2'], fetch('d', '4')), part('C', ['1'])],
  };
  const node: PlanNode = {
    kind: 'Defer',
    primary: { node: sequence(named('0', fetch('a', '1')), named('1', fetch('b', '2')), fetch('e', '5')) },
    deferred: [part('A', ['1'], inner), part('D', ['0'], fetch('f', '6'))],
  };
  const { fetches, deferred } = stepsOf([node]);
  expect(fetches.map(({ subgraph, deferredFor }) => [subgraph, deferredFor])).toEqual([
    ['a', undefined],
    ['b', undefined],
    ['e', undefined],
    ['c', 'A'],
    ['d', 'B'],
    ['f', 'D'],
  ]);
  expect(deferred.map(({ label, depends }) => [label, [...depends].sort()])).toEqual([
    ['A', [0, 1]],
    ['B', [0, 1, 3]],
    ['C', [0, 1]],
    ['D', [0]],
  ]);
  expect(fetches.map(({ after }) => [...after].sort())).toEqual([[], [0], [0, 1], [0, 1], [0, 1, 3], [0]]);
});

test('each of several plans has names of its own for its fetches', () => {
  const plan = (subgraph: string): PlanNode => ({
    kind: 'Defer',
    primary: { node: named('0', fetch(subgraph, '1')) },
    deferred: [part('A', ['0'], fetch(`${subgraph}2`, '2'))],
  });
  const { deferred } = stepsOf([plan('x'), plan('y')]);
  expect(deferred.map(({ label, depends }) => [label, [...depends]])).toEqual([
    ['A', [0]],
    ['A', [2]],
  ]);
});
