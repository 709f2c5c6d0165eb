import type { SentEvent } from '../event.ts';
import { conversionId } from '../event-name.ts';
import type { Verdict } from '../judging/judge.ts';
import type { UncountedReason } from '../judging/uncounted.ts';

/** What a sender is told of one event: the contract's EventResult. */
export interface ToldVerdict {
  /** Where in the batch, from 0. */
  readonly index: number;
  readonly eventId: string | null;
  readonly outcome: Verdict['outcome'];
  readonly conversionId: string | null;
  readonly uncounted: UncountedReason | null;
  readonly error: { readonly field: string[] | null; readonly code: string; readonly message: string } | null;
}

/** What a sender is told of a batch. */
export interface ToldVerdicts {
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly results: ToldVerdict[];
}

/**
 * Tells a sender what became of a batch.
 * @param sent the events in the order sent, which is the verdicts'
 */
export function tellVerdicts(verdicts: readonly Verdict[], sent: readonly SentEvent[]): ToldVerdicts {
  const count = (outcome: Verdict['outcome']) => verdicts.filter((verdict) => verdict.outcome === outcome).length;
  return {
    accepted: count('ACCEPTED'),
    duplicates: count('DUPLICATE'),
    rejected: count('REJECTED') + count('CONFLICT'),
    results: verdicts.map((verdict, index) => tellVerdict(verdict, index, sent[index])),
  };
}

function tellVerdict(verdict: Verdict, index: number, sent: SentEvent | undefined): ToldVerdict {
  const rejection = 'rejection' in verdict ? verdict.rejection : undefined;
  return {
    index,
    eventId: sent?.eventId ?? null,
    outcome: verdict.outcome,
    conversionId: 'conversion' in verdict ? conversionId(verdict.conversion) : null,
    uncounted: ('uncounted' in verdict && verdict.uncounted) || null,
    error: rejection ? { ...rejection, field: rejection.field && [...rejection.field] } : null,
  };
}
