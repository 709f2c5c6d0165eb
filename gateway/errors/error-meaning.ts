/** What a code of an error means to who receives it. */
export interface ErrorMeaning {
  /** Status of HTTP for `application/graphql-response+json` and for doors that are not GraphQL; an answer with data is always 200. */
  readonly status: number;
  readonly meaning: string;
  readonly remedy: string;
}
