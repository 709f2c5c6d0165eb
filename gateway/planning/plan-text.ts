import { parse, print } from 'graphql';
import { clientLabelOf } from './documents/defer-label.ts';
import type { DeferredSteps, FetchStep, PlannedSteps, PlanStep } from './plan-steps.ts';

/** A line of the tree and what stands below it. */
interface Branch {
  readonly label: string;
  readonly below: readonly Branch[];
}

/** How a plan is written. */
export interface PlanTextOptions {
  /** What is known of a fetch beside the plan, such as how long it took; stands behind its name. */
  readonly note?: (fetch: FetchStep) => string | undefined;
  /** Longest selection shown, in characters; beyond, it is cut. */
  readonly width?: number;
}

/**
 * Writes a plan as a tree for people: what is fetched from which subgraph, for which places of the answer, in which order.
 * Where the answer comes in parts, each has a branch of its own.
 * @returns lines, each ended
 */
export function planText({ root, deferred }: PlannedSteps, options: PlanTextOptions = {}): string {
  const whole = root ? branchOf(root, options) : { label: 'nothing is fetched', below: [] };
  if (deferred.length === 0) return written(whole);
  const fragments = [...Map.groupBy(deferred, ({ label }) => label)];
  const rest = fragments.map(([label, steps]) => deferredBranch(label, steps, options));
  return written({ label: 'in parts', below: [{ label: 'first', below: [whole] }, ...rest] });
}

/** @param label the plan's */
function deferredBranch(label: string, steps: readonly DeferredSteps[], options: PlanTextOptions): Branch {
  const below = steps.flatMap(({ root }) => (root ? [branchOf(root, options)] : []));
  const given = clientLabelOf(label);
  return {
    label: given === undefined ? 'deferred' : `deferred ${given}`,
    below: below.length > 0 ? below : [{ label: 'nothing more is fetched', below: [] }],
  };
}

function branchOf(step: PlanStep, options: PlanTextOptions): Branch {
  if (step.kind === 'fetch') return fetchBranch(step, options);
  const label = step.kind === 'sequence' ? 'one after the other' : 'at once';
  return { label, below: step.steps.map((each) => branchOf(each, options)) };
}

function fetchBranch(fetch: FetchStep, { note, width = 160 }: PlanTextOptions): Branch {
  const places = fetch.paths.map((path) => path.join('.')).filter((path) => path !== '');
  const about = [places.length > 0 ? `at ${places.join(', ')}` : '', note?.(fetch) ?? ''].filter((part) => part !== '');
  const selection = selectionOf(fetch.operation);
  const shown = selection.length > width ? `${selection.slice(0, width)}…` : selection;
  return { label: [fetch.subgraph, ...about].join('  '), below: [{ label: shown, below: [] }] };
}

/** A fetch's selection on one line, without the frame that every entity fetch has. */
function selectionOf(operation: string): string {
  const text = print(parse(operation))
    .replaceAll(/\s+/g, ' ')
    .replace(/^(query|mutation|subscription)[^{]*/, (_, kind: string) => (kind === 'query' ? '' : `${kind} `));
  const entities = /^\{ _entities\(representations: \$representations\) (\{.*\}) \}$/.exec(text);
  return entities?.[1] ?? text;
}

function written({ label, below }: Branch, first = '', rest = ''): string {
  const lines = below.map((each, index) => {
    const last = index === below.length - 1;
    return written(each, rest + (last ? '└─ ' : '├─ '), rest + (last ? '   ' : '│  '));
  });
  return `${first}${label}\n${lines.join('')}`;
}
