import type { ClientBase } from 'pg';
import { copyIn } from './copy-rows.ts';

/** Statements that a connection keeps prepared at most: each takes some of the server's memory for as long as the connection lasts. */
const MOST_PREPARED = 100;
/** What PostgreSQL says of a prepared statement whose columns are others since (feature_not_supported). */
const CHANGED = '0A000';
/**
 * What it says where a pooler stands between that gives statements to other connections than those they were prepared on:
 * invalid_sql_statement_name, duplicate_prepared_statement. Then none is prepared any more.
 */
const POOLED = ['26000', '42P05'];

/** What the connections of a pool keep prepared, under the same names on all of them. */
export interface Prepared {
  /** By text; none for those whose columns changed. */
  readonly names: Map<string, string | undefined>;
  /** Whether a pooler stands between. */
  isPooled: boolean;
}

/** A pool that keeps nothing prepared yet. */
export function nothingPrepared(): Prepared {
  return { names: new Map(), isPooled: false };
}

type Query = (text: unknown, values?: unknown, ...more: unknown[]) => unknown;

/**
 * Lets a connection keep statements over lists prepared (json_to_recordset, unnest, any): their text is always the same and their plan
 * depends on no value, so that the server reads and plans each but a few times. Where a migration has changed what one returns, it fails
 * once and is not kept any more.
 */
export function keepPrepared(client: ClientBase, prepared: Prepared): void {
  const query = client.query.bind(client) as Query;
  const preparing: Query = (text, values, ...more) => {
    const copied = copyIn(query, text, values);
    if (copied) return copied;
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text, prepared) : undefined;
    if (name === undefined) return query(text, values, ...more);
    return (query({ name, text, values }, ...more) as Promise<unknown>).catch((error) => {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (code === CHANGED) prepared.names.set(String(text), undefined);
      if (POOLED.includes(code)) prepared.isPooled = true;
      throw error;
    });
  };
  client.query = preparing as typeof client.query;
}

/** @returns undefined for what is not kept prepared */
function nameOf(text: string, { names, isPooled }: Prepared): string | undefined {
  if (isPooled) return undefined;
  if (names.has(text) || names.size >= MOST_PREPARED || !/json_to_recordset\(|::\w+\[\]/.test(text))
    return names.get(text);
  const name = `redcat_${names.size + 1}`;
  names.set(text, name);
  return name;
}
