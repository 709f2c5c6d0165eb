import { sql } from 'kysely';
import type { CommerceDb } from '../tables.ts';

/** Names the lock under which funnels are decided; any constant that nothing else uses. */
const FUNNEL_LOCK = 7_226_003;

/** Takes the turn at deciding funnels until the transaction ends. @returns false where another process has it */
export async function takeTurn(db: CommerceDb): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`select pg_try_advisory_xact_lock(${FUNNEL_LOCK}) as taken`.execute(db);
  return rows[0]?.taken ?? false;
}
