import type { Writable } from 'node:stream';

/** Those whose writes are held in this turn. */
let held: Writable[] = [];

/**
 * Holds what is written to a socket until the end of the event loop's turn. Whoever reads at the other end is woken for each write, which costs
 * the writer as much as the write itself; those of a turn that leave together wake sleepers once.
 */
export function holdUntilTurnEnds(socket: Writable): void {
  socket.cork();
  if (held.push(socket) === 1) setImmediate(release);
}

function release(): void {
  const all = held;
  held = [];
  for (const socket of all) socket.uncork();
}
