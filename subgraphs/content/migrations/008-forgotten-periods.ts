import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createForgottenPeriods } from '../../kit/people/forget-decided.ts';

/** Of which periods what was told of people is deleted, and which withdrawals of attribution have been carried out: nothing is kept of what the person did. */
export const forgottenPeriodsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await createForgottenPeriods(db);
    await sql`alter table consents add column carried_out boolean not null default false`.execute(db);
    await sql`
      create index consents_to_carry_out on consents (feed_position)
      where purpose = 'ATTRIBUTION' and not granted and not carried_out`.execute(db);
  },
};
