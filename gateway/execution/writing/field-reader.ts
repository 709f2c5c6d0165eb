import { type Frame, fieldReader, type Layout } from '../places/frames.ts';
import type { Provider } from '../places/position.ts';

/**
 * A reader of one field of an object from the providers that may have it: the first value that is there, else null where one
 * of them says null, else undefined.
 */
export function sourceReader(layout: Layout, providers: readonly Provider[], key: string): (frame: Frame) => unknown {
  const readers = providers.map((provider) => fieldReader(layout, layout.slotOf(provider), key));
  const [only] = readers;
  if (only && readers.length === 1) return only;
  return (frame) => {
    let found: unknown;
    for (const read of readers) {
      const value = read(frame);
      if (value !== undefined && value !== null) return value;
      if (value === null) found = null;
    }
    return found;
  };
}
