/** What the gateway says of who asks. */
export interface Claims {
  /**
   * `development`: nobody was asked for a credential, and everything is granted. `shared`: several callers ask, of whom what is asked for
   * reads the same; no more is said of them.
   */
  readonly kind: 'development' | 'anonymous' | 'viewer' | 'partner' | 'shared';
  /** Names who asks: a partner, the program of a viewer, or its kind. */
  readonly client: string;
  /** Who the viewer or partner is; undefined where nobody is known. */
  readonly subject: string | undefined;
  readonly scopes: ReadonlySet<string> | 'all';
  /** Global ids of the caller's own rows, by policy, such as `own_shop`. */
  readonly rows: ReadonlyMap<string, ReadonlySet<string>> | 'all';
}

/** Of everyone, where no keys are set by which the gateway could be known. */
export const DEVELOPMENT_CLAIMS: Claims = {
  kind: 'development',
  client: 'development',
  subject: undefined,
  scopes: 'all',
  rows: 'all',
};

/** Of who is refused: nobody, who may read nothing. */
export const NO_CLAIMS: Claims = {
  kind: 'anonymous',
  client: 'anonymous',
  subject: undefined,
  scopes: new Set(),
  rows: new Map(),
};
