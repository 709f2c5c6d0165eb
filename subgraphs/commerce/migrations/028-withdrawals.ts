import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Which withdrawals of attribution have been carried out: nothing of the person from before counts any more. */
export const withdrawalsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table consents add column carried_out boolean not null default false`.execute(db);
    await sql`
      create index consents_to_carry_out on consents (feed_position)
      where purpose = 'ATTRIBUTION' and not granted and not carried_out`.execute(db);
  },
};
