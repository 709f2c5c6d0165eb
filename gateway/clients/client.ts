import type { Grants } from '../guard/grants.ts';
import type { Level } from './level.ts';
import type { Quota } from './quota.ts';

/**
 * Rows that are a caller's own: global ids, by the policy that asks for them, such as `own_shop` → the ids of its shops. The gateway hands
 * them on, signed; what they mean, the subgraph knows that holds the rows.
 */
export type OwnRows = Readonly<Record<string, readonly string[]>>;

/** Stands before the name of a program through which viewers ask, which its issuer chooses: no partner's name has a colon. */
export const PROGRAM_PREFIX = 'app:';

/** Names that stand for whoever is not named, and are no partner's. */
export const KIND_NAMES: readonly string[] = ['development', 'anonymous', 'viewer', 'shared'];

/** Who asks, by the credential shown. */
export interface Client {
  /**
   * `development`: nobody is asked for a credential, and everything is granted. `shared`: stands for several callers of whom an operation
   * reads the same, see `SharedCallers`.
   */
  readonly kind: 'development' | 'anonymous' | 'viewer' | 'partner' | 'shared';
  /** Names it in logs, usage and quotas: a partner's name, the program through which a viewer asks as `app:web`, or its kind. */
  readonly name: string;
  /** Who the viewer or partner is; undefined where nobody is known. */
  readonly subject: string | undefined;
  /** By what subgraphs know the viewer again; undefined where the request may say so itself, without proof. */
  readonly person: string | undefined;
  readonly grants: Grants;
  readonly rows: OwnRows | 'all';
  /** The registered operations that it may use, by name; `any` for all that are for it. */
  readonly operations: ReadonlySet<string> | 'any';
  /** What it may send beside their ids. */
  readonly level: Level;
  /** What it may ask for; undefined where it has no quota of its own. */
  readonly quota?: Quota | undefined;
  /** Until when its credential holds, in milliseconds since 1970; Infinity where nothing ends it. */
  readonly expiresAt: number;
  /** Fires when its credential is revoked, or grants something else than before. */
  readonly revoked: AbortSignal | undefined;
}

const UNBOUND = { subject: undefined, person: undefined, expiresAt: Number.POSITIVE_INFINITY, revoked: undefined };

/** Whoever asks in development mode. */
export const DEVELOPMENT: Client = {
  ...UNBOUND,
  kind: 'development',
  name: 'development',
  grants: { authenticated: true, scopes: 'all', policies: 'all' },
  rows: 'all',
  operations: 'any',
  level: 'open',
};

/** Whoever shows no credential elsewhere. */
export const ANONYMOUS: Client = {
  ...UNBOUND,
  kind: 'anonymous',
  name: 'anonymous',
  grants: { authenticated: false, scopes: new Set(), policies: new Set() },
  rows: {},
  operations: 'any',
  level: 'safelist',
};

/** What a credential with these scopes and rows grants: a policy of rows holds for whoever has some. */
export function grantsOf(scopes: readonly string[], rows: OwnRows): Grants {
  const policies = Object.keys(rows).filter((policy) => (rows[policy]?.length ?? 0) > 0);
  return { authenticated: true, scopes: new Set(scopes), policies: new Set(policies) };
}
