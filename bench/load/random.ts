/** Numbers that look random, the same again from the same seed. */
export interface Random {
  /** From 0 to below 1. */
  next(): number;
  /** A whole number from 0 to below a bound. */
  below(bound: number): number;
  /** A whole number from 0 to below a bound, the small ones far likelier: as 1 / (1 + n), Zipf's law. */
  skewed(bound: number): number;
  chance(probability: number): boolean;
  /** Hexadecimal digits. */
  hex(digits: number): string;
}

/** Mulberry32: fast, and good enough to spread a load. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const word = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const next = () => word() / 2 ** 32;
  return {
    next,
    below: (bound) => Math.floor(next() * bound),
    skewed: (bound) => Math.min(bound - 1, Math.floor((bound + 1) ** next()) - 1),
    chance: (probability) => next() < probability,
    hex(digits) {
      let text = '';
      while (text.length < digits) text += word().toString(16).padStart(8, '0');
      return text.slice(0, digits);
    },
  };
}
