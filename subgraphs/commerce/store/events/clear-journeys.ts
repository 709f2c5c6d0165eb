import { sql } from 'kysely';
import { addDays, startOfDay } from '../../../kit/calendar.ts';
import type { CommerceDb, CommerceTables } from '../tables.ts';

/** What events say, each row with when it was recorded and, where it no longer holds, since when. */
const FACTS = [
  'clicks',
  'outcomes',
  'reads',
  'searches',
  'order_facts',
  'refunds',
] as const satisfies readonly (keyof CommerceTables)[];

/**
 * Forgets all that follows from the events of days that are not sealed, so that it can be derived anew; what follows from those of sealed
 * days is left as it was when the last of them ended.
 * @param sealed the last sealed day (YYYY-MM-DD), if any
 */
export async function clearJourneys(db: CommerceDb, sealed: string | undefined): Promise<void> {
  const from = sealed === undefined ? new Date(0) : startOfDay(addDays(sealed, 1));
  // Not truncate: who reads goes on with the old rows until this is done.
  for (const table of FACTS) {
    await sql`delete from ${sql.table(table)} where recorded_at >= ${from}`.execute(db);
    await sql`update ${sql.table(table)} set retired_at = null where retired_at >= ${from}`.execute(db);
  }
  await sql`
    delete from orders where not exists (select from order_facts where order_id = orders.id)
      and not exists (select from refunds where order_id = orders.id)`.execute(db);
  await db.deleteFrom('search_shops').execute();
  await sql`
    insert into search_shops select distinct fingerprint, shop_id from clicks
    where fingerprint is not null and retired_at is null`.execute(db);
}
