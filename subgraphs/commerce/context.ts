/** What a resolver may use. */
export interface Context {
  readonly now: () => Date;
}
