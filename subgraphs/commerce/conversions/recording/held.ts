import { journeyStripe } from '../../store/events/lock-stripes.ts';

/** Whose journey something is part of: the person's, and that of the clicks that it names. */
export interface Journeyed {
  readonly person: string | null;
  readonly clickIds: readonly string[];
}

/** A transaction came upon a journey that it does not hold: it begins anew and holds that too. */
export class NotHeldError extends Error {
  readonly stripes: readonly number[];
  constructor(stripes: readonly number[]) {
    super('A transaction came upon a journey that it does not hold.');
    this.stripes = stripes;
  }
}

/** The stripes of journeys: of persons and clicks. */
export function stripesOf(journeys: Iterable<Journeyed>): Set<number> {
  const stripes = new Set<number>();
  for (const { person, clickIds } of journeys) {
    if (person !== null) stripes.add(journeyStripe(person));
    for (const clickId of clickIds) stripes.add(journeyStripe(clickId));
  }
  return stripes;
}

/** What a transaction holds, so that nobody else changes it before the end. */
export class Held {
  readonly #stripes: ReadonlySet<number> | 'ALL';

  /** @param stripes ALL where nobody else records */
  constructor(stripes: ReadonlySet<number> | 'ALL') {
    this.#stripes = stripes;
  }

  /**
   * To be called with all that was read and is judged anew: what follows from a journey may be written only by who holds it.
   * @throws {NotHeldError}
   */
  require(journeys: Iterable<Journeyed>): void {
    const held = this.#stripes;
    if (held === 'ALL') return;
    const missing = [...stripesOf(journeys)].filter((stripe) => !held.has(stripe));
    if (missing.length > 0) throw new NotHeldError(missing);
  }
}
