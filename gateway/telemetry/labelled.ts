/**
 * Finds what is counted under two labels, each once: looking labels up in a metric costs more than counting.
 * @param find called once for each pair; whoever calls bounds how many there are
 */
export function labelled<T, Other extends string | number>(
  find: (label: string, other: Other) => T,
): (label: string, other: Other) => T {
  const known = new Map<string, Map<Other, T>>();
  return (label, other) => {
    const found = known.get(label)?.get(other);
    if (found !== undefined) return found;
    const made = find(label, other);
    const others = known.get(label) ?? new Map<Other, T>();
    known.set(label, others.set(other, made));
    return made;
  };
}
