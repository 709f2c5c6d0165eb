import type { PeriodKey } from './calendar.ts';
import { GROUPS, type Plan } from './plan.ts';
import { QuotasError } from './quotas.ts';

/**
 * Refuses numbers that contradict one another, before anything is generated.
 * @throws {QuotasError} listing every contradiction
 */
export function checkPlan(plan: Plan): Plan {
  const faults = [
    ...periodFaults(plan, 'Y0'),
    ...periodFaults(plan, 'Y1'),
    ...searchFaults(plan),
    ...otherFaults(plan),
  ];
  if (faults.length > 0) throw new QuotasError(`The quotas contradict one another:\n  ${faults.join('\n  ')}`);
  return plan;
}

function periodFaults(plan: Plan, key: PeriodKey): string[] {
  const period = plan.periods[key];
  const at = key.toLowerCase();
  const faults: string[] = [];
  let plainReads = 0;
  let plainImpressions = period.impressions;
  for (const group of GROUPS) {
    const { reads, shiftedReads, shiftedImpressions, oldUsers, newUsers, buyers } = period.groups[group];
    const path = `${at}.${group.toLowerCase()}`;
    if (oldUsers + newUsers > reads)
      faults.push(`${path}.reads: ${reads} are too few for its ${oldUsers + newUsers} readers`);
    if (buyers > oldUsers)
      faults.push(`${at}.buyers: ${buyers} in ${group} are more than its ${oldUsers} readers of old`);
    plainReads += reads - shiftedReads;
    plainImpressions -= shiftedImpressions;
  }
  if (plainImpressions < plainReads) faults.push(`${at}.impressions: ${period.impressions} are too few for the reads`);
  if (period.linkRequests > period.interactions.comments)
    faults.push(`${at}.linkRequests: ${period.linkRequests} are more than the interactions can hold`);
  if (period.jointMerchantsPerDay > plan.size.shops - 8)
    faults.push(`${at}.jointMerchantsPerDay: ${period.jointMerchantsPerDay} are more than the shops at this scale`);
  return faults;
}

function searchFaults({ search, periods }: Plan): string[] {
  const { monthlyUsers, searchers, searches, userSearches, newUsers, newUsersFirstDay, buyersWhoSearched } = search;
  const buyers = GROUPS.reduce((sum, group) => sum + periods.Y1.groups[group].buyers, 0);
  const others = monthlyUsers - newUsers - buyers;
  const limits: [string, number, number][] = [
    ['search.newUsers', newUsers, monthlyUsers],
    ['search.newUsersFirstDay', newUsersFirstDay, newUsers],
    ['search.searchers', searchers, searches],
    ['search.searchers', searchers, newUsersFirstDay + buyersWhoSearched + others],
    ['search.userSearches', userSearches, searches],
    ['search.buyersWhoSearched', buyersWhoSearched, buyers],
    ['search.buyersWhoSearched and newUsersFirstDay', buyersWhoSearched + newUsersFirstDay, searchers],
  ];
  return limits
    .filter(([, value, most]) => value > most)
    .map(([path, value, most]) => `${path}: ${value} is more than ${most}`);
}

function otherFaults({ survey, quotas }: Plan): string[] {
  const { outOfOrder, over72HoursLate, over7DaysLate } = quotas.dirt;
  const faults = Object.entries(survey)
    .filter(([, value]) => value > survey.asked)
    .map(([key, value]) => `survey.${key}: ${value} is more than ${survey.asked}`);
  if (outOfOrder + over72HoursLate + over7DaysLate > 1) faults.push('dirt: more than all events would come late');
  return faults;
}
