import type { AskSubgraph } from '../execution/run.ts';
import type { FetchStep, PlannedSteps } from '../planning/plan-steps.ts';
import { planText } from '../planning/plan-text.ts';
import { SubgraphFailure } from '../subgraphs/transport/failure.ts';

/** The header by which a client asks to see the plan of its operation. */
export const EXPLAIN_HEADER = 'x-redcat-explain';

/** One request to a subgraph, as it went. */
export interface FetchTiming {
  /** Ids of the plan's fetches that it answered. */
  readonly fetches: readonly number[];
  readonly subgraph: string;
  /** Milliseconds from the operation's start until it was sent. */
  readonly start: number;
  /** Milliseconds until its answer was there. */
  readonly duration: number;
  /** Characters of the request's body. */
  readonly length: number;
  /** `ok`, `errors` (the answer holds some), or the code of the failure. */
  readonly outcome: string;
}

/** How an operation was planned, and what its fetches took where it was executed. */
export interface Explanation {
  /** The plan as a tree, for people. */
  readonly text: string;
  readonly requests: readonly FetchTiming[];
  /** What the caller may not read, so that the plan leaves it out: by coordinate (`Type.field`) or type, why. */
  readonly refused?: Readonly<Record<string, string>>;
}

/**
 * Explains a plan.
 * @param refused what it leaves out since the caller may not read it, with the reasons
 * @param requests those that were made for it; none where it was not executed
 */
export function explanation(
  steps: PlannedSteps,
  refused: ReadonlyMap<string, string>,
  requests?: readonly FetchTiming[],
): Explanation {
  const left = [...refused].map(([place, reason]) => `${place} is left out: ${reason}\n`).join('');
  const more = refused.size > 0 ? { refused: Object.fromEntries(refused) } : {};
  if (!requests) return { text: planText(steps) + left, requests: [], ...more };
  const total = requests.reduce((end, { start, duration }) => Math.max(end, start + duration), 0);
  const summary = `${requests.length} ${requests.length === 1 ? 'request' : 'requests'} in ${total.toFixed(1)} ms\n`;
  const plan = planText(steps, { note: (fetch) => noteOf(fetch, requests) });
  return { text: summary + plan + left, requests, ...more };
}

function noteOf({ id }: FetchStep, requests: readonly FetchTiming[]): string {
  const own = requests.filter(({ fetches }) => fetches.includes(id));
  if (own.length === 0) return 'not asked: nothing to ask for';
  return own
    .map(({ fetches, start, duration, outcome }) => {
      const others = fetches.length > 1 ? `, in one request with ${fetches.length - 1} more` : '';
      return `${duration.toFixed(1)} ms from ${start.toFixed(1)} ms${outcome === 'ok' ? '' : `, ${outcome}`}${others}`;
    })
    .join('; ');
}

/** The same way to subgraphs, noting what each request took. */
export function timedAsk(ask: AskSubgraph, timings: FetchTiming[]): AskSubgraph {
  const begun = performance.now();
  return async (question) => {
    const { subgraph, fetches, body } = question;
    const sent = performance.now();
    const note = (outcome: string) => {
      const [start, duration] = [rounded(sent - begun), rounded(performance.now() - sent)];
      timings.push({ fetches, subgraph, start, duration, length: body.length, outcome });
    };
    try {
      const answer = await ask(question);
      note(answer.errors.length > 0 ? 'errors' : 'ok');
      return answer;
    } catch (error) {
      note(error instanceof SubgraphFailure ? error.code : 'INTERNAL_SERVER_ERROR');
      throw error;
    }
  };
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}
