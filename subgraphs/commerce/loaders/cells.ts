import type DataLoader from 'dataloader';
import { batched } from '../../kit/batch.ts';
import { readDecided } from '../../kit/people/decided-cells.ts';
import { readForgotten } from '../../kit/people/forget-decided.ts';
import type { Period, PeriodKind } from '../../kit/people/lattice.ts';
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

/** Up to which period of a kind what was told is deleted. */
export type ForgottenLoader = DataLoader<PeriodKind, string | undefined>;

/** One request's look at how far what was decided is deleted: the first day of the newest such period of a kind. */
export function forgottenLoader(db: CommerceDb): ForgottenLoader {
  return batched<PeriodKind, string>(async (kinds) => {
    const forgotten = await readForgotten(db);
    return kinds.map((kind) => forgotten.get(kind));
  });
}

/** Whether what was told of a period is deleted. */
export async function isForgotten(forgotten: ForgottenLoader, { kind, from }: Period): Promise<boolean> {
  return from <= ((await forgotten.load(kind)) ?? '');
}
