import type { Period } from '../../kit/people/lattice.ts';
import type { Context } from '../context.ts';

/** Whether it is still to be decided what shops' funnels of a period tell: until then nothing is told that is held to them. */
export async function isFunnelOpen({ kind, to }: Period, { funnels }: Context): Promise<boolean> {
  const closed = await funnels.closed.load(kind);
  return closed === undefined || closed.to < to;
}
