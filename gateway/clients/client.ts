import type { Grants } from '../guard/grants.ts';

/**
 * Rows that are a caller's own: global ids, by the policy that asks for them, such as `own_shop` → the ids of its shops. The gateway hands
 * them on, signed; what they mean, the subgraph knows that holds the rows.
 */
export type OwnRows = Readonly<Record<string, readonly string[]>>;

/** Who asks, by the credential shown. */
export interface Client {
  /** `development`: nobody is asked for a credential, and everything is granted. */
  readonly kind: 'development' | 'anonymous' | 'viewer' | 'partner';
  /** Names it in logs, usage and quotas: a partner's name, the program through which a viewer asks, or its kind. */
  readonly name: string;
  /** Who the viewer or partner is; undefined where nobody is known. */
  readonly subject: string | undefined;
  readonly grants: Grants;
  readonly rows: OwnRows | 'all';
}

/** Whoever asks in development mode. */
export const DEVELOPMENT: Client = {
  kind: 'development',
  name: 'development',
  subject: undefined,
  grants: { authenticated: true, scopes: 'all', policies: 'all' },
  rows: 'all',
};
