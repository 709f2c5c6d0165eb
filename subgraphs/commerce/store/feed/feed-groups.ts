import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { FeedHistory, FeedPosition } from '../../feed/position.ts';
import type { CommerceDb } from '../tables.ts';

/** How many groups one transaction numbers at most: it holds the lock for which all other readers wait. */
const MOST_AT_ONCE = 5_000;
const LARGEST_MARK = 2 ** 48 - 1;

/**
 * Numbers groups that are committed and have no number yet, in a short transaction of its own. It runs under a lock that is held until
 * it commits: a group that becomes visible later gets a greater number, and a writer's open transaction holds up nobody.
 * @param db the pool
 * @returns whether there may be more to be numbered
 */
export async function numberGroups(db: CommerceDb): Promise<boolean> {
  const { rows: waiting } = await sql`select 1 from feed_groups where number is null limit 1`.execute(db);
  if (waiting.length === 0) return false;
  return db
    .transaction()
    .setIsolationLevel('read committed')
    .execute(async (transaction) => {
      await sql`select 1 from feed for update`.execute(transaction);
      // A statement of its own, so that it sees what whoever held the lock before has committed.
      const { rows } = await sql<{ count: number }>`
        with waiting as (
          select id, row_number() over (order by id) as place, max(recorded_at) over (order by id) as reached
          from (select id, recorded_at from feed_groups where number is null order by id limit ${MOST_AT_ONCE}) next
        ), numbered as (
          update feed_groups set number = feed.last_number + place, mark = ${randomInt(1, LARGEST_MARK)},
            reached = greatest(feed.reached, waiting.reached)
          from waiting, feed where feed_groups.id = waiting.id
          returning feed_groups.number, feed_groups.reached
        ), ends as (select count(*) as count, max(number) as number, max(reached) as reached from numbered)
        update feed set last_number = ends.number, reached = ends.reached from ends where ends.count > 0
        returning ends.count`.execute(transaction);
      return rows[0]?.count === MOST_AT_ONCE;
    });
}

/** The feed as a whole, and how far a page looks. */
export interface FeedBounds extends FeedHistory {
  /** The latest instant at which anything that it tells of was recorded; null while it is empty. */
  readonly reached: Date | null;
  /** The last group that the page looks at. */
  readonly end: FeedPosition | null;
}

/**
 * How the feed stands after a group.
 * @param mostGroups and `mostRows` bound what one page looks at, of groups after this one; one group is always in
 */
export async function readFeedBounds(
  db: CommerceDb,
  number: number,
  { mostGroups, mostRows, whole }: { mostGroups: number; mostRows: number; whole: number },
): Promise<FeedBounds> {
  const { rows } = await sql<{
    epoch: string;
    last_number: number;
    pruned_to: number;
    reached: Date | null;
    mark: number | null;
    end_number: number | null;
    end_mark: number | null;
  }>`
    select feed.epoch, feed.last_number, feed.pruned_to, feed.reached, bound.number as end_number, bound.mark as end_mark,
      (select mark from feed_groups where number = ${number}) as mark
    from feed left join lateral (
      select number, mark from (
        select number, mark, sum(size) over (order by number) - size as before
        from (
          select number, mark, size from feed_groups where number > ${number} order by number limit ${mostGroups}
        ) next
      ) counted
      where before < ${mostRows} order by number desc limit 1
    ) bound on true`.execute(db);
  const row = rows[0];
  if (!row) throw new Error('The feed has no state.');
  const { epoch, last_number: lastNumber, pruned_to: prunedTo, reached, mark, end_number, end_mark } = row;
  const end = end_number === null ? null : { number: end_number, ordinal: whole, mark: end_mark ?? 0 };
  return { epoch, lastNumber, prunedTo, reached, mark, end };
}

/**
 * The place from which on everything lies that was recorded at or after an instant; undefined where nothing was.
 * @returns the number and mark of the group before
 */
export async function placeBefore(
  db: CommerceDb,
  instant: Date,
): Promise<{ number: number; mark: number } | undefined> {
  const { rows } = await sql<{ number: number; mark: number }>`
    select before.number, before.mark from (
      select number from feed_groups where reached >= ${instant} and number is not null order by reached, number limit 1
    ) first
    cross join lateral (
      (select number, mark from feed_groups where number < first.number order by number desc limit 1)
      union all select 0, 0 order by number desc limit 1
    ) before`.execute(db);
  return rows[0];
}

/** The group numbered last; undefined before the first. */
export async function lastGroup(db: CommerceDb): Promise<{ number: number; mark: number } | undefined> {
  const { rows } = await sql<{ number: number; mark: number }>`
    select number, mark from feed_groups where number is not null order by number desc limit 1`.execute(db);
  return rows[0];
}

/** Gives the feed a new epoch: every cursor that was given before is refused from then on, and its reader told to begin again. */
export async function changeFeedEpoch(db: CommerceDb): Promise<string> {
  const { rows } = await sql<{ epoch: string }>`
    update feed set epoch = gen_random_uuid()::text returning epoch`.execute(db);
  if (!rows[0]) throw new Error('The feed has no state.');
  return rows[0].epoch;
}
