import type { AgeCohort } from '../../kit/people/age-cohorts.ts';
import { DAY, dayAt, startOf } from '../calendar.ts';
import type { Plan } from '../plan.ts';
import { permutation } from '../random/permutation.ts';
import { stream } from '../random/stream.ts';
import { personKey } from './person-key.ts';

/** A person whom content knows. */
export interface Person {
  readonly key: string;
  readonly ageCohort: AgeCohort;
  readonly firstActiveOn: string;
  readonly consents: { readonly attribution: boolean; readonly personalization: boolean; readonly aiTraining: boolean };
}

const COHORTS: readonly (readonly [most: number, cohort: AgeCohort])[] = [
  [0.04, 'BORN_BEFORE_1980'],
  [0.2, 'BORN_1980S'],
  [0.62, 'BORN_1990S'],
  [0.95, 'BORN_SINCE_2000'],
  [1, 'UNKNOWN'],
];

/**
 * Everyone who reads in Y1. Those who denied consent to attribution are not among them: content keeps no row of them.
 * @param firstDayOf the first active day of someone new in Y1
 */
export function* makePersons(plan: Plan, firstDayOf: (person: number) => string): Generator<Person> {
  const { seed, search, oldUsers } = plan;
  const random = stream(seed, 'person');
  const ages = permutation(seed, 'person.age', search.monthlyUsers);
  for (let person = 0; person < search.monthlyUsers; person += 1) {
    const age = ages.at(person) / ages.size;
    yield {
      key: personKey(seed, person),
      ageCohort: COHORTS.find(([most]) => age < most)?.[1] ?? 'UNKNOWN',
      firstActiveOn:
        person < oldUsers ? dayAt(startOf('2022-01-01') + random.below(person * 4, 800) * DAY) : firstDayOf(person),
      consents: {
        attribution: true,
        personalization: random.below(person * 4 + 1, 5) > 0,
        aiTraining: random.below(person * 4 + 2, 2) > 0,
      },
    };
  }
}
