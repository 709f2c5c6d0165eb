import { batchedByArguments, groupedInOrder, inOrder } from '../../kit/batch.ts';
import type { DayRange } from '../../kit/calendar.ts';
import { searchFinalAt } from '../conversions/figures/searched-month.ts';
import { readNewest } from '../store/events/raw-events.ts';
import type { SubjectKind } from '../store/figures/figure-tables.ts';
import { type FiguresQuery, figuresByDay, figuresOf } from '../store/figures/figures.ts';
import { shopsOfSearches, sparselySearched, unreportedSubjects } from '../store/figures/withheld.ts';
import type { CommerceDb } from '../store/tables.ts';

export type FigureLoaders = ReturnType<typeof figureLoaders>;

/**
 * One request's loaders of conversion figures: one statement for all subjects of a kind.
 * @param behind who must stand behind a searched text's figures, and in whose name merchants' events are issued
 */
export function figureLoaders(db: CommerceDb, behind: { readonly least: number; readonly eventPlatform: string }) {
  let newest: Promise<Date | undefined> | undefined;
  return {
    /** When the newest event of all occurred. */
    newest: () => {
      newest ??= readNewest(db);
      return newest;
    },
    totals: batchedByArguments(async (query: FiguresQuery, ids: readonly string[]) =>
      inOrder(ids, await figuresOf(db, query, ids), (row) => row.id),
    ),
    byDay: batchedByArguments(async (query: FiguresQuery, ids: readonly string[]) =>
      groupedInOrder(ids, await figuresByDay(db, query, ids), (row) => row.id),
    ),
    unreported: batchedByArguments(async (kind: SubjectKind, ids: readonly string[]) => {
      const unreported = await unreportedSubjects(db, kind, ids);
      return ids.map((id) => unreported.some((row) => row.id === id));
    }),
    sparse: batchedByArguments(async (range: DayRange, fingerprints: readonly string[]) => {
      const sparse = await sparselySearched(db, fingerprints, behind, { range, finalAt: searchFinalAt(range) });
      return fingerprints.map((fingerprint) => sparse.some((row) => row.id === fingerprint));
    }),
    shopsOfSearch: batchedByArguments(async (range: DayRange, fingerprints: readonly string[]) => {
      const shops = await shopsOfSearches(db, fingerprints, { range, finalAt: searchFinalAt(range) });
      return groupedInOrder(fingerprints, shops, (row) => row.fingerprint);
    }),
  };
}
