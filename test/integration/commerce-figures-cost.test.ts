import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { MODELS } from '../../subgraphs/commerce/conversions/attribution/models.ts';
import { figuresByDay, figuresOf } from '../../subgraphs/commerce/store/figures/figures.ts';
import type { CommerceDb } from '../../subgraphs/commerce/store/tables.ts';
import { paidSent, tapSent, visitSent } from '../kit/commerce/events.ts';
import { personOf } from '../kit/commerce/market.ts';
import { useCommerce } from '../kit/commerce.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const DAY = 86_400_000;
const FROM = Date.parse('2025-05-01T12:00:00+08:00');
const DAYS = 6;

describeOnDatabases("reading a note's figures", (fresh) => {
  const commerce = useCommerce(fresh);

  /** Journeys of two taps, a visit and an order, as many on each day. */
  async function recordJourneys(from: number, count: number) {
    for (let batch = 0; batch < count; batch += 100) {
      const events = Array.from({ length: Math.min(100, count - batch) }, (_, place) => {
        const index = from + batch + place;
        const person = { personKey: personOf(index + 1) };
        const at = (minutes: number) => new Date(FROM + (index % DAYS) * DAY + minutes * 60_000).toISOString();
        return [
          tapSent({ ...person, eventId: `a${index}`, occurredAt: at(0), productLinkId: 'link_12' }),
          tapSent({ ...person, eventId: `b${index}`, occurredAt: at(1) }),
          visitSent({ ...person, eventId: `${index}`, occurredAt: at(2) }),
          paidSent({ ...person, eventId: `${index}`, occurredAt: at(3) }),
        ];
      });
      await commerce().record(...events.flat());
    }
  }

  /** Rows and buffers that all models' figures of a note cost, as PostgreSQL counts them within a transaction. */
  async function cost() {
    const { db } = commerce().database;
    for (const table of ['click_days', 'outcome_days']) await sql.raw(`vacuum analyze ${table}`).execute(db);
    return db.transaction().execute(async (transaction) => {
      // As where there are many more subjects.
      await sql`set local enable_seqscan = off`.execute(transaction);
      const before = await counted(transaction);
      for (const model of MODELS) {
        const range = { from: '2025-05-01', to: '2025-05-31' };
        const query = { kind: 'NOTE', window: 'DAYS_15', model, range } as const;
        await figuresOf(transaction, query, ['note_1']);
        await figuresByDay(transaction, query, ['note_1']);
      }
      const after = await counted(transaction);
      return { rows: after.rows - before.rows, buffers: after.buffers - before.buffers };
    });
  }

  async function counted(transaction: CommerceDb) {
    const { rows } = await sql<{ rows: number; buffers: number }>`
      select sum(pg_stat_get_xact_tuples_fetched(oid) + pg_stat_get_xact_tuples_returned(oid))::bigint as rows,
        sum(pg_stat_get_xact_blocks_fetched(oid))::bigint as buffers
      from pg_class where relname ~ '^(click|outcome)_days(_pkey)?$'`.execute(transaction);
    return rows[0] ?? { rows: 0, buffers: 0 };
  }

  test('costs the same rows and buffers however many events stand behind them', async () => {
    await recordJourneys(0, 60);
    const few = await cost();
    expect(few.rows).toBeGreaterThan(0);
    await recordJourneys(60, 1_800);
    const many = await cost();
    expect(many.rows).toBe(few.rows);
    // A row that was counted up may lie on another page than its neighbours.
    expect(many.buffers).toBeLessThanOrEqual(few.buffers * 2);
  });
});
