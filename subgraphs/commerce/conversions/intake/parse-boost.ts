import { idType, shown } from '../../../kit/ids.ts';
import type { ParsedEvent, SentEvent } from '../event.ts';
import { RejectedEvent } from '../judging/reasons.ts';
import type { Stage } from '../stages.ts';
import { readFen } from './parse-order.ts';

/**
 * Reads which boost paid for an impression, and what it cost.
 * @returns null for an event of none
 * @throws {RejectedEvent} EVENT_BOOST_INVALID, EVENT_COST_INVALID
 */
export function readBoost(stage: Stage, { boostId, cost, sourceId }: SentEvent): ParsedEvent['boost'] {
  if (boostId == null) {
    if (cost == null) return null;
    throw new RejectedEvent('EVENT_COST_INVALID', ['cost'], 'cost stands without the boostId of what was paid for.');
  }
  if (stage !== 'IMPRESSION' || idType(boostId) !== 'boost' || sourceId == null) {
    const message = `boostId is ${shown(boostId)}: it takes a boost's id, on an IMPRESSION of the note in sourceId.`;
    throw new RejectedEvent('EVENT_BOOST_INVALID', ['boostId'], message);
  }
  const costFen = readFen(cost);
  if (costFen !== undefined) return { boostId, costFen };
  const wrong = cost == null ? 'cost is missing' : `cost is ${shown(cost)}`;
  throw new RejectedEvent('EVENT_COST_INVALID', ['cost'], `${wrong}: it takes a decimal in CNY such as 0.05.`);
}
