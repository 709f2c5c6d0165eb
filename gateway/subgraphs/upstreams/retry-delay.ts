/** Longest wait before the first try, and longest wait at all, in milliseconds. */
const FIRST = 250;
const LONGEST = 10_000;

/**
 * How long to wait before trying again: random from zero to a bound that doubles (full jitter), so that many who lost their connection
 * together do not come back together. https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 * @param tries how many have failed in a row, from 0
 * @returns milliseconds
 */
export function retryDelay(tries: number, random: () => number = Math.random): number {
  return random() * Math.min(LONGEST, FIRST * 2 ** tries);
}
