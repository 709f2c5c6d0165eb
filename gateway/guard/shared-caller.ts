import type { Caller } from '../clients/caller.ts';
import type { Client } from '../clients/client.ts';
import type { ClaimsOf } from '../clients/clients.ts';
import { VIEWER_HEADER } from '../subgraphs/headers.ts';
import type { Requirement } from './requirement.ts';

/** What an operation reads of who asks, beside the person. */
export interface ReadOfCaller {
  /** What the schema asks for it. */
  readonly requirements: readonly Requirement[];
  /** The policies by whose rows its answers may differ, beside those that the schema asks for. */
  readonly policies: ReadonlySet<string>;
}

/**
 * The caller who stands for all of whom an operation reads the same: with the scopes that it asks for and the rows that it reads, and with
 * nothing else that could tell one from another. So what subgraphs are told is said of each of them.
 * @param claimsOf says what subgraphs are told of a client; undefined where none looks
 */
export function sharedCaller(caller: Caller, read: ReadOfCaller, claimsOf: ClaimsOf): Caller {
  const { [VIEWER_HEADER]: _viewer, ...headers } = caller.headers;
  const client = sharedClient(caller.client, read);
  return { ...caller, viewer: undefined, headers, client, claims: claimsOf?.(client) };
}

function sharedClient(client: Client, { requirements, policies }: ReadOfCaller): Client {
  const { authenticated, scopes: held } = client.grants;
  const named = (kind: Requirement['kind']) => requirements.filter((each) => each.kind === kind).flatMap(namesIn);
  const scopes = held === 'all' ? held : new Set(named('scopes').filter((scope) => held.has(scope)));
  const rows = rowsOf(client.rows, new Set([...named('policies'), ...policies]));
  return {
    kind: 'shared',
    name: 'shared',
    subject: undefined,
    person: undefined,
    grants: { authenticated, scopes, policies: client.grants.policies },
    rows,
    operations: 'any',
    level: 'open',
    expiresAt: Number.POSITIVE_INFINITY,
    revoked: undefined,
  };
}

function namesIn({ anyOf }: Requirement): string[] {
  return anyOf.flat();
}

function rowsOf(rows: Client['rows'], policies: ReadonlySet<string>): Client['rows'] {
  if (rows === 'all') return rows;
  const read: Record<string, readonly string[]> = {};
  for (const policy of [...policies].sort()) {
    const own = Object.hasOwn(rows, policy) ? rows[policy] : undefined;
    if (own) read[policy] = [...new Set(own)].sort();
  }
  return read;
}
