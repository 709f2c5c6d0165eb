import { AGE_COHORTS } from '../../kit/people/age-cohorts.ts';
import { DIMENSIONS, GROUPINGS, type Grouping, groupingName } from './dimensions.ts';
import type { FunnelGroups } from './funnel-groups.ts';
import { placesOf } from './group-keys.ts';

const AGE = DIMENSIONS.indexOf('AGE_COHORT');

/**
 * How many rows each grouping has, by its name, of which some are told and the others counted: those in which anything happened. By age every age is a row wherever anybody is known:
 * how many ages the few of a group are of, is theirs.
 */
export function countRows(groups: ReadonlySet<FunnelGroups>): Map<string, number> {
  return new Map(GROUPINGS.map((grouping) => [groupingName(grouping), rowsOf(grouping, groups)]));
}

function rowsOf(grouping: Grouping, groups: ReadonlySet<FunnelGroups>): number {
  const byAge = grouping.at(-1) === 'AGE_COHORT';
  const [one, other] = placesOf(byAge ? grouping.slice(0, -1) : grouping);
  const cells = new Set<number>();
  for (const each of groups) {
    if (byAge && each.groupsOf(AGE).length === 0) continue;
    for (const cell of each.cellsOf(one, other)) cells.add(cell);
  }
  return byAge ? cells.size * AGE_COHORTS.length : cells.size;
}
