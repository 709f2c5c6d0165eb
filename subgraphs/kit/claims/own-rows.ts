import type { Claims } from './claims.ts';

/** Stands for every row of a policy. */
const EVERY = '*';

/** The ids of the caller's own rows by a policy, such as `own_shop`; `all` where every row is. */
export function ownRows({ rows }: Claims, policy: string): ReadonlySet<string> | 'all' {
  if (rows === 'all') return 'all';
  const own = rows.get(policy) ?? NONE;
  return own.has(EVERY) ? 'all' : own;
}

/** Whether a row is the caller's own by a policy. */
export function isOwn(claims: Claims, policy: string, id: string | null): boolean {
  const own = ownRows(claims, policy);
  return own === 'all' || (id !== null && own.has(id));
}

/** Whether the caller was granted a scope. */
export function hasScope({ scopes }: Claims, scope: string): boolean {
  return scopes === 'all' || scopes.has(scope);
}

const NONE: ReadonlySet<string> = new Set();
