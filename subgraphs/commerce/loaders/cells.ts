import type DataLoader from 'dataloader';
import { batched } from '../../kit/batch.ts';
import { readDecided } from '../../kit/people/decided-cells.ts';
import type { CommerceDb } from '../store/tables.ts';

/** What was decided of the cells of closed periods, by their keys. */
export type CellLoader = DataLoader<string, object | undefined>;

/** One request's cells: however many reports ask for how many, they are one read. */
export function cellLoader(db: CommerceDb): CellLoader {
  return batched<string, object>(async (keys) => {
    const cells = await readDecided<object>(db, keys);
    return keys.map((key) => cells.get(key));
  });
}
