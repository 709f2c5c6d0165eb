import type { BatchKey } from '../../store/events/idempotency-keys.ts';
import type { NamedEvent } from '../event.ts';
import type { Verdict } from '../judging/judge.ts';
import type { Rejection } from '../judging/reasons.ts';

/** An event with its name, and when it arrived. */
export interface ArrivedEvent {
  readonly event: NamedEvent;
  /** Milliseconds since 1970. */
  readonly receivedAt: number;
}

/** An event that may be judged against others, or why not. */
export type Admission = ArrivedEvent | { readonly rejection: Rejection };

/** Events that were sent together, to be recorded and answered together. */
export interface Batch {
  /** In the order sent. */
  readonly admissions: readonly Admission[];
  /** Under which name it was sent, if any. */
  readonly key: BatchKey | undefined;
}

/** A verdict for each event of a batch, in their order; or that its key names another batch. */
export type BatchAnswer = { readonly verdicts: readonly Verdict[] } | 'KEY_REUSED';

/** Whether an event may be judged against others. */
export function isAdmitted(admission: Admission): admission is ArrivedEvent {
  return 'event' in admission;
}

/** Puts the verdicts on those that were admitted between the others' rejections. */
export function inTheirOrder(admissions: readonly Admission[], verdicts: Iterable<Verdict>): Verdict[] {
  const next = verdicts[Symbol.iterator]();
  return admissions.map((admission) =>
    'rejection' in admission ? { outcome: 'REJECTED', rejection: admission.rejection } : (next.next().value as Verdict),
  );
}
