import { holdBudgets, writeCosts } from '../../store/campaigns/boost-costs.ts';
import { holdCorrectable } from '../../store/events/correctable.ts';
import { holdUntold } from '../../store/events/corrections.ts';
import { readIdentities, releaseIdentities, takeIdentities } from '../../store/events/identities.ts';
import { takenClickIds } from '../../store/events/touches.ts';
import type { OrderState } from '../../store/orders/order-states.ts';
import type { CommerceDb } from '../../store/tables.ts';
import type { NamedEvent } from '../event.ts';
import { isTold } from '../stages.ts';
import { judge, type Verdict } from './judge.ts';
import { correctedBy, corrects } from './judge-correction.ts';

/**
 * Judges events against what is there, and takes the names of those that are accepted.
 * @param orders those that the events are of, as far as they are there
 * @param full conversions from which too much follows
 * @param take how names are taken
 * @returns a verdict for each, in their order
 */
export async function judgeAll(
  db: CommerceDb,
  events: readonly NamedEvent[],
  orders: ReadonlyMap<string, OrderState>,
  full: ReadonlySet<string>,
  take: typeof takeIdentities = takeIdentities,
): Promise<Verdict[]> {
  const first = new Map(events.toReversed().map((event) => [event.conversion, event]));
  const clicks = events.flatMap(({ stage, clickId }) => (stage === 'LINK_CLICK' && clickId) || []);
  const [identities, clickIds] = await Promise.all([
    take(db, [...first.values()]),
    takenClickIds(db, [...new Set(clicks)]),
  ]);
  const corrected = correctedBy(events);
  const isNew = (conversion: string) => first.has(conversion) && !identities.has(conversion);
  const before = events.filter(corrects).filter(({ correction }) => !isNew(correction.conversion));
  const [told, untold] = [true, false].map((is) => correctedBy(before.filter(({ stage }) => isTold(stage) === is)));
  const correctable = new Map([...(await holdCorrectable(db, told ?? [])), ...(await holdUntold(db, untold ?? []))]);
  const unknown = corrected.filter((conversion) => !correctable.has(conversion) && !first.has(conversion));
  const named = new Map([...identities, ...(await readIdentities(db, unknown))]);
  const shown = correctedBy(before.filter(({ stage }) => stage === 'IMPRESSION'));
  const boostIds = events.flatMap(({ boost }) => boost?.boostId ?? []);
  const budgets = boostIds.length + shown.length > 0 ? await holdBudgets(db, boostIds, shown) : undefined;
  const verdicts = judge(events, { identities: named, orders, clickIds, correctable, full, budgets });
  if (budgets) await writeCosts(db, budgets.changed());
  await giveBack(
    db,
    [...first.values()].filter(({ conversion }) => !identities.has(conversion)),
    acceptedOf(events, verdicts),
  );
  return verdicts;
}

function acceptedOf(events: readonly NamedEvent[], verdicts: readonly Verdict[]): Map<string, NamedEvent> {
  const accepted = events.filter((_, index) => verdicts[index]?.outcome === 'ACCEPTED');
  return new Map(accepted.map((event) => [event.conversion, event]));
}

/** A name was taken for the first that was sent under it, which may have been rejected: then it is nobody's, or the next one's. */
async function giveBack(
  db: CommerceDb,
  taken: readonly NamedEvent[],
  accepted: ReadonlyMap<string, NamedEvent>,
): Promise<void> {
  const wrong = taken
    .filter(({ conversion, contentHash }) => accepted.get(conversion)?.contentHash !== contentHash)
    .map(({ conversion }) => conversion);
  await releaseIdentities(db, wrong);
  const right = wrong.flatMap((conversion) => accepted.get(conversion) ?? []);
  await takeIdentities(db, right);
}
