import { AGES, buys, cellsOf, DAYS, type Deed, type Kind, LINK_IDS, reads, taps, visits } from './people.ts';

/**
 * Kinds of people as there may be, for all that one knows who asks: those that there are, the same with a deed more, with one less, of another age or note; and those of few deeds.
 * Of those in the same cells one stands for all.
 */
export function imaginableKinds(real: readonly Kind[]): ReadonlySet<string>[] {
  const few = DAYS.flatMap((day) => [
    [buys(day)],
    [buys(day), buys(day + 2)],
    ...LINK_IDS.flatMap((link) => {
      const [read, tap] = [reads(link, day), taps(link, day)];
      return [
        [read],
        [tap],
        [read, visits(day)],
        [read, buys(day)],
        ...[visits, buys].flatMap((did) => [
          [tap, did(day)],
          [tap, did(day + 2)],
          [tap, did(day), did(day + 2)],
        ]),
      ];
    }),
  ]);
  const like = [...new Set(real.map(({ deeds }) => deeds))].flatMap((deeds) => [
    deeds,
    ...deeds.map((left) => deeds.filter((deed) => deed !== left)),
    ...LINK_IDS.map((link) => deeds.map((deed) => (deed.link ? { ...deed, link } : deed))),
    ...DAYS.flatMap((day) => [visits(day), buys(day)].map((more) => [...deeds, more])),
  ]);
  const found = new Map<string, Set<string>>();
  for (const deeds of [...like, ...few]) {
    for (const age of AGES) {
      const cells = cellsOf({ count: 0, age, deeds: inOrder(deeds) });
      if (cells.size > 0) found.set([...cells].sort().join(), cells);
    }
  }
  return [...found.values()];
}

function inOrder(deeds: readonly Deed[]): Deed[] {
  return deeds.toSorted((a, b) => a.at - b.at);
}
