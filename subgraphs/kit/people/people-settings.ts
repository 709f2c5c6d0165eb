import { type Setting, wholeNumber } from '../../../settings/settings.ts';

/** What may be set of figures about people. @param prefix of the variables: the subgraph's name */
export function peopleSettings(prefix: 'CONTENT' | 'COMMERCE') {
  return {
    leastPeople: {
      env: `${prefix}_MIN_PEOPLE`,
      meaning:
        'Fewest persons who must stand behind a figure about people; below it the figure is withheld. Others are rounded to 10; with 1, for trying out, to nothing.',
      schema: wholeNumber(1, 1_000_000),
      default: '50',
    },
    monthStart: {
      env: `${prefix}_MONTH_START_DAY`,
      meaning:
        'Day of the month on which a reporting month begins: with 8 the one from 2025-04-08 to 2025-05-07 is a month. Alike in content and commerce; changed later, it begins new months and keeps what was decided of others.',
      schema: wholeNumber(1, 28),
      default: '8',
    },
    decidedDays: {
      env: `${prefix}_DECIDED_DAYS`,
      meaning:
        'How many days what is told of the people of a closed period is kept, from when it was decided: then it is deleted, whoever is in it, so that nobody who withdrew consent meanwhile is in it for longer. Year-on-year reports need 400 at least. Alike in content and commerce.',
      schema: wholeNumber(60, 36_500),
      default: '800',
    },
  } as const satisfies Record<string, Setting<unknown>>;
}
