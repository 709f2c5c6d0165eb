import { sql } from 'kysely';
import type { CommerceDb } from '../tables.ts';
import type { RelatedKind } from './related-tables.ts';

/** What goes with a product or a note. */
export interface Related {
  readonly id: string;
  readonly otherId: string;
  readonly peopleAtLeast: number;
}

/** What goes with some products or notes, the closest first. */
export async function relatedOf(
  db: CommerceDb,
  { kind, first }: { readonly kind: RelatedKind; readonly first: number },
  ids: readonly string[],
): Promise<Related[]> {
  const { rows } = await sql<Related>`
    select id, other_id as "otherId", people_at_least as "peopleAtLeast" from related
    where kind = ${kind} and id = any(${ids}::text[]) and place <= ${first}
    order by id, place`.execute(db);
  return rows;
}
