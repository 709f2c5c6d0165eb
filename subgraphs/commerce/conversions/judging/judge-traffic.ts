import { type Neighbour, readNeighbours } from '../../store/events/click-traffic.ts';
import type { CommerceDb } from '../../store/tables.ts';
import type { Lived } from '../attribution/life.ts';
import type { Touch } from '../attribution/touch.ts';
import type { Kept } from '../recording/lay-out-facts.ts';
import { invalidAmong } from './traffic.ts';

/** What some events make of the traffic of the persons that they are of. */
export interface Traffic {
  /** By conversion: true of their taps that are invalid traffic; of earlier ones that turned, whether they are from now on. */
  readonly invalid: ReadonlyMap<string, boolean>;
  /** Earlier taps that turned. */
  readonly turned: readonly Lived<Touch>[];
}

/**
 * Judges the taps that events tell of, and those next to them: an event that comes late, or is taken back, may turn a tap that was recorded
 * before. Nothing of the events is kept yet.
 */
export async function judgeTraffic(db: CommerceDb, kept: Kept): Promise<Traffic> {
  const added = kept.touches.filter(({ retiredAt }) => retiredAt === null);
  const gone = kept.retired.touches;
  const changes = [...added, ...gone].filter(({ person }) => person !== null);
  const found = await readNeighbours(
    db,
    changes,
    gone.map(({ conversion }) => conversion),
  );
  const neighbours = new Map<string, Neighbour>();
  for (const each of found) if (each.isAfter || !neighbours.has(each.conversion)) neighbours.set(each.conversion, each);
  const invalid = invalidAmong<Touch>([...neighbours.values(), ...added]);
  // Of a tap before all of them it is not known what lies before it; nothing of them turns it.
  const turned = [...neighbours.values()].filter((each) => each.isAfter && invalid.has(each) !== each.isInvalid);
  return {
    invalid: new Map(
      [...added.filter((touch) => invalid.has(touch)), ...turned].map((touch) => [
        touch.conversion,
        invalid.has(touch),
      ]),
    ),
    turned,
  };
}

/** What events come to once invalid traffic is left out: taps that turn into it go as if they were taken back, and others come anew. */
export function withoutInvalid(kept: Kept, { invalid, turned }: Traffic): Kept {
  const { retired } = kept;
  if (invalid.size === 0 && !retired.touches.some(({ isInvalid }) => isInvalid)) return kept;
  const counts = ({ conversion }: Touch) => invalid.get(conversion) !== true;
  return {
    ...kept,
    touches: [...kept.touches, ...turned].filter(counts),
    retired: {
      ...retired,
      touches: [
        ...retired.touches.filter(({ isInvalid }) => !isInvalid),
        ...turned.filter((touch) => !counts(touch)).map((touch) => ({ ...touch, isInvalid: false })),
      ],
    },
  };
}
