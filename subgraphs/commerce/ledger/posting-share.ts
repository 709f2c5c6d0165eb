/** While recording is busy, posting waits so many times as long as it worked: commissions can wait, and who sends events can't. */
const PATIENT_PARTS = 50;
/** How late commissions may be before posting takes more of the time, in milliseconds. */
const PATIENCE_MS = 60_000;
/** How late they are once posting takes all of the time: so it has a sixth after the first minute, as much more for each further one. */
const NO_WAIT_MS = 6 * PATIENCE_MS;

/**
 * How long posting waits after a transaction while recording has more to do than it can at once. The later commissions are, the larger
 * posting's share: it ends at what keeps up, so that recording that stays busy gives up no more than that, and the lag has a bound.
 * @param tookMs how long the transaction took, in milliseconds
 * @param lagMs how long the oldest of what is not posted has waited, in milliseconds
 * @returns milliseconds
 */
export function waitWhileBusy(tookMs: number, lagMs: number): number {
  const lateWait = (lag: number) => tookMs * Math.max(0, NO_WAIT_MS / lag - 1);
  if (lagMs >= PATIENCE_MS) return lateWait(lagMs);
  // Not beyond the minute: a long transaction would else wait on at the smaller share.
  return Math.max(lateWait(PATIENCE_MS), Math.min(tookMs * PATIENT_PARTS, PATIENCE_MS - lagMs));
}
