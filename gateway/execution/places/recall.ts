import type { Run } from '../run.ts';
import { type Frame, fieldReader, type Layout } from './frames.ts';
import type { Placement, Provider } from './position.ts';

/** A leaf that is read of an object. */
export interface ReadField {
  readonly provider: Provider;
  readonly key: string;
}

/**
 * Remembers, within one answer, what was made of an entity, so that it is made once wherever the entity stands: authors, products and
 * shops come back in most lists. What other providers say of the object is compared each time.
 */
export class Recall<T extends string | number> {
  readonly #placement: Placement;
  readonly #reads: readonly ((frame: Frame) => unknown)[];
  readonly #id: number;

  private constructor(layout: Layout, fields: readonly ReadField[], placement: Placement) {
    this.#placement = placement;
    this.#reads = otherReads(layout, fields, placement);
    this.#id = layout.position.recallId();
  }

  /**
   * @param fields all that is read of the object
   * @returns undefined where no entity fetch brings any of it
   */
  static over<T extends string | number>(layout: Layout, fields: readonly ReadField[]): Recall<T> | undefined {
    const placement = fields.find(({ provider }) => provider.kind === 'entity')?.provider.placement;
    return placement && new Recall<T>(layout, fields, placement);
  }

  /** The number of the entity by which to recall; -1 where there is none, or where no entity comes back. */
  entityOf(run: Run, row: number): number {
    const numbers = run.numbers[this.#placement.id];
    const entities = run.entities[this.#placement.fetch.id];
    if (!numbers || !entities || entities.length >= numbers.length) return -1;
    return numbers[row] ?? -1;
  }

  /** What was made of an entity when the rest of the object was the same. */
  find(run: Run, entity: number, frame: Frame): T | undefined {
    const known = run.recalled[this.#id]?.[entity];
    if (!known) return undefined;
    const reads = this.#reads;
    for (let index = 0; index < reads.length; index++)
      if (known.seen[index] !== reads[index]?.(frame)) return undefined;
    return known.made as T;
  }

  keep(run: Run, entity: number, frame: Frame, made: T): void {
    let recalled = run.recalled[this.#id];
    if (!recalled) {
      recalled = [];
      run.recalled[this.#id] = recalled;
    }
    recalled[entity] = { made, seen: this.#reads.map((read) => read(frame)) };
  }
}

/** Readers of what tells objects apart that are the same entity. */
function otherReads(layout: Layout, fields: readonly ReadField[], placement: Placement): ((frame: Frame) => unknown)[] {
  const reads: ((frame: Frame) => unknown)[] = [];
  const known = new Set<string>();
  for (const { provider, key } of fields) {
    if (provider.placement === placement) continue;
    const slot = layout.slotOf(provider);
    const name = provider.kind === 'inherit' ? `${slot} ${key}` : `${slot}`;
    if (known.has(name)) continue;
    known.add(name);
    reads.push(
      provider.kind === 'inherit' ? fieldReader(layout, slot, key) : (frame) => (frame as readonly Frame[])[slot],
    );
  }
  return reads;
}
