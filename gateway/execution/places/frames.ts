import { type Data, isData } from '../data.ts';
import type { Run } from '../run.ts';
import type { Demand } from './demand.ts';
import { type ObjectAt, objectAt, rowsBelow } from './make-rows.ts';
import type { Position, Provider } from './position.ts';
import { generateReadKey } from './read-key.ts';

/**
 * What is known of one object: the object itself where only one provider is read (a `plain` layout), else one slot for
 * each provider that is read.
 */
export type Frame = unknown;

/** The slots of the frames of one position. */
export class Layout {
  readonly position: Position;
  readonly sources: readonly Provider[];
  readonly plain: boolean;
  /** What fills a slot by row: of entity fetches, and of fetches of root fields that the plan places below the root. */
  readonly #filled: readonly (ObjectAt | undefined)[];
  readonly #at: readonly ObjectAt[];

  /** @param demand complete */
  constructor(position: Position, demand: Demand) {
    this.position = position;
    this.sources = demand.sources(position);
    this.plain = this.sources.length === 1;
    this.#at = this.sources.map(objectAt);
    this.#filled = this.sources.map((source) => (source.kind === 'inherit' ? undefined : objectAt(source)));
  }

  slotOf(provider: Provider): number {
    return this.sources.indexOf(provider);
  }

  /** The frame of a row. */
  atRow(run: Run, row: number): Frame {
    const [first] = this.#at;
    if (this.plain && first) return first(run, row);
    const frame: Frame[] = new Array(this.#at.length);
    for (let slot = 0; slot < frame.length; slot++) frame[slot] = this.#at[slot]?.(run, row);
    return frame;
  }

  /** The frame of an object that one provider of the parent brought, and of its row. */
  of(run: Run, object: Data, row: number): Frame {
    if (this.plain) return object;
    const frame: Frame[] = new Array(this.#filled.length);
    for (let slot = 0; slot < frame.length; slot++) {
      const at = this.#filled[slot];
      frame[slot] = at ? at(run, row) : object;
    }
    return frame;
  }

  /**
   * Turns the values found at an object into its frame.
   * @param values one for each slot, then the row; nothing at slots that are filled by row
   */
  finish(run: Run, values: unknown[]): Frame {
    const row = rowOf(values);
    for (let slot = 0; slot < this.#filled.length; slot++) {
      const at = this.#filled[slot];
      if (at) values[slot] = at(run, row);
      else if (!isData(values[slot])) values[slot] = undefined;
    }
    return this.plain ? values[0] : values;
  }
}

/** The row that stands behind an object's values; one that is no row where it has none. */
export function rowOf(values: readonly unknown[]): number {
  const row = values[values.length - 1];
  return typeof row === 'number' ? row : NO_ROW;
}

/** A row that no object has, nor any row counted from it. */
export const NO_ROW = Number.NaN;

/** A reader of one field of the object that a slot of a frame holds; undefined where there is none. */
export function fieldReader(layout: Layout, slot: number, key: string): (frame: Frame) => unknown {
  const read = generateReadKey(key);
  if (layout.plain) return read as (frame: Frame) => unknown;
  return (frame) => read((frame as readonly (Data | undefined)[])[slot]);
}

/** A reader of what the providers of a child position have for it: a value for each slot of its frames, and its rows at the end. */
export function childValues(parent: Layout, child: Layout): (run: Run, frame: Frame, row: number) => unknown[] {
  const { key, hasRows, inherits } = child.position;
  // Providers that are not read may know of objects where those that are read have none.
  const read = inherits.filter((provider) => child.slotOf(provider) >= 0).length;
  const partly = read > 0 && read < inherits.length;
  const readers = child.sources.map((source) =>
    source.from ? fieldReader(parent, parent.slotOf(source.from), key) : undefined,
  );
  const rows = hasRows ? rowsBelow(child.position) : undefined;
  const count = readers.length;
  return (run, frame, row) => {
    const values: unknown[] = new Array(count + 1);
    for (let slot = 0; slot < count; slot++) values[slot] = readers[slot]?.(frame);
    const below = rows?.(run, row);
    values[count] = partly ? rowsOfObjects(values, below) : below;
    return values;
  };
}

/** The rows, nested in arrays as the lists are, of those places where one of the values is an object. */
function rowsOfObjects(values: readonly unknown[], rows: unknown): unknown {
  if (!Array.isArray(rows)) return values.some(isData) ? rows : undefined;
  const lists = values.filter((value) => Array.isArray(value) && value.length === rows.length) as unknown[][];
  return rows.map((row, index) =>
    rowsOfObjects(
      lists.map((list) => list[index]),
      row,
    ),
  );
}
