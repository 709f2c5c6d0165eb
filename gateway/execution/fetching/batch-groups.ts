import type { FetchStep } from '../../planning/plan-steps.ts';
import type { Sliced } from '../../process/slices.ts';
import type { FetchRequest } from './fetch-request.ts';
import { agreeOnVariables, type MergeablePart, mergeablePart } from './merged-document.ts';

/**
 * The most fetches in one request. A client can make a plan of hundreds of fetches by naming a field often; a document of them all would be
 * larger than subgraphs take, and one slow part would hold up all the others. The gain is nearly whole at eight: seven of eight round trips.
 */
const GROUP_LIMIT = 8;

/** Fetches whose operations are equal: their representations can go in one list. */
export interface GroupPart {
  readonly mergeable: MergeablePart;
  readonly requests: FetchRequest[];
}

/** Fetches that may go to their subgraph together. */
export interface BatchGroup {
  readonly parts: readonly GroupPart[];
}

interface OpenGroup {
  readonly parts: GroupPart[];
  size: number;
}

/**
 * Decides which fetches may go together: queries of one subgraph, none of which waits for another, that come equally late in
 * the plan and bring the same part of the answer.
 * Of those that follow one and the same fetch all start at once; others may, as answers come in.
 * @param may whether requests to a subgraph may be merged
 * @returns groups of two fetches or more
 */
export function* batchGroups(
  requests: readonly FetchRequest[],
  may: (subgraph: string) => boolean,
): Sliced<BatchGroup[]> {
  const open = new Map<string, OpenGroup[]>();
  const levels = levelsOf(requests);
  for (const request of requests) {
    yield;
    const { fetch } = request;
    const mergeable = may(fetch.subgraph) ? mergeableOf(fetch) : undefined;
    if (!mergeable) continue;
    const kind = JSON.stringify([fetch.subgraph, fetch.deferredFor ?? null, levels[fetch.id], mergeable.entities]);
    const groups = open.get(kind) ?? [];
    open.set(kind, groups);
    const group = groups.find((known) => fitsInto(known, mergeable));
    if (group) addTo(group, request, mergeable);
    else groups.push({ parts: [{ mergeable, requests: [request] }], size: 1 });
  }
  return [...open.values()].flat().filter(({ size }) => size > 1);
}

/** How many fetches come one after another before each; none of equally many waits for another. */
function levelsOf(requests: readonly FetchRequest[]): number[] {
  const levels: number[] = [];
  for (const { fetch } of requests) {
    let level = 0;
    for (const earlier of fetch.after) level = Math.max(level, (levels[earlier] ?? 0) + 1);
    levels[fetch.id] = level;
  }
  return levels;
}

/**
 * A fetch that takes values from contexts makes a request for each of them; one of root fields below the root may have no object to put
 * them into, and cannot be left empty as a list of representations can.
 */
function mergeableOf(fetch: FetchStep): MergeablePart | undefined {
  if (fetch.operationKind !== 'query' || fetch.contextRewrites.length > 0) return undefined;
  const mergeable = mergeablePart(fetch.operation);
  if (!mergeable || mergeable.entities !== (fetch.requires !== undefined)) return undefined;
  return mergeable.entities || fetch.paths.every((path) => path.length === 0) ? mergeable : undefined;
}

function fitsInto({ parts, size }: OpenGroup, mergeable: MergeablePart): boolean {
  return size < GROUP_LIMIT && parts.every((part) => agreeOnVariables(part.mergeable, mergeable));
}

function addTo(group: OpenGroup, request: FetchRequest, mergeable: MergeablePart): void {
  const { operation } = request.fetch;
  const equal = mergeable.entities
    ? group.parts.find(({ requests }) => requests[0]?.fetch.operation === operation)
    : undefined;
  if (equal) equal.requests.push(request);
  else group.parts.push({ mergeable, requests: [request] });
  group.size++;
}
