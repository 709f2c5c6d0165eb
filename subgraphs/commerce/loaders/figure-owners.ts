import { batched, groupedInOrder, inOrder } from '../../kit/batch.ts';
import { linksOfNotes, ownedLinks } from '../store/figures/figure-owners.ts';
import { placementsOf } from '../store/links/placements.ts';
import type { CommerceDb } from '../store/tables.ts';

export type FigureOwnerLoaders = ReturnType<typeof figureOwnerLoaders>;

/** One request's loaders of whose figures are. */
export function figureOwnerLoaders(db: CommerceDb) {
  return {
    linksOfNote: batched(async (ids: readonly string[]) =>
      groupedInOrder(ids, await linksOfNotes(db, ids), (row) => row.noteId),
    ),
    link: batched(async (ids: readonly string[]) => inOrder(ids, await ownedLinks(db, ids), (row) => row.linkId)),
    placementsOfSource: batched(async (ids: readonly string[]) =>
      groupedInOrder(ids, await placementsOf(db, ids), (row) => row.sourceId),
    ),
  };
}
