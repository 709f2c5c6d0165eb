import { askOracle } from './expected-figures.ts';
import { RAW_EVENT_TYPES, type RawEvent } from './raw-event.ts';
import type { Query } from './stored-figures.ts';

/** What was agreed and who wrote what: no events tell of it. */
export interface Agreements {
  readonly agreed: readonly {
    readonly shop_id: string;
    readonly link_id: string;
    /** Milliseconds since 1970. */
    readonly valid_from: number;
    readonly rate_bp: number;
    readonly author_percent: number;
  }[];
  readonly written: readonly { readonly link_id: string; readonly author_id: string }[];
}

const TERMS_TYPES = {
  shop_id: 'VARCHAR',
  link_id: 'VARCHAR',
  valid_from: 'BIGINT',
  rate_bp: 'BIGINT',
  author_percent: 'BIGINT',
};
const WRITTEN_TYPES = { link_id: 'VARCHAR', author_id: 'VARCHAR' };

/** Reads agreements from commerce's database. */
export async function readAgreements(query: Query): Promise<Agreements> {
  const agreed = await query(`
    select shop_id, link_id, (extract(epoch from valid_from) * 1000)::float8 as valid_from, rate_bp, author_percent
    from commission_terms`);
  const written = await query('select link_id, author_id from link_targets');
  return { agreed: agreed.rows, written: written.rows } as unknown as Agreements;
}

/** What is owed in all, by whom or to whom, in 分: `AUTHOR author_1`, `SHOP shop_1`; what is zero is left out. */
export async function expectedCommissions(
  events: readonly RawEvent[],
  { agreed, written }: Agreements,
): Promise<Record<string, number>> {
  const rows = await askOracle<{ owner: string; fen: number }>(
    { events: [RAW_EVENT_TYPES, events], agreed: [TERMS_TYPES, agreed], written: [WRITTEN_TYPES, written] },
    ['facts', 'outcomes', 'credit', 'commissions'],
    `select 'AUTHOR ' || author_id as owner, sum(author_fen)::double as fen from commissions group by all having fen <> 0
    union all select 'SHOP ' || shop_id, -sum(total)::double as fen from commissions group by all having fen <> 0
    union all select 'CONTENT_PLATFORM content', sum(total - author_fen)::double as fen from commissions having fen <> 0
    order by 1`,
  );
  return Object.fromEntries(rows.map(({ owner, fen }) => [owner, fen]));
}

/** What is kept, in the same form. */
export async function readStoredCommissions(query: Query): Promise<Record<string, number>> {
  const { rows } = await query(`
    select party || ' ' || owner_id as owner, sum(balance_fen)::float8 as fen from ledger_accounts
    group by party, owner_id having sum(balance_fen) <> 0 order by 1`);
  return Object.fromEntries((rows as { owner: string; fen: number }[]).map(({ owner, fen }) => [owner, fen]));
}
