/**
 * Shops in groups that are worked on one after another.
 * @param sizes how much of each shop is in memory at once
 * @param most of a group, but for a single shop that has more
 */
export function inGroups(
  sizes: readonly { readonly shopId: string; readonly size: number }[],
  most: number,
): string[][] {
  const groups: string[][] = [];
  let room = 0;
  for (const { shopId, size } of sizes) {
    if (size > room) {
      groups.push([]);
      room = most;
    }
    groups.at(-1)?.push(shopId);
    room -= size;
  }
  return groups;
}
