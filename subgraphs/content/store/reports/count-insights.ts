import { sql } from 'kysely';
import type { Run } from '../../../kit/people/close-periods.ts';
import { dayColumn, periodColumn, withinRun } from '../../../kit/people/period-columns.ts';
import type { SearchPeople } from '../../reports/search-people.ts';
import { isAttributable } from '../consents.ts';
import type { ContentDb } from '../tables.ts';

/** Who searched in each period of a run that had anybody active, by its first day. */
export async function countSearchPeople(
  db: ContentDb,
  run: Run,
): Promise<readonly { readonly from: string; readonly people: SearchPeople }[]> {
  const { from, to } = run;
  const period = (column: string) => periodColumn(run, sql.raw(column));
  const { rows } = await sql<{ from: string } & SearchPeople>`
    with people as (
      select ${period('day')} as period, count(distinct person) as active,
        count(distinct person) filter (where industry = '') as searchers
      from active_days where day between ${from}::date and ${to}::date and ${isAttributable('active_days.person')}
      group by 1
    ), fresh as (
      select ${period('first_day')} as period, count(*) as fresh, count(*) filter (where exists (
        select from active_days where day = first_day and person = active_persons.person and industry = ''
      )) as searched
      from active_persons where first_day between ${from}::date and ${to}::date
        and ${isAttributable('active_persons.person')}
      group by 1
    ), made as (
      select ${periodColumn(run, dayColumn(sql`searched_at`))} as period, count(*) as searches,
        count(*) filter (where origin = 'USER') as typed
      from searches where ${withinRun(run, sql`searched_at`)} and ${isAttributable('searches.person')} group by 1
    )
    select people.period as "from", active, searchers, coalesce(fresh.fresh, 0)::bigint as fresh,
      coalesce(fresh.searched, 0)::bigint as "freshFirstDay", coalesce(searches, 0)::bigint as searches,
      coalesce(typed, 0)::bigint as "userSearches"
    from people left join fresh using (period) left join made using (period)`.execute(db);
  return rows.map(({ from: first, ...people }) => ({ from: first, people }));
}
