import type { Life } from '../../conversions/attribution/life.ts';

/** The life of a fact, as its row has it. */
export function lifeOf(row: { readonly recorded_at: Date; readonly retired_at: Date | null }): Life {
  return { recordedAt: row.recorded_at.getTime(), retiredAt: row.retired_at?.getTime() ?? null };
}

/** The columns of a fact's row that hold its life. */
export function lifeColumns({ recordedAt, retiredAt }: Life) {
  return { recorded_at: new Date(recordedAt), retired_at: retiredAt === null ? null : new Date(retiredAt) };
}
