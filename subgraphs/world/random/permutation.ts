import { fmix32, streamKey } from './stream.ts';

const ROUNDS = 4;

/** A shuffle of 0..n-1 in which any place can be asked for alone, both ways, without keeping the list. */
export interface Permutation {
  readonly size: number;
  /** The rank of an index. */
  at(index: number): number;
  /** The index that has a rank. */
  indexOf(rank: number): number;
}

/**
 * Ranks 0..n-1 as if by hash: an index whose rank is below q is one of exactly q. A Feistel network over the next power of four, walked
 * until it lands within n (Black and Rogaway, "Ciphers with Arbitrary Finite Domains", 2002).
 */
export function permutation(seed: number, name: string, size: number): Permutation {
  const half = Math.max(1, Math.ceil(Math.log2(Math.max(2, size)) / 2));
  const mask = 2 ** half - 1;
  const key = streamKey(seed, name);
  const keys = Array.from({ length: ROUNDS }, (_, round) => fmix32(key + Math.imul(round + 1, 0x9e3779b9)));
  const mix = (value: number, round: number) => fmix32(value ^ (keys[round] ?? 0)) & mask;
  const forward = (value: number) => {
    let left = value >>> half;
    let right = value & mask;
    for (let round = 0; round < ROUNDS; round += 1) [left, right] = [right, left ^ mix(right, round)];
    return ((left << half) | right) >>> 0;
  };
  const backward = (value: number) => {
    let left = value >>> half;
    let right = value & mask;
    for (let round = ROUNDS - 1; round >= 0; round -= 1) [left, right] = [right ^ mix(left, round), left];
    return ((left << half) | right) >>> 0;
  };
  const walk = (step: (value: number) => number) => (start: number) => {
    if (start < 0 || start >= size) throw new RangeError(`${start} is not within 0..${size - 1}.`);
    let value = step(start);
    while (value >= size) value = step(value);
    return value;
  };
  return { size, at: walk(forward), indexOf: walk(backward) };
}
