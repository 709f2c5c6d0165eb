/** Who searched in a period. */
export interface SearchPeople {
  /** Distinct persons who read or searched, and those of them who searched. */
  readonly active: number;
  readonly searchers: number;
  /** Searches, and those that the person began. */
  readonly searches: number;
  readonly userSearches: number;
  /** Persons whose first active day lies in the period, and those of them who searched on it. */
  readonly fresh: number;
  readonly freshFirstDay: number;
}

/** The cell that holds them. @param kind of the period @param from its first day */
export function searchPeopleKey(kind: string, from: string): string {
  return `search-people ${kind} ${from}`;
}
