import { type RawBuilder, sql } from 'kysely';
import { jsonRows } from '../../../kit/json-rows.ts';
import { peopleStep } from '../../recommendations/people-step.ts';
import { isConsenting } from '../consents/consents.ts';
import type { CommerceDb } from '../tables.ts';
import type { RelatedKind } from './related-tables.ts';

/** From what and whom is learnt. */
export interface RelatedOptions {
  /** What was paid before is no longer looked at. */
  readonly since: Date;
  /** Fewest persons who must have converted on both. */
  readonly leastPeople: number;
}

/** Names the lock under which one process refreshes; any constant that nothing else uses. */
const REFRESH_LOCK = 7_226_017;
const MOST_KEPT = 20;
/** Of one person: the newest. Who buys a thousand things says little of any two, and would make a million pairs. */
const MOST_OF_ONE = 100;

/** The products that people paid for. */
function boughtProducts({ since }: RelatedOptions): RawBuilder<unknown> {
  return sql`
    select fact.person, product_id as id, max(occurred_at) as at from order_facts fact
    where stage = 'ORDER_PAID' and counted and retired_at is null and person is not null and product_id is not null
      and occurred_at >= ${since} and ${agrees('fact.person')}
    group by 1, 2`;
}

/** The notes whose link people clicked last before they paid. */
function convertingNotes({ since }: RelatedOptions): RawBuilder<unknown> {
  return sql`
    select bought.person, note_id as id, max(counted_at) as at from orders bought
    join clicks on clicks.conversion = bought.credited_click and clicks.retired_at is null
    where bought.person is not null and counted_at >= ${since} and note_id like 'note\\_%' and ${agrees('bought.person')}
    group by 1, 2`;
}

/** Who lets what they did be used to recommend things, and to tell what led to it. */
function agrees(person: string): RawBuilder<boolean> {
  return sql<boolean>`${isConsenting(person, 'PERSONALIZATION')} and ${isConsenting(person, 'ATTRIBUTION')}`;
}

const CONVERTED = { PRODUCT: boughtProducts, NOTE: convertingNotes } as const satisfies Record<RelatedKind, unknown>;

/**
 * Finds out anew what goes together, from those alone who agree to it now; readers see what was there before until it is done. Of several
 * processes one does so at a time.
 * @param now when it is done
 */
export async function refreshRelated(db: CommerceDb, options: RelatedOptions, now: Date): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${REFRESH_LOCK})`.execute(transaction);
    await sql`delete from related`.execute(transaction);
    for (const kind of ['PRODUCT', 'NOTE'] as const) await insertRelated(transaction, kind, options);
    await sql`
      insert into related_refreshed (at) values (${now}) on conflict (one) do update set at = excluded.at`.execute(
      transaction,
    );
  });
}

/** When what goes together was last found out; undefined before the first time. */
export async function relatedRefreshedAt(db: CommerceDb): Promise<Date | undefined> {
  const row = await db.selectFrom('related_refreshed').select('at').executeTakeFirst();
  return row?.at;
}

/** The closest are those that share most of their people: people of both / sqrt(people of one * people of the other). */
async function insertRelated(db: CommerceDb, kind: RelatedKind, options: RelatedOptions): Promise<void> {
  const { rows } = await sql<{ id: string; place: number; other_id: string; people: number }>`
    with converted as materialized (
      select person, id from (
        select person, id, row_number() over (partition by person order by at desc, id) as place
        from (${CONVERTED[kind](options)}) as every
      ) as newest where place <= ${MOST_OF_ONE}
    ), sizes as (
      select id, count(*) as people from converted group by id having count(*) >= ${options.leastPeople}
    ), pairs as (
      select one.id, other.id as other_id, count(*) as people
      from converted one join converted other on other.person = one.person and other.id <> one.id
      group by 1, 2 having count(*) >= ${options.leastPeople}
    )
    select id, other_id, people, place::integer from (
      select pairs.*, row_number() over (
        partition by pairs.id
        order by pairs.people / sqrt(own.people::float8 * others.people) desc, pairs.people desc, other_id
      ) as place
      from pairs join sizes own on own.id = pairs.id join sizes others on others.id = other_id
    ) as ranked
    where place <= ${MOST_KEPT}`.execute(db);
  if (rows.length === 0) return;
  const kept = rows.map(({ people, ...row }) => ({ ...row, kind, people_at_least: peopleStep(Number(people)) }));
  const types = { kind: 'text', id: 'text', place: 'smallint', other_id: 'text', people_at_least: 'integer' };
  await sql`
    insert into related (kind, id, place, other_id, people_at_least)
    select kind, id, place, other_id, people_at_least from ${jsonRows('row', types, kept)}`.execute(db);
}
