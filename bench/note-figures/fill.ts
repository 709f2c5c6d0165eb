import type pg from 'pg';
import type { LoadLink } from '../load/catalogue.ts';
import type { LoadEvent } from '../load/journeys.ts';
import type { Random } from '../load/random.ts';

const DAY_MS = 86_400_000;

/** Journeys of a note's readers over some days: a read, a tap, a visit, an order. */
export function journeysOfNote(random: Random, link: LoadLink, days: number, count: number): LoadEvent[] {
  const { linkId, noteId, shopId, platformId, platformProductId } = link;
  return Array.from({ length: Math.ceil(count / 4) }, (_, index) => {
    const personKey = random.hex(64);
    const at = (minutes: number) =>
      new Date(Date.now() - (1 + (index % days)) * DAY_MS + minutes * 60_000).toISOString();
    const of = (stage: string, minutes: number, more: Partial<LoadEvent>): LoadEvent => ({
      eventId: random.hex(32),
      stage,
      occurredAt: at(minutes),
      personKey,
      ...more,
    });
    const order = {
      platformOrderId: random.hex(18),
      platformLineId: '1',
      amount: '59.90',
      currencyCode: 'CNY',
    } as const;
    return [
      of('READ', 0, { sourceId: noteId }),
      of('LINK_CLICK', 1, { productLinkId: linkId, clickId: `click_${random.hex(24)}` }),
      of('SHOP_VISIT', 2, { shopId }),
      of('ORDER_PAID', 3, { platformId, platformProductId, order }),
    ];
  }).flat();
}

/**
 * Makes a note's events many more: its raw events are written again and again under other names, and its figures multiplied, as if
 * all of them had been recorded by the same process. Nothing is credited anew.
 * @param times how many times as many
 */
export async function multiply(client: pg.Client, noteId: string, shopId: string, times: number): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = 'events'::regclass and attnum > 0 and not attisdropped and attidentity = '' order by attnum`,
  );
  const names = rows.map(({ name }) => name);
  const values = names.map((name) => (name === 'conversion' ? 'gen_random_uuid()' : `events.${name}`));
  await client.query(
    `insert into events (${names.join(', ')})
     select ${values.join(', ')} from events cross join generate_series(2, $1)
     where (note_id = $2 or source_id = $2 or shop_id = $3) and recorded_at > now() - interval '1 hour'`,
    [times, noteId, shopId],
  );
  for (const table of ['click_days', 'outcome_days']) await multiplyFigures(client, table, noteId, times);
}

async function multiplyFigures(client: pg.Client, table: string, noteId: string, times: number): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and atttypid = 'bigint'::regtype`,
    [table],
  );
  const changes = rows.map(({ name }) => `${name} = ${name} * ${times}`);
  await client.query(`update ${table} set ${changes.join(', ')} where subject_kind = 'NOTE' and subject_id = $1`, [
    noteId,
  ]);
}
