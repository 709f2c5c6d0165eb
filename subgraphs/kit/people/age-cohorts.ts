/** By decade of birth (80后, 90后, 00后). */
export const AGE_COHORTS = ['BORN_BEFORE_1980', 'BORN_1980S', 'BORN_1990S', 'BORN_SINCE_2000', 'UNKNOWN'] as const;

export type AgeCohort = (typeof AGE_COHORTS)[number];
