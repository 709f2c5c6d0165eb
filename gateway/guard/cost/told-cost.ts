/** What a request costs, as clients are told. https://shopify.dev/docs/api/usage/limits#rate-limits */
export interface ToldCost {
  /** As estimated before it was executed. */
  readonly requestedQueryCost: number;
  /** As counted in the answer; null where it was not executed, or is answered in parts. */
  readonly actualQueryCost: number | null;
  /** What is left to who is bounded; it is restored by so much a second. */
  readonly throttleStatus?: {
    readonly maximumAvailable: number;
    readonly currentlyAvailable: number;
    readonly restoreRate: number;
  };
}

/** The header by which a request asks what it costs. */
export const COST_HEADER = 'x-redcat-cost';
