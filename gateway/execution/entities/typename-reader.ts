import type { Frame, Layout } from '../places/frames.ts';
import type { Provider } from '../places/position.ts';
import { sourceReader } from '../writing/field-reader.ts';

/**
 * A reader of an object's `__typename`. A subgraph that knows an interface only as an object tells the interface's name, which counts where
 * nobody knows better.
 * @param sources who tells it
 * @param interfaceObjects the interfaces that some subgraph knows only as objects
 */
export function typenameReader(
  layout: Layout,
  sources: readonly Provider[],
  interfaceObjects: ReadonlySet<string>,
): (frame: Frame) => unknown {
  const readAny = sourceReader(layout, sources, '__typename');
  if (sources.length < 2 || interfaceObjects.size === 0) return readAny;
  const reads = sources.map((source) => sourceReader(layout, [source], '__typename'));
  return (frame) => {
    for (const read of reads) {
      const typename = read(frame);
      if (typeof typename === 'string' && !interfaceObjects.has(typename)) return typename;
    }
    return readAny(frame);
  };
}
