import { sql } from 'kysely';
import { givenRows } from '../../../kit/given-rows.ts';
import type { BoostedDays, Surroundings } from '../../funnel/surroundings.ts';
import { toBytea } from '../events/bytes.ts';
import type { CommerceDb } from '../tables.ts';

/** What the notes that lead into some shops, and some persons, belong to. */
export async function readSurroundings(
  db: CommerceDb,
  shopIds: readonly string[],
  persons: readonly string[],
): Promise<Surroundings> {
  const links = await sql<LinkRow>`
    select distinct note_id, author_id, product_id, shop_id, industry, status <> 'REMOVED' as leads from link_targets
    join products on products.id = product_id where shop_id = any(${shopIds}::text[]) order by note_id, product_id`.execute(
    db,
  );
  const boosts = await sql<BoostedDays & { note_id: string; shop_id: string }>`
    select distinct note_id, shop_id, campaign_id as "campaignId", starts_on as "from", ends_on as "to"
    from campaigns join boosts on campaign_id = campaigns.id where shop_id = any(${shopIds}::text[])`.execute(db);
  return {
    authors: new Map(links.rows.map(({ note_id, author_id }) => [note_id, author_id])),
    // As for the shops that a read led into: a link that was removed leads nowhere.
    linked: valuesBy(
      links.rows.filter(({ leads }) => leads),
      wayOf,
      ({ product_id }) => product_id,
    ),
    industries: new Map(links.rows.map(({ product_id, industry }) => [product_id, industry])),
    campaigns: valuesBy(boosts.rows, wayOf, ({ campaignId, from, to }) => ({ campaignId, from, to })),
    cohorts: await readCohorts(db, persons),
  };
}

interface LinkRow {
  note_id: string;
  author_id: string;
  product_id: string;
  shop_id: string;
  industry: string;
  leads: boolean;
}

function wayOf({ note_id, shop_id }: { note_id: string; shop_id: string }): string {
  return `${note_id} ${shop_id}`;
}

function valuesBy<Row, Value>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  toValue: (row: Row) => Value,
): Map<string, Value[]> {
  return new Map([...Map.groupBy(rows, keyOf)].map(([key, own]) => [key, own.map(toValue)]));
}

async function readCohorts(db: CommerceDb, persons: readonly string[]): Promise<Map<string, string>> {
  if (persons.length === 0) return new Map();
  const wanted = persons.map((person) => ({ who: toBytea(person) }));
  const { rows } = await sql<{ person: string; age_cohort: string }>`
    select encode(who, 'hex') as person, age_cohort from ${givenRows(db, 'wanted', { who: 'bytea' }, wanted)}
    join age_cohorts on age_cohorts.person = who`.execute(db);
  return new Map(rows.map(({ person, age_cohort }) => [person, age_cohort]));
}
