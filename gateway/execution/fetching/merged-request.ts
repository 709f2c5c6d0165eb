import type { SubgraphAnswer } from '../../subgraphs/subgraph-client.ts';
import type { Utf8Text } from '../../utf8-text.ts';
import { isData } from '../data.ts';
import type { Run } from '../run.ts';
import type { GroupPart } from './batch-groups.ts';
import { bodyStart, type FetchRequest, variablesWriter } from './fetch-request.ts';
import type { Wanted } from './gathering.ts';
import { mergeDocuments } from './merged-document.ts';
import { type Origin, type Share, splitAnswer } from './split-answer.ts';

/** A fetch, the part of the merged document that is its operation, and what it wants. */
export interface MergedFetch {
  readonly request: FetchRequest;
  readonly part: number;
  readonly wanted: Wanted;
}

/** Asks for what several fetches want; see `mergedRequest`. */
export type AskMerged = (run: Run, fetches: readonly MergedFetch[]) => Promise<SubgraphAnswer[] | undefined>;

/**
 * Compiles the request that holds all parts of a group. A part of which nothing is wanted has an empty list of representations.
 * @returns gives each fetch its own of the answer, in their order; nothing where the answer has no data, since then no part can be told
 * from its neighbours
 */
export function mergedRequest(parts: readonly GroupPart[]): AskMerged {
  const requests = parts.flatMap((part) => part.requests);
  const { subgraph, operationName } = (requests[0] as FetchRequest).fetch;
  const { text, origins, representations } = mergeDocuments(
    parts.map(({ mergeable }) => mergeable),
    operationName,
  );
  const start = bodyStart(text, operationName);
  const named = new Map(requests.flatMap(({ variables }) => variables).map((variable) => [variable.name, variable]));
  const writeVariables = variablesWriter([...named.values()]);
  const labels = parts.map(({ mergeable }, part) => (mergeable.entities ? `,"${representations[part]}":[` : undefined));
  return async (run, fetches) => {
    const lists = labels.map((label, part) => (label === undefined ? '' : `${label}${textsOf(fetches, part)}]`));
    const answer = await run.ask({
      subgraph,
      body: `${start}${(lists.join('') + writeVariables(run)).slice(1)}}}` as Utf8Text,
      kind: 'query',
      operationName,
      personal: fetches.some(({ request }) => request.personal),
      fetches: fetches.map(({ request }) => request.fetch.id),
    });
    return isData(answer.data) ? splitAnswer(answer, answer.data, sharesOf(fetches), origins) : undefined;
  };
}

const OWN_ORIGINS: ReadonlyMap<string, Origin> = new Map([['_entities', { part: 0, key: '_entities' }]]);

/** The same for fetches with one operation: it is sent as it is, with all that they want in its one list. */
export const askOneOperation: AskMerged = async (run, fetches) => {
  const [first] = fetches;
  if (!first) return [];
  const same = fetches.map((fetch) => ({ ...fetch, part: 0 }));
  const ids = fetches.map(({ request }) => request.fetch.id);
  const count = fetches.reduce((sum, { wanted }) => sum + wanted.count, 0);
  const answer = await first.request.askFor(run, { texts: textsOf(same, 0), count, context: '' }, ids);
  return isData(answer.data) ? splitAnswer(answer, answer.data, sharesOf(same), OWN_ORIGINS) : undefined;
};

function textsOf(fetches: readonly MergedFetch[], part: number): string {
  return fetches
    .filter((fetch) => fetch.part === part)
    .map(({ wanted }) => wanted.texts)
    .join(',');
}

function sharesOf(fetches: readonly MergedFetch[]): Share[] {
  const ends: number[] = [];
  return fetches.map(({ request, part, wanted: { count } }) => {
    if (!request.fetch.requires) return { part, entities: undefined };
    const from = ends[part] ?? 0;
    ends[part] = from + count;
    return { part, entities: { from, count } };
  });
}
