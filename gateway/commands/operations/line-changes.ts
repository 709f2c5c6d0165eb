/** The lines that only one of two texts has, as `diff` marks them, by the longest common sequence of lines. */
export function lineChanges(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const lengths = now.map(() => new Uint32Array(old.length + 1)).concat([new Uint32Array(old.length + 1)]);
  for (let at = now.length - 1; at >= 0; at--) {
    for (let from = old.length - 1; from >= 0; from--) {
      const both = now[at] === old[from] ? 1 + (lengths[at + 1]?.[from + 1] ?? 0) : 0;
      (lengths[at] as Uint32Array)[from] = Math.max(both, lengths[at + 1]?.[from] ?? 0, lengths[at]?.[from + 1] ?? 0);
    }
  }
  const told: string[] = [];
  for (let [at, from] = [0, 0]; at < now.length || from < old.length; ) {
    if (at < now.length && from < old.length && now[at] === old[from]) {
      at++;
      from++;
    } else if (from >= old.length || (lengths[at + 1]?.[from] ?? 0) > (lengths[at]?.[from + 1] ?? 0))
      told.push(`  + ${now[at++]}`);
    else told.push(`  - ${old[from++]}`);
  }
  return told;
}
