import type { Variables } from '../variables.ts';

/** Why a list's size can't be taken: `found` is undefined where the request does not say it as it must. */
export interface SizeFault {
  /** Coordinate of the field. */
  readonly field: string;
  /** The arguments that say the size. */
  readonly arguments: readonly string[];
  readonly found: number | undefined;
}

/** What a cost is evaluated with. */
export interface CostScope {
  variables: Variables;
  /** The first fault that was met. */
  fault: SizeFault | undefined;
}

/** A cost: a number where variables change nothing of it. */
export type Cost = number | ((scope: CostScope) => number);

/** Larger costs are all the same. */
const MOST = Number.MAX_SAFE_INTEGER;

/** The sum of costs. */
export function sumOf(costs: readonly Cost[]): Cost {
  let constant = 0;
  const others: Exclude<Cost, number>[] = [];
  for (const cost of costs) {
    if (typeof cost === 'number') constant += cost;
    else others.push(cost);
  }
  constant = Math.min(MOST, constant);
  const [one, another] = others;
  if (!one) return constant;
  if (!another) return constant === 0 ? one : (scope) => constant + one(scope);
  return (scope) => {
    let sum = constant;
    for (const cost of others) sum += cost(scope);
    return Math.min(MOST, sum);
  };
}

/** The largest of costs; 0 of none. */
export function mostOf(costs: readonly Cost[]): Cost {
  const constants = costs.filter((cost) => typeof cost === 'number');
  const others = costs.filter((cost) => typeof cost !== 'number');
  const constant = Math.max(0, ...constants);
  const [one] = others;
  if (!one) return constant;
  if (others.length === 1 && constant === 0) return one;
  return (scope) => {
    let most = constant;
    for (const cost of others) most = Math.max(most, cost(scope));
    return most;
  };
}

/** A cost as often as a list is long. */
export function timesOf(size: Cost, each: Cost): Cost {
  if (typeof size === 'number') {
    if (typeof each === 'number') return Math.min(MOST, size * each);
    return (scope) => Math.min(MOST, size * each(scope));
  }
  if (typeof each === 'number') return (scope) => Math.min(MOST, size(scope) * each);
  return (scope) => Math.min(MOST, size(scope) * each(scope));
}

/** What a cost comes to. */
export function amountOf(cost: Cost, scope: CostScope): number {
  return typeof cost === 'number' ? cost : cost(scope);
}
