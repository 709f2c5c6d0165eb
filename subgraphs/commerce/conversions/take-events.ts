import { type Admission, admitEvents, type PullLinks, type SentArrival } from './admit-events.ts';
import type { Verdict } from './judge.ts';
import { type ArrivedEvent, type Recording, recordEvents } from './record.ts';

/**
 * Takes a batch of events, each judged alone: those that are admitted are recorded, durable and in the next query's figures when this
 * returns.
 * @param pullLinks is called once where events name links that are not known here
 * @returns a verdict for each, in the order sent
 */
export async function takeEvents(
  recording: Recording,
  arrivals: readonly SentArrival[],
  pullLinks: PullLinks,
): Promise<Verdict[]> {
  const admissions = await admitEvents(recording.db, arrivals, pullLinks);
  const admitted = admissions.filter(isAdmitted);
  const verdicts = admitted.length > 0 ? await recordEvents(recording, admitted) : [];
  return inTheirOrder(admissions, verdicts);
}

/** Whether an event may be judged against others. */
export function isAdmitted(admission: Admission): admission is ArrivedEvent {
  return 'event' in admission;
}

/** Puts the verdicts on those that were admitted between the others' rejections. */
export function inTheirOrder(admissions: readonly Admission[], verdicts: readonly Verdict[]): Verdict[] {
  let next = 0;
  return admissions.map((admission) => {
    if ('rejection' in admission) return { outcome: 'REJECTED', rejection: admission.rejection };
    return verdicts[next++] as Verdict;
  });
}
