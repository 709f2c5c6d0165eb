import type { FetchDataKeyRenamer, FetchDataRewrite, PlanNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import type { Sliced } from '../process/slices.ts';
import { type Draft, type DraftRules, draftPlan, type PlanDraft } from './plan-drafts.ts';

/** A response path of a query plan: response keys, and `@` where every item of a list is meant. */
export type PlanPath = readonly string[];

/** One request to one subgraph; with `requires`, an `_entities` request for the objects found at `paths`. */
export interface FetchStep {
  readonly kind: 'fetch';
  /** Position in the plan: dense, from 0, in the plan's order. */
  readonly id: number;
  readonly subgraph: string;
  readonly operation: string;
  readonly operationName: string | undefined;
  readonly operationKind: 'query' | 'mutation' | 'subscription';
  readonly variables: readonly string[];
  readonly requires: readonly QueryPlanSelectionNode[] | undefined;
  /** Where its data belongs; `[[]]` for a fetch of root fields. */
  readonly paths: readonly PlanPath[];
  readonly inputRewrites: readonly FetchDataRewrite[];
  readonly outputRewrites: readonly FetchDataRewrite[];
  readonly contextRewrites: readonly FetchDataKeyRenamer[];
  /** Fetches whose answers are known to be there when this one starts. */
  readonly after: ReadonlySet<number>;
  /** Label of the deferred fragment for which it is made; undefined for what the first part of the answer needs. */
  readonly deferredFor: string | undefined;
}

export type PlanStep =
  | { readonly kind: 'sequence'; readonly steps: readonly PlanStep[] }
  | { readonly kind: 'parallel'; readonly steps: readonly PlanStep[] }
  | FetchStep;

/** What is run for one deferred fragment, beside the first part of the answer. A fragment may have several, and may have none. */
export interface DeferredSteps {
  readonly label: string;
  /** Fetches to await before it starts: others of the first part, or of the fragment around it. */
  readonly depends: ReadonlySet<number>;
  /** Undefined where it needs nothing but what these bring. */
  readonly root: PlanStep | undefined;
}

/** What is to be run: nothing where nothing is to be fetched; every fetch stands at its id. */
export interface PlannedSteps {
  readonly root: PlanStep | undefined;
  readonly deferred: readonly DeferredSteps[];
  readonly fetches: readonly FetchStep[];
}

/**
 * Turns Apollo's plans into steps: see `draftPlan`.
 * @param roots the plans of one operation: usually one; several where its required fields contradict each other
 */
export function* planSteps(roots: readonly PlanNode[], rules: DraftRules): Sliced<PlannedSteps> {
  const numbering = new Numbering();
  const steps: PlanStep[] = [];
  for (const root of roots) {
    const step = yield* numbering.plan(yield* draftPlan(root, rules));
    if (step) steps.push(step);
  }
  const { fetches, deferred } = numbering;
  return { root: steps.length > 1 ? { kind: 'parallel', steps } : steps[0], deferred, fetches };
}

/** Gives each fetch its id and the set of fetches that come before it. */
class Numbering {
  readonly fetches: FetchStep[] = [];
  readonly deferred: DeferredSteps[] = [];
  #named = new Map<string, FetchStep>();

  *plan({ primary, deferred }: PlanDraft): Sliced<PlanStep | undefined> {
    // Each plan counts its names from the same start.
    this.#named = new Map();
    const done = new Set<number>();
    const root = primary && (yield* this.#number(primary, done, undefined));
    for (const { label, depends, draft } of deferred) {
      const awaited = depends.map((name) => this.#named.get(name)).filter((step) => step !== undefined);
      // Entities are there to be asked for once the first part is.
      const start = awaited.length === 0 && draft && needsEntities(draft) ? done : awaited.map(({ id }) => id);
      const before = new Set([...start, ...awaited.flatMap(({ after }) => [...after])]);
      const step = draft && (yield* this.#number(draft, new Set(before), label));
      this.deferred.push({ label, depends: before, root: step });
    }
    return root;
  }

  /** @param done what is there already; grows by the fetches of `draft` */
  *#number(draft: Draft, done: Set<number>, deferredFor: string | undefined): Sliced<PlanStep> {
    yield;
    if (draft.kind === 'fetch') {
      const step = fetchStep(draft, this.fetches.length, new Set(done), deferredFor);
      this.fetches.push(step);
      for (const name of draft.names) this.#named.set(name, step);
      done.add(step.id);
      return step;
    }
    const steps: PlanStep[] = [];
    if (draft.kind === 'sequence') {
      for (const node of draft.nodes) steps.push(yield* this.#number(node, done, deferredFor));
      return { kind: 'sequence', steps };
    }
    const atStart = new Set(done);
    for (const node of draft.nodes) {
      const mine = new Set(atStart);
      steps.push(yield* this.#number(node, mine, deferredFor));
      for (const id of mine) done.add(id);
    }
    return { kind: 'parallel', steps };
  }
}

function needsEntities(draft: Draft): boolean {
  if (draft.kind === 'fetch') return draft.node.requires !== undefined;
  return draft.kind === 'sequence' ? draft.nodes.slice(0, 1).some(needsEntities) : draft.nodes.some(needsEntities);
}

function fetchStep(
  { node, places }: Extract<Draft, { kind: 'fetch' }>,
  id: number,
  after: ReadonlySet<number>,
  deferredFor: string | undefined,
): FetchStep {
  return {
    kind: 'fetch',
    id,
    subgraph: node.serviceName,
    operation: node.operation,
    operationName: node.operationName,
    operationKind: node.operationKind,
    variables: node.variableUsages ?? [],
    requires: node.requires,
    paths: [...places.values()],
    inputRewrites: node.inputRewrites ?? [],
    outputRewrites: node.outputRewrites ?? [],
    contextRewrites: node.contextRewrites ?? [],
    after,
    deferredFor,
  };
}
