import type { FunnelPart } from './funnel-groups.ts';

/** One thing that happened in or on the way into a shop. */
export interface FunnelFact {
  /** Who: a number, the same for the same person; -1 where nobody is known who counts. */
  readonly person: number;
  /** YYYY-MM-DD in Asia/Shanghai. */
  readonly day: string;
  /** An index of `STEPS`. */
  readonly step: number;
  readonly parts: readonly FunnelPart[];
}
