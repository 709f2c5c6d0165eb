import type { ClientBase } from 'pg';
import { copyIn } from './copy-rows.ts';

/** Statements that a connection keeps prepared at most: each takes some of the server's memory for as long as the connection lasts. */
const MOST_PREPARED = 100;
/** What PostgreSQL says of a prepared statement whose columns are others since (feature_not_supported). */
const CHANGED = '0A000';

/** Names by text, the same on all connections; none for those whose columns changed. */
const names = new Map<string, string | undefined>();

type Query = (text: unknown, values?: unknown, ...more: unknown[]) => unknown;

/**
 * Lets a connection keep statements over lists prepared (json_to_recordset, unnest, any): their text is always the same and their plan
 * depends on no value, so that the server reads and plans each but a few times. Where a migration has changed what one returns, it fails
 * once and is not kept any more.
 */
export function keepPrepared(client: ClientBase): void {
  const query = client.query.bind(client) as Query;
  const preparing: Query = (text, values, ...more) => {
    const copied = copyIn(query, text, values);
    if (copied) return copied;
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : undefined;
    if (name === undefined) return query(text, values, ...more);
    return (query({ name, text, values }, ...more) as Promise<unknown>).catch((error) => {
      if (error instanceof Error && 'code' in error && error.code === CHANGED) names.set(String(text), undefined);
      throw error;
    });
  };
  client.query = preparing as typeof client.query;
}

/** @returns undefined for what is not kept prepared */
function nameOf(text: string): string | undefined {
  if (names.has(text) || names.size >= MOST_PREPARED || !/json_to_recordset\(|::\w+\[\]/.test(text))
    return names.get(text);
  const name = `redcat_${names.size + 1}`;
  names.set(text, name);
  return name;
}
