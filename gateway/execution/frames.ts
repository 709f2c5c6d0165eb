import { type Data, isData, isInherited, ownValue } from './data.ts';
import type { Channel, Demand } from './demand.ts';
import type { Position, Provider } from './positions.ts';
import type { Run } from './run.ts';

/**
 * What is known of one object while walking: the object itself where one provider has it and nothing else is carried
 * (a `plain` layout), else one slot for each channel of its position.
 */
export type Frame = unknown;

/** The slots of the frames of one position. */
export class Layout {
  readonly position: Position;
  readonly channels: readonly Channel[];
  readonly plain: boolean;
  /** Whether the frame is the very value that the parent's object holds under this position's key. */
  readonly direct: boolean;
  /** Slots that hold, until the object is reached, the number under which an entity fetch asked for it. */
  readonly #entities: readonly SlotOfFetch[];
  /** Slots of fetches of root fields that the plan places below the root: the same for every object. */
  readonly #data: readonly SlotOfFetch[];

  readonly #sourceCount: number;

  constructor(position: Position, demand: Demand) {
    this.position = position;
    this.channels = demand.channels(position);
    this.#sourceCount = this.channels.filter(({ kind }) => kind === 'source').length;
    const only = this.channels.length === 1 ? this.channels[0] : undefined;
    this.plain = only?.kind === 'source';
    this.direct = only?.kind === 'source' && only.provider.kind === 'inherit';
    const slotsOf = (kind: Provider['kind']): SlotOfFetch[] =>
      this.channels.flatMap((channel, slot) =>
        channel.kind === 'source' && channel.provider.kind === kind ? [{ slot, fetch: channel.provider.fetch.id }] : [],
      );
    this.#entities = slotsOf('entity');
    this.#data = slotsOf('data');
  }

  /** Puts fetched objects in place of their numbers: turns the values found at an object into its frame. */
  finish(run: Run, values: unknown[]): Frame {
    for (const { slot, fetch } of this.#entities) {
      const number = values[slot];
      values[slot] = typeof number === 'number' && number >= 0 ? run.entities[fetch]?.[number] : undefined;
    }
    for (const { slot, fetch } of this.#data) values[slot] = run.data[fetch];
    for (let slot = 0; slot < this.#sourceCount; slot++) if (!isData(values[slot])) values[slot] = undefined;
    return this.plain ? values[0] : values;
  }
}

interface SlotOfFetch {
  readonly slot: number;
  readonly fetch: number;
}

/** Builds the frame of the whole answer, from which every walk starts. */
export function rootFrame(layout: Layout): (run: Run) => Frame {
  const { channels } = layout;
  return (run) =>
    layout.finish(
      run,
      channels.map((channel) => (channel.kind === 'numbers' ? run.numbers[channel.placement.id] : undefined)),
    );
}

/** A reader of one field of the object that a slot of a frame holds; undefined where there is none. */
export function fieldReader(layout: Layout, slot: number, key: string): (frame: Frame) => unknown {
  if (isInherited(key)) {
    const sourceAt = (frame: Frame) => (layout.plain ? frame : (frame as readonly unknown[])[slot]) as Data | undefined;
    return (frame) => ownValue(sourceAt(frame), key);
  }
  if (layout.plain) return (frame) => (frame as Data | undefined)?.[key];
  return (frame) => ((frame as readonly unknown[])[slot] as Data | undefined)?.[key];
}

/** Reads one child value of a frame. */
type Read = (frame: Frame) => unknown;

/** One reader for each channel of a child position. */
export function childReaders(parent: Layout, demand: Demand, child: Layout): Read[] {
  return child.channels.map((channel): Read => {
    if (channel.kind === 'source' && channel.provider.kind === 'data') return () => undefined;
    if (channel.kind === 'source' && channel.provider.from) {
      return fieldReader(parent, demand.slotOf(channel.provider.from), child.position.key);
    }
    const placement = channel.kind === 'source' ? channel.provider.placement : channel.placement;
    const slot = parent.channels.findIndex((other) => other.kind === 'numbers' && other.placement === placement);
    return (frame) => (frame as readonly unknown[])[slot];
  });
}

/** The first value that is there decides whether a place is null, a list or an object. */
export function leading(values: readonly unknown[]): unknown {
  for (let slot = 0; slot < values.length; slot++) {
    const value = values[slot];
    if (value !== null && value !== undefined && value !== -1) return value;
  }
  return undefined;
}

/** Leaves only the lists that are as long as the leading one: a list of another length says nothing of its items. */
export function alignLists(values: unknown[], length: number): readonly (readonly unknown[] | undefined)[] {
  for (let slot = 0; slot < values.length; slot++) {
    const list = values[slot];
    if (!Array.isArray(list) || list.length !== length) values[slot] = undefined;
  }
  return values as (readonly unknown[] | undefined)[];
}

/** The values of one item of aligned lists. */
export function itemValues(lists: readonly (readonly unknown[] | undefined)[], index: number): unknown[] {
  const items: unknown[] = new Array(lists.length);
  for (let slot = 0; slot < lists.length; slot++) items[slot] = lists[slot]?.[index];
  return items;
}
