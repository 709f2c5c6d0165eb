/** Gathers what a generator gives into lists of at most so many; none of them is empty. */
export function* inChunks<T>(items: Iterable<T>, most: number): Generator<T[]> {
  let chunk: T[] = [];
  for (const item of items) {
    if (chunk.push(item) < most) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
