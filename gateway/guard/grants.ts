/** What a caller may see, as far as the schema's directives ask. */
export interface Grants {
  /** Whether somebody showed a credential: what `@authenticated` asks. */
  readonly authenticated: boolean;
  /** What `@requiresScopes` asks; `all` in development mode. */
  readonly scopes: ReadonlySet<string> | 'all';
  /**
   * What `@policy` asks: names of policies that hold for the caller, such as own_shop (the caller has some shop; which rows, the subgraph
   * judges); `all` in development mode.
   */
  readonly policies: ReadonlySet<string> | 'all';
}

/** Grants with which nothing is refused. */
export const EVERYTHING: Grants = { authenticated: true, scopes: 'all', policies: 'all' };
